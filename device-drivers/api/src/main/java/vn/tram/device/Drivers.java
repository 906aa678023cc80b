package vn.tram.device;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The drivers found at start. One that is broken or claims a scheme already taken is left out and
/// named; one that breaks or dawdles later is named when it does. Drivers are foreign code: what
/// they throw is contained in this class and nowhere else.
public final class Drivers {
    /// How long all scans together may take: twice what one driver is promised.
    private static final Duration SCAN = Duration.ofSeconds(2);

    /// A driver left out.
    ///
    /// @param name its class, or what is known of it
    public record LeftOut(String name, String why) {}

    private final Map<String, DeviceProvider> byScheme;
    private final CopyOnWriteArrayList<LeftOut> leftOut;

    private Drivers(Map<String, DeviceProvider> byScheme, List<LeftOut> leftOut) {
        this.byScheme = byScheme;
        this.leftOut = new CopyOnWriteArrayList<>(leftOut);
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
            } catch (LinkageError e) {
                leftOut.add(new LeftOut("a driver with a missing library", e.toString()));
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
            leftOut.add(new LeftOut(name, e.toString()));
        }
    }

    /// Drivers that are not there, or did not answer, and why.
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    public List<String> schemes() {
        return List.copyOf(byScheme.keySet());
    }

    /// What all drivers see attached now, within two seconds; interrupted, what was seen until
    /// then.
    public List<URI> scan() {
        var scans = new LinkedHashMap<DeviceProvider, FutureTask<List<URI>>>();
        for (var provider : byScheme.values()) {
            var scan = new FutureTask<>(provider::scan);
            scans.put(provider, scan);
            Thread.ofPlatform().daemon().name("scan " + provider.scheme()).start(scan);
        }
        var deadline = Deadline.in(SCAN);
        var found = new ArrayList<URI>();
        scans.forEach((provider, scan) -> found.addAll(result(provider, scan, deadline)));
        return found;
    }

    private List<URI> result(
            DeviceProvider provider, FutureTask<List<URI>> scan, Deadline deadline) {
        try {
            return scan.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            broke(provider, "did not answer a scan within " + SCAN.toSeconds() + " s");
        } catch (ExecutionException e) {
            broke(provider, "broke while scanning: " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            scan.cancel(true);
        }
        return List.of();
    }

    private void broke(DeviceProvider provider, String how) {
        leftOut.addIfAbsent(new LeftOut(provider.getClass().getName(), how));
    }

    /// Opens the device at `address` on a thread of its own.
    public Opening open(URI address) throws InterruptedException {
        var scheme = address.getScheme();
        var provider = scheme == null ? null : byScheme.get(scheme);
        if (provider == null) {
            return new Opening.NotOpened(
                    new Fault.Refused(0, "no driver for " + address + "; there is " + schemes()));
        }
        try {
            return switch (provider.open(address)) {
                case Opening.Opened(var device) -> new Opening.Opened(DeviceLane.of(device));
                case Opening.NotOpened not -> not;
            };
        } catch (RuntimeException | LinkageError e) {
            var how = "broke while opening: " + e;
            broke(provider, how);
            return new Opening.NotOpened(
                    new Fault.Refused(0, "the driver of " + scheme + " " + how));
        }
    }
}
