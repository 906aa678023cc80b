package vn.tram.enroll;

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

    /// Why nothing may be captured with this device now; empty when it may, though perhaps with a
    /// warning.
    Optional<Lack> refusal(DeviceInfo device) throws StationFault;

    /// Digest of the device's last certificate; empty when it has none, or none that holds.
    Optional<Digest> certificate(Attempt.Device device) throws StationFault;
}
