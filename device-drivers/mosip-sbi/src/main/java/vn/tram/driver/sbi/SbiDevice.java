package vn.tram.driver.sbi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceQuery;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.image.Position;

/// One device behind a device service.
final class SbiDevice implements PreviewingDevice {
    /// What the interface's finger devices deliver.
    static final double PPI = 500;

    /// Between two questions to a service that is busy.
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    /// With less time left a busy service is not asked again.
    private static final Duration LEAST_TRY = Duration.ofMillis(250);

    /// The service's own time-out comes so much before the station's, that its best picture still
    /// arrives; at most a quarter of the patience.
    private static final Duration RETURN = Duration.ofSeconds(1);

    private final SbiAddress wanted;
    private final Service service;
    private final Identification identification;
    private final Identification.Identified device;
    private final Chain chain;
    private final DeviceInfo info;

    /// Set once, when the device is closed or gone.
    private final AtomicReference<@Nullable Fault> gone = new AtomicReference<>();

    private final Object lock = new Object();
    private @Nullable SbiPreview preview;

    /// Written by the thread that captures only.
    private volatile boolean capturing;

    private volatile int captures;
    private Link link = new Link("", HashChain.START);

    /// The last hash of a session.
    private record Link(String session, String hash) {}

    SbiDevice(
            SbiAddress wanted,
            Service service,
            Identification identification,
            Identification.Identified device,
            Chain chain)
            throws FaultException {
        this.wanted = wanted;
        this.service = service;
        this.identification = identification;
        this.device = device;
        this.chain = chain;
        this.info = device.details().info(wanted.address());
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    Service service() {
        return service;
    }

    Identification.Identified device() {
        return device;
    }

    boolean capturing() {
        return capturing;
    }

    /// How many captures were begun.
    int captures() {
        return captures;
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        var before = gone.get();
        if (before != null) {
            return new Capture.Missed(before);
        }
        try {
            checkCan(request);
            capturing = true;
            captures++;
            progress.at(0);
            var samples = take(request, Deadline.in(request.patience()));
            progress.at(1);
            return new Capture.Taken(samples);
        } catch (FaultException e) {
            return new Capture.Missed(settled(e.fault()));
        } finally {
            capturing = false;
        }
    }

    /// Whether the service's port is still open: it is asked nothing, and a capture is not
    /// disturbed.
    @Override
    public boolean present() {
        if (gone.get() != null) {
            return false;
        }
        if (service.listens()) {
            return true;
        }
        leave();
        return false;
    }

    /// A device once gone stays so, under its own address.
    Fault settled(Fault fault) {
        if (fault instanceof Fault.Disconnected) {
            leave();
        }
        var why = gone.get();
        return why == null ? fault : why;
    }

    void checkCan(Request request) throws FaultException {
        var position = request.position();
        boolean can =
                switch (info.kind()) {
                    case SLAP_SCANNER -> position.isSlap() || isPlain(position);
                    case SINGLE_FINGER_SCANNER -> isPlain(position);
                    case CAMERA -> position == Position.FACE;
                    case CODE_READER -> false;
                };
        if (!can) {
            throw DeviceQuery.refused(wanted.address(), "cannot show " + position);
        }
        if (position.isSlap() && request.missing().containsAll(position.members())) {
            throw DeviceQuery.refused(wanted.address(), "every finger is missing");
        }
    }

    /// The interface has no word for a rolled finger.
    private static boolean isPlain(Position position) {
        return position.isFinger() && !position.isRolled();
    }

    private List<Sample> take(Request request, Deadline deadline)
            throws FaultException, InterruptedException {
        leaveStreamOfAnother(request);
        var follows = link.session.equals(request.transaction()) ? link.hash : HashChain.START;
        while (true) {
            var question = Question.of(device, request, wanted.score(), timeout(deadline), follows);
            var ask = new Service.Ask("picture", deadline);
            var body = service.call("RCAPTURE", "capture", Optional.of(question.body()), ask);
            var error = error(body);
            if (error.isEmpty()) {
                var believed =
                        new Answer(device, identification, chain, question, origin()).believe(body);
                link = new Link(request.transaction(), believed.hash());
                return withSlap(request.position(), believed.samples());
            }
            boolean again = deadline.left().compareTo(LEAST_TRY) > 0;
            if (!error.get().isBusy() || !again) {
                throw missed(error.get(), deadline);
            }
            service.pause(BETWEEN_TRIES); // it still notices the end of what was before
        }
    }

    /// The service stops a live picture of the same part of the device by itself; one of another
    /// part it would hold against the capture.
    private void leaveStreamOfAnother(Request request) {
        synchronized (lock) {
            if (preview != null) {
                preview.leaveUnless(Fingers.subId(request.position()));
            }
        }
    }

    private static Duration timeout(Deadline deadline) {
        var left = deadline.left();
        var returning = RETURN.compareTo(left.dividedBy(4)) < 0 ? RETURN : left.dividedBy(4);
        return left.minus(returning).plusMillis(1);
    }

    private static Optional<ServiceError> error(JsonNode body) {
        for (var biometric : body.path("biometrics")) {
            var error = ServiceError.of(biometric);
            if (error.isPresent()) {
                return error;
            }
        }
        return ServiceError.of(body);
    }

    /// A service that gave up a little before the station would is waited for: the whole patience
    /// is the finger's.
    private FaultException missed(ServiceError error, Deadline deadline)
            throws InterruptedException {
        var fault = error.fault(wanted.address().toString(), deadline.patience());
        if (fault instanceof Fault.TimedOut && !deadline.passed()) {
            service.pause(deadline.left());
        }
        return new FaultException(fault);
    }

    /// A slap first, then its fingers as they came.
    private static List<Sample> withSlap(Position position, List<Sample> samples)
            throws FaultException {
        if (!position.isSlap()) {
            return samples;
        }
        var all = new ArrayList<Sample>();
        all.add(SlapSheet.of(position, samples));
        all.addAll(samples);
        return all;
    }

    private String origin() {
        return wanted.address().toString();
    }

    @Override
    public Preview preview(Request request) {
        synchronized (lock) {
            if (preview != null) {
                preview.close();
            }
            preview = new SbiPreview(this, request);
            var why = gone.get();
            if (why != null) {
                preview.end(why);
            }
            return preview;
        }
    }

    /// Whether the device still answers; a service that does not is left for good.
    void probe(Deadline deadline) throws FaultException, InterruptedException {
        Identification.ask(service, new Service.Ask("device info", deadline));
    }

    private void leave() {
        var fault = new Fault.Disconnected(wanted.address().toString());
        synchronized (lock) {
            gone.compareAndSet(null, fault);
            if (preview != null) {
                preview.end(fault);
            }
        }
        service.close();
    }

    @Override
    public void close() {
        leave();
    }
}
