package vn.tram.ui.workbench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.tram.calibration.Aspect;
import vn.tram.calibration.Calibration;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Fitness;
import vn.tram.calibration.Target;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Digest;
import vn.tram.domain.Officer;
import vn.tram.enroll.StationFault;

/// What the station knows of a device's certificates and does with them: for the screen and the
/// command line alike. Every method that throws may block and refuses the JavaFX thread.
public interface Certification {
    /// How a device stands, and what it can be calibrated with.
    ///
    /// @param targets of this station, those whose papers have ended too
    /// @param needed without which no certificate of such a device passes
    /// @param longestExtension the most that a supervisor may add
    record Sight(
            List<Target> targets,
            Set<Aspect> needed,
            Chain chain,
            Fitness fitness,
            Duration longestExtension) {
        public Sight {
            targets = List.copyOf(targets);
            needed = Set.copyOf(needed);
        }
    }

    /// A certificate with the digest of its signed file.
    record Issued(Certificate certificate, Digest digest) {}

    /// @throws StationFault `LT-400` when the certificates cannot be read
    Sight sight(DeviceInfo device) throws StationFault;

    Calibration calibration(DeviceInfo device, List<Target> targets, boolean people);

    /// What would be issued for a complete run; nothing is stored.
    Certificate draft(Calibration calibration, CalibrationRun run, Officer technician);

    /// Numbers, signs, chains and stores a draft and its likeness as PDF; audited.
    ///
    /// @throws StationFault `LT-400` when the disk does not take it or the chain is broken: then
    ///   nothing was issued
    Issued issue(DeviceInfo device, Certificate draft) throws StationFault;

    /// Lets a device be used for some more days; audited.
    ///
    /// @param certificate digest of its last one
    /// @param days 1 to the longest extension
    /// @param by a supervisor
    void extend(DeviceInfo device, Digest certificate, int days, String reason, Officer by)
            throws StationFault;

    /// The certificate's likeness, in the state folder.
    Path paper(Certificate certificate);

    /// Puts the signed file and its likeness into a folder outside the station.
    ///
    /// @return the likeness
    /// @throws StationFault `LT-406` when the folder cannot be written to
    Path copy(Certificate certificate, String folder) throws StationFault;
}
