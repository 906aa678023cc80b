package vn.tram.ui.workbench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tram.calibration.CalibrationRun;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Request;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.SelfTest;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.ui.kit.Background;

/// Looks through a device at the target that a run wants, and holds what it sees against it, as
/// fast as that can be measured. Finds the device again when it was pulled.
final class TargetEye {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /// What one look brought.
    private sealed interface Glance {
        record Saw() implements Glance {}

        record Ended(Fault fault) implements Glance {}

        record NoDevice() implements Glance {}

        record NoPreview() implements Glance {}
    }

    private final DeviceInfo info;
    private final Devices devices;
    private final Background background;
    private final Consumer<Eye> seen;
    private final Background.Slot looking;
    private final Background.Slot guiding;
    private final Background.Slot closing;
    private volatile Consumer<Pixels> picture = _ -> {};
    private volatile Optional<Preview> preview = Optional.empty();
    private volatile Optional<Frame> newest = Optional.empty();
    private Optional<CalibrationRun> run = Optional.empty();
    private boolean guided;
    private Background.@Nullable Timer next;

    /// @param seen is told on the thread that draws
    TargetEye(DeviceInfo info, Devices devices, Background background, Consumer<Eye> seen) {
        this.info = info;
        this.devices = devices;
        this.background = background;
        this.seen = seen;
        looking = background.slot("calibration look");
        guiding = background.slot("calibration guidance");
        closing = background.slot("calibration end");
    }

    /// Where the live frames go; called on another thread.
    void pictureTo(Consumer<Pixels> screen) {
        picture = screen;
    }

    /// A picture that was captured.
    void show(Pixels pixels) {
        picture.accept(pixels);
    }

    /// Looks for what that run wants, until [#close].
    void look(CalibrationRun wanted) {
        run = Optional.of(wanted);
        guided = false;
        look();
    }

    /// Looks no more; the live picture stays open.
    void stop() {
        run = Optional.empty();
        looking.cancel();
        guiding.cancel();
        if (next != null) {
            next.stop();
            next = null;
        }
    }

    /// Ends the live picture too, soon.
    void close() {
        stop();
        closing.start(this::end, _ -> {}, _ -> {});
    }

    private void look() {
        looking.start(this::glance, this::glanced, _ -> {});
    }

    private Glance glance() throws InterruptedException {
        var device = devices.device(Seat.of(info.kind())).filter(d -> d.info().equals(info));
        if (device.isEmpty()) {
            end();
            return new Glance.NoDevice();
        }
        if (!(device.get() instanceof PreviewingDevice previewing)) {
            return new Glance.NoPreview();
        }
        if (preview.isEmpty()) {
            var request = Request.of(SelfTest.usual(info.kind()), SILENCE, "calibrate");
            preview = Optional.of(previewing.preview(request));
        }
        long begin = System.nanoTime();
        do {
            switch (preview.orElseThrow().next(SILENCE)) {
                case Preview.Look.Lost(var fault) -> {
                    end();
                    return new Glance.Ended(fault);
                }
                case Preview.Look.Seen(var frame) -> {
                    newest = Optional.of(frame);
                    picture.accept(frame.pixels());
                }
            }
        } while (System.nanoTime() - begin < LOOK.toNanos());
        return new Glance.Saw();
    }

    /// Ends the live picture, so that the device is free for a capture. Not on the thread that
    /// draws.
    boolean end() {
        preview.ifPresent(Preview::close);
        preview = Optional.empty();
        newest = Optional.empty();
        return true;
    }

    private void glanced(Glance glance) {
        switch (glance) {
            case Glance.Saw _ -> {
                guide();
                after(BETWEEN_LOOKS);
            }
            case Glance.NoPreview _ -> seen.accept(new Eye.Blind());
            case Glance.NoDevice _ -> {
                seen.accept(new Eye.NotHere());
                after(BETWEEN_TRIES);
            }
            case Glance.Ended(var fault) -> {
                seen.accept(new Eye.Broke(fault));
                after(BETWEEN_TRIES);
            }
        }
    }

    private void after(Duration delay) {
        next = background.after(delay, this::look);
    }

    /// Measures the newest frame, unless one is being measured.
    private void guide() {
        if (guided || run.isEmpty() || newest.isEmpty()) {
            return;
        }
        guided = true;
        var wanted = run.get();
        var frame = newest.get();
        guiding.start(
                () -> wanted.refusal(frame),
                refusal -> {
                    guided = false;
                    seen.accept(new Eye.Guided(refusal));
                },
                _ -> {});
    }
}
