package vn.tram.ui.kit;

import java.util.Optional;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.enroll.DeviceFitness;
import vn.tram.enroll.DeviceFitness.Lack;
import vn.tram.enroll.DeviceFitness.Proof;
import vn.tram.enroll.Devices;

/// Whether the device of a seat is used without being proved fit, whichever has it. Part of a
/// view-model; on the thread that draws.
final class SeatProof {
    private final DeviceFitness fitness;
    private final Devices devices;
    private final Devices.Seat seat;
    private final Background background;
    private final Background.Slot reading;
    private Optional<Lack> lack = Optional.empty();
    private Optional<DeviceInfo> read = Optional.empty();
    private Runnable unfollow = () -> {};

    SeatProof(DeviceFitness fitness, Devices devices, Devices.Seat seat, Background background) {
        this.fitness = fitness;
        this.devices = devices;
        this.seat = seat;
        this.background = background;
        reading = background.slot("proof of a device");
    }

    /// What its device lacks, where it may be used all the same; empty as long as it is not known.
    Optional<Lack> lack() {
        return lack;
    }

    void enter() {
        unfollow = devices.onChange(() -> background.post(this::look));
        look();
    }

    void leave() {
        unfollow.run();
        unfollow = () -> {};
        reading.cancel();
    }

    /// Reads the certificates of a device once, when it comes.
    private void look() {
        if (devices.status(seat) instanceof DeviceStatus.Ready(var info)
                && !read.equals(Optional.of(info))) {
            read = Optional.of(info);
            lack = Optional.empty();
            reading.start(
                    () -> lack(fitness.proof(info)),
                    found -> lack = found,
                    _ -> read = Optional.empty()); // the capture meets the same fault and tells it
        }
    }

    private static Optional<Lack> lack(Proof proof) {
        return switch (proof) {
            case Proof.Warned(var lack) -> Optional.of(lack);
            // a refusal is told by the capture itself
            case Proof.Fit _, Proof.Extended _, Proof.Refused _ -> Optional.empty();
        };
    }
}
