package vn.tram.device;

/// A device that shows live pictures. What cannot is a plain [Device].
public interface PreviewingDevice extends Device {
    /// Starts showing what lies before the device, for the request's position. One preview at a
    /// time: a second one ends the first.
    Preview preview(Request request);

    /// How many pictures since the opening should have come and did not, as far as the device can
    /// tell. From any thread, at once.
    default long droppedFrames() {
        return 0;
    }

    /// Whether its live picture may stay the same in every sample for long, as one that plays files
    /// does. A camera's never does, unless it is frozen.
    default boolean standsStill() {
        return false;
    }
}
