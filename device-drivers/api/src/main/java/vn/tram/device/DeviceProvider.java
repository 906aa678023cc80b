package vn.tram.device;

import java.net.URI;
import java.util.List;

/// A driver's entrance, found by `java.util.ServiceLoader`. Stateless, with a public constructor
/// without arguments; loading one must not touch hardware.
public interface DeviceProvider {
    /// The URI scheme this driver owns, lower case, such as `sim`.
    String scheme();

    /// Addresses of what is attached now. Opens nothing, answers within a second.
    List<URI> scan();

    /// Opens the device at `address`, identifies it and leaves it ready to capture. Bounded by ten
    /// seconds.
    ///
    /// An address that cannot be understood is [Fault.Refused] with code 0 and a sentence that
    /// names the mistake.
    Opening open(URI address) throws InterruptedException;

    /// The same for a driver whose devices sign what they send: it believes whom `trust` names and
    /// nobody else. The station always opens this way.
    default Opening open(URI address, DeviceTrust trust) throws InterruptedException {
        return open(address);
    }
}
