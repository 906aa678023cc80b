package vn.tram.device;

import java.net.URI;

/// How a device of the station is now; what the lights in the top bar show.
public sealed interface DeviceStatus {
    /// None is configured.
    record Absent() implements DeviceStatus {}

    /// Being opened for the first time.
    record Opening(URI address) implements DeviceStatus {}

    record Ready(DeviceInfo info) implements DeviceStatus {}

    /// Gone or not to be opened; the station keeps trying.
    record Lost(URI address, Fault fault) implements DeviceStatus {}
}
