package vn.tram.device;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// The drivers found at start. One that is broken or claims a scheme already taken is left out and
/// named.
public final class Drivers {
    /// A driver left out.
    ///
    /// @param name its class, or what is known of it
    public record LeftOut(String name, String why) {}

    private final Map<String, DeviceProvider> byScheme;
    private final List<LeftOut> leftOut;

    private Drivers(Map<String, DeviceProvider> byScheme, List<LeftOut> leftOut) {
        this.byScheme = byScheme;
        this.leftOut = List.copyOf(leftOut);
    }

    /// Every provider that `loader` sees. The first with a scheme has it.
    public static Drivers load(ClassLoader loader) {
        var byScheme = new LinkedHashMap<String, DeviceProvider>();
        var leftOut = new ArrayList<LeftOut>();
        var candidates = ServiceLoader.load(DeviceProvider.class, loader).stream().iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    break;
                }
                admit(candidates.next(), byScheme, leftOut);
            } catch (ServiceConfigurationError e) {
                leftOut.add(new LeftOut("service file", String.valueOf(e.getMessage())));
            }
        }
        return new Drivers(byScheme, leftOut);
    }

    private static void admit(
            ServiceLoader.Provider<DeviceProvider> candidate,
            Map<String, DeviceProvider> byScheme,
            List<LeftOut> leftOut) {
        var name = candidate.type().getName();
        try {
            var provider = candidate.get();
            var holder = byScheme.putIfAbsent(provider.scheme(), provider);
            if (holder != null) {
                leftOut.add(
                        new LeftOut(
                                name,
                                provider.scheme() + " is taken by " + holder.getClass().getName()));
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            leftOut.add(
                    new LeftOut(
                            name, e.toString())); // foreign code: contained here and nowhere else
        }
    }

    public List<LeftOut> leftOut() {
        return leftOut;
    }

    public List<String> schemes() {
        return List.copyOf(byScheme.keySet());
    }

    /// What all drivers see attached now.
    public List<URI> scan() {
        var found = new ArrayList<URI>();
        for (var provider : byScheme.values()) {
            found.addAll(provider.scan());
        }
        return found;
    }

    /// Opens the device at `address` on a thread of its own.
    public Opening open(URI address) throws InterruptedException {
        var scheme = address.getScheme();
        var provider = scheme == null ? null : byScheme.get(scheme);
        if (provider == null) {
            return new Opening.NotOpened(
                    new Fault.Refused(0, "no driver for " + address + "; there is " + schemes()));
        }
        return switch (provider.open(address)) {
            case Opening.Opened(var device) -> new Opening.Opened(DeviceLane.of(device));
            case Opening.NotOpened not -> not;
        };
    }
}
