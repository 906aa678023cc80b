package vn.tram.ui.workbench;

import java.nio.file.Path;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Officer;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;

/// What the pages about a device need of the station besides the device. Every method may block and
/// refuses the JavaFX thread.
public interface Workbench {
    /// What became of a wish to keep a raw frame.
    sealed interface Keeping {
        record Kept(Path file) implements Keeping {}

        /// A citizen's session is open, who may stand before the device.
        ///
        /// @param number on the citizen's slip
        record SessionOpen(int number) implements Keeping {}

        /// Only technicians keep frames.
        record NotAllowed() implements Keeping {}
    }

    /// Writes a frame as it came from the device, as PNG, into a folder outside the station. The
    /// audit log says so first.
    ///
    /// @throws StationFault `LT-406` when the folder cannot be written to
    Keeping keep(Frame frame, DeviceInfo device, String folder, Officer by) throws StationFault;
}
