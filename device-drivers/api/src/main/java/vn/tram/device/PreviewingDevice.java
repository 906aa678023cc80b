package vn.tram.device;

/// A device that shows live pictures. What cannot is a plain [Device].
public interface PreviewingDevice extends Device {
    /// Starts showing what lies before the device, for the request's position. One preview at a
    /// time: a second one ends the first.
    Preview preview(Request request);

    /// Whether its live picture may stay the same in every sample for long, as one that plays files
    /// does. A camera's never does, unless it is frozen.
    default boolean standsStill() {
        return false;
    }
}
