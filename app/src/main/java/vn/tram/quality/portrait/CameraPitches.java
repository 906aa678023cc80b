package vn.tram.quality.portrait;

/// What was learned of the cameras of a station. Safe for use by several threads.
public interface CameraPitches {
    /// The part of a camera in every pitch; [CameraPitch#UNKNOWN] of one that nobody calibrated.
    ///
    /// @param camera what tells it from every other: make, model, serial number
    CameraPitch of(String camera);
}
