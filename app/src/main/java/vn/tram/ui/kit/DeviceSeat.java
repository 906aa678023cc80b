package vn.tram.ui.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import vn.tram.device.Device;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.PreviewingDevice;
import vn.tram.domain.Session;
import vn.tram.enroll.CaptureOutcome;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;

/// The device of a capture screen, wherever it is plugged in just now: what it is, and one capture
/// with it from looking to what came of it. What waits for the device says so; the rest is at hand.
record DeviceSeat(Devices devices, Devices.Seat seat) {
    /// How long a device may take to open before the screen says that it is lost.
    private static final Duration OPENING = Duration.ofSeconds(2);

    /// What one capture came to.
    sealed interface Came {
        record Through(CaptureOutcome outcome) implements Came {}

        record NoDevice(DeviceStatus status) implements Came {}

        /// The device ended; the station opens it again.
        record Gone(Fault fault) implements Came {}
    }

    /// One capture and who is told of it, all on the thread that captures.
    ///
    /// @param blind run when the device has no live picture
    /// @param watch told of every frame
    record Shot(LiveCapture capture, Runnable blind, Consumer<Sight> watch) {}

    DeviceStatus status() {
        return devices.status(seat);
    }

    /// What kind of device it is, as far as that is known.
    Optional<Kind> kind() {
        return status() instanceof DeviceStatus.Ready(var info)
                ? Optional.of(info.kind())
                : Optional.empty();
    }

    /// Whether it rolls fingers; as long as it is not known nobody says that it does not.
    boolean rolls() {
        return !(status() instanceof DeviceStatus.Ready(var info)) || info.rolls();
    }

    boolean ready() {
        return devices.device(seat).isPresent();
    }

    /// Whether people touch it, so that what was captured may still lie on it.
    boolean touched() {
        return seat == Devices.Seat.FINGERPRINT;
    }

    /// Whether it shows live pictures. One that does not would capture at once whatever still lies
    /// on it, so the operator starts its next attempt.
    boolean looks() {
        return devices.device(seat).filter(PreviewingDevice.class::isInstance).isPresent();
    }

    /// How many live pictures its device dropped since it was opened.
    long dropped() {
        return devices.device(seat)
                .filter(PreviewingDevice.class::isInstance)
                .map(d -> ((PreviewingDevice) d).droppedFrames())
                .orElse(0L);
    }

    /// Calls `listener`, on any thread, after each change; running what it returns ends that.
    Runnable onChange(Runnable listener) {
        return devices.onChange(listener);
    }

    /// The device, awaited only while it is being opened. Blocks.
    Optional<Device> await() throws InterruptedException {
        return status() instanceof DeviceStatus.Opening
                ? devices.device(seat, OPENING)
                : devices.device(seat);
    }

    /// Captures once. Blocks until the device has answered; one that ended is given back to be
    /// opened again.
    ///
    /// @param mustLeave whether something from the capture before may still lie on the glass
    Came take(Shot shot, Session session, Position position, boolean mustLeave)
            throws StationFault, InterruptedException {
        var found = await();
        if (found.isEmpty()) {
            return new Came.NoDevice(status());
        }
        var device = found.get();
        if (!(device instanceof PreviewingDevice)) {
            shot.blind().run();
        }
        var outcome = shot.capture().run(session, position, device, mustLeave, shot.watch());
        if (outcome instanceof CaptureOutcome.Missed(var fault) && ends(fault, device)) {
            devices.lost(seat, device, fault);
            return new Came.Gone(fault);
        }
        return new Came.Through(outcome);
    }

    /// Whether the device must be opened again. A camera that is silent is frozen; a scanner waits
    /// for fingers that do not come.
    private static boolean ends(Fault fault, Device device) {
        return switch (fault) {
            case Fault.Disconnected _, Fault.NotPermitted _ -> true;
            case Fault.TimedOut _ -> device.info().kind() == Kind.CAMERA;
            case Fault.Busy _, Fault.Garbled _, Fault.Refused _, Fault.Untrusted _ -> false;
        };
    }
}
