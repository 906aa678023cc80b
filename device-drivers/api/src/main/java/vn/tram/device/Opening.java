package vn.tram.device;

/// The outcome of opening a device.
public sealed interface Opening {
    /// Open, identified, ready. The caller closes it.
    record Opened(Device device) implements Opening {}

    /// Not open; nothing to close.
    record NotOpened(Fault fault) implements Opening {}
}
