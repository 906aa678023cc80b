package vn.tram.enroll;

import java.time.Instant;
import java.util.Optional;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;

/// Port: whether devices are proved fit, by their calibration certificates.
public interface DeviceFitness {
    /// What is wrong with a device's certificate.
    enum Lack {
        MISSING,
        EXPIRED,
        FAILED,
        CHANGED,
        BROKEN
    }

    /// How a device stands.
    sealed interface Proof {
        /// @param until when its certificate ends
        record Fit(Instant until) implements Proof {}

        /// Not fit, but a supervisor lets it be used.
        record Extended(Lack lack, Instant until) implements Proof {}

        /// Not fit; it may be used all the same, and whoever does is told.
        record Warned(Lack lack) implements Proof {}

        /// Nothing may be captured with it.
        record Refused(Lack lack) implements Proof {}
    }

    /// How a device stands now. Blocks.
    Proof proof(DeviceInfo device) throws StationFault;

    /// Why nothing may be captured with this device now; empty when it may, though perhaps with a
    /// warning.
    default Optional<Lack> refusal(DeviceInfo device) throws StationFault {
        return proof(device) instanceof Proof.Refused(var lack)
                ? Optional.of(lack)
                : Optional.empty();
    }

    /// Digest of the device's last certificate; empty when it has none, or none that holds.
    Optional<Digest> certificate(Attempt.Device device) throws StationFault;
}
