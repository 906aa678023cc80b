package vn.tram.driver.zfm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.driver.zfm.wire.Command;
import vn.tram.driver.zfm.wire.Confirmation;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.serial.Line;

/// One module: waits for a finger, fetches its picture.
final class ZfmDevice implements Device {
    /// Between two looks for a finger.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// A look takes less than a second; a module that does not answer in this time is asked whether
    /// it is still there. Both together stay under the two seconds in which a loss must show.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration STILL_THERE = Duration.ofMillis(600);

    /// The watch is done in less.
    private static final Duration TURN = Duration.ofSeconds(3);

    private static final Duration RESTORING = Duration.ofMillis(1500);

    /// Between two questions to an idle module.
    private static final Duration WATCHING = Duration.ofMillis(300);

    private final ZfmAddress address;
    private final Line line;
    private final Dialogue dialogue;
    private final Speed speed;
    private final Sensor sensor;
    private final DeviceInfo info;
    private final Ring ring;
    private final ReentrantLock using = new ReentrantLock();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("zfm watch").factory());

    private ZfmDevice(
            ZfmAddress address, Dialogue dialogue, Speed speed, Identification identified) {
        this.address = address;
        this.line = dialogue.line();
        this.dialogue = dialogue;
        this.speed = speed;
        this.sensor = identified.sensor();
        this.info = identified.info(address);
        this.ring = new Ring(dialogue, sensor);
    }

    /// Finds the module on an open line, identifies it and brings it to the address's speed. The
    /// line is the device's from then on.
    static ZfmDevice identify(ZfmAddress address, Line line, Deadline latest)
            throws FaultException, InterruptedException {
        var dialogue = new Dialogue(line, address.module());
        var speed = new Speed(dialogue, address);
        speed.find(latest);
        var identified = Identification.of(dialogue, latest);
        if (identified.sensor().pace() == Sensor.Pace.FIXED) {
            speed.fix();
        } else {
            speed.restore(latest);
        }
        var device = new ZfmDevice(address, dialogue, speed, identified);
        long pause = WATCHING.toMillis();
        device.watch.scheduleWithFixedDelay(device::lookAfter, pause, pause, TimeUnit.MILLISECONDS);
        return device;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        var position = request.position();
        if (!position.isFinger() || position.isRolled()) {
            return new Capture.Missed(
                    new Fault.Refused(0, "one flat finger at a time, not " + position));
        }
        if (!using.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Capture.Missed(new Fault.Busy("another capture"));
        }
        try {
            return captureAlone(request, progress);
        } catch (FaultException e) {
            if (e.fault() instanceof Fault.Disconnected) {
                leave();
                return new Capture.Missed(disconnected());
            }
            return new Capture.Missed(e.fault());
        } finally {
            using.unlock();
        }
    }

    private Capture captureAlone(Request request, Progress progress)
            throws FaultException, InterruptedException {
        if (gone.getCount() == 0) {
            throw new FaultException(disconnected());
        }
        var latest = Deadline.in(request.patience());
        progress.at(0);
        Gray8 picture;
        try {
            ring.show(Ring.Show.WAITING, latest);
            awaitFinger(latest);
            ring.show(Ring.Show.SENDING, latest);
            picture = fetch(progress, latest);
        } catch (FaultException e) {
            var fault = named(e, latest);
            if (!latest.passed()) {
                ring.show(Ring.Show.FAILED, Deadline.in(STILL_THERE));
            }
            throw fault;
        }
        ring.show(Ring.Show.DARK, Deadline.in(STILL_THERE));
        progress.at(1);
        var frame = new Frame(picture, info.resolution(), Instant.now(), address.uri().toString());
        return new Capture.Taken(List.of(Sample.of(request.position(), frame)));
    }

    private void awaitFinger(Deadline latest) throws FaultException, InterruptedException {
        while (true) {
            int code = look(latest);
            if (code == Confirmation.OK) {
                return;
            }
            boolean notYet =
                    code == Confirmation.NO_FINGER
                            || code == Confirmation.IMAGE_FAILED
                            || code == Confirmation.TOO_FEW_POINTS;
            if (!notYet) {
                throw Speed.refused(code);
            }
            var pause = latest.left().compareTo(BETWEEN_LOOKS) < 0 ? latest.left() : BETWEEN_LOOKS;
            if (gone.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FaultException(disconnected());
            }
            if (latest.passed()) {
                throw new FaultException(new Fault.TimedOut(latest.patience(), "finger"));
            }
        }
    }

    /// One look for a finger. A module that is silent, or was not understood, but is there, is
    /// looked with again.
    private int look(Deadline latest) throws FaultException, InterruptedException {
        try {
            return dialogue.ask(Command.GEN_IMG, LOOK, 1, latest).at(0);
        } catch (FaultException e) {
            if (Speed.ends(e.fault()) || latest.passed()) {
                throw e;
            }
            mustBeThere();
            return Confirmation.NO_FINGER;
        }
    }

    private Gray8 fetch(Progress progress, Deadline latest)
            throws FaultException, InterruptedException {
        speed.raise(latest);
        var picture = new Upload(dialogue, speed, sensor, progress).picture(latest);
        try {
            speed.restore(Deadline.in(RESTORING));
        } catch (FaultException _) {
            // the picture counts; the watch brings the module back, or the next opening
        }
        return picture;
    }

    /// A module that answers nothing at all is gone, even where its adapter is there.
    private void mustBeThere() throws FaultException, InterruptedException {
        try {
            speed.handshake(2, Deadline.in(STILL_THERE));
        } catch (FaultException e) {
            throw e.fault() instanceof Fault.TimedOut ? new FaultException(disconnected(), e) : e;
        }
    }

    /// A fault in the words of the capture: its own patience, or a module that is there and was
    /// silent.
    private FaultException named(FaultException e, Deadline latest)
            throws FaultException, InterruptedException {
        if (!(e.fault() instanceof Fault.TimedOut(var after, var waitingFor))) {
            return e;
        }
        if (latest.passed()) {
            return new FaultException(new Fault.TimedOut(latest.patience(), waitingFor), e);
        }
        mustBeThere();
        return new FaultException(
                new Fault.Garbled(waitingFor, "nothing for " + after.toMillis() + " ms"), e);
    }

    private Fault disconnected() {
        return new Fault.Disconnected(address.uri().toString());
    }

    /// What the thread that looks after the module found.
    @Override
    public boolean present() {
        return gone.getCount() > 0;
    }

    /// Asks an idle module whether it is there: its adapter stays where the module went, and not
    /// every adapter tells that it went itself. One that a given-up picture left at the higher
    /// speed is brought back.
    private void lookAfter() {
        if (!using.tryLock()) {
            return; // whoever captures notices
        }
        try {
            if (dialogue.settled(Deadline.in(STILL_THERE))) {
                speed.restore(Deadline.in(RESTORING));
                ring.show(Ring.Show.DARK, Deadline.in(STILL_THERE));
                speed.handshake(3, Deadline.in(LOOK));
            }
        } catch (FaultException e) {
            if (!(e.fault() instanceof Fault.Garbled)) {
                leave();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        } finally {
            using.unlock();
        }
    }

    @Override
    public void close() {
        leave();
    }

    private void leave() {
        gone.countDown();
        watch.shutdownNow();
        line.close();
    }
}
