package vn.tram.device;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The drivers found at start: the station's own, then those of the jars in its folder `drivers`.
/// One that is broken, not trusted or claims a scheme already taken is left out and named; one that
/// breaks or dawdles later is named when it does. Drivers are foreign code: what they throw, and
/// how long they take, is contained in this package and nowhere else.
///
/// Code that means harm is not contained: it runs in the station's process. That is kept out by
/// [DriverTrust].
public final class Drivers {
    /// How long all drivers together may take to be made.
    private static final Duration LOAD = Duration.ofSeconds(5);

    /// How long all scans together may take: twice what one driver is promised.
    private static final Duration SCAN = Duration.ofSeconds(2);

    /// How long one opening may take: twice what the station is promised.
    private static final Duration OPEN = Duration.ofSeconds(20);

    /// A driver left out.
    ///
    /// @param name its jar or its class, or what is known of it
    public record LeftOut(String name, String why) {}

    private final Map<String, DeviceProvider> byScheme = new LinkedHashMap<>();
    private final CopyOnWriteArrayList<LeftOut> leftOut = new CopyOnWriteArrayList<>();
    private final Map<URI, PendingOpening> openings = new ConcurrentHashMap<>();

    private final DeviceTrust trust;

    private Drivers(DeviceTrust trust) {
        this.trust = trust;
    }

    /// Every provider that `loader` sees. The first with a scheme has it. No device that signs is
    /// believed.
    public static Drivers load(ClassLoader loader) {
        var drivers = new Drivers(DeviceTrust.none());
        drivers.admit(Map.of("", onThread("drivers", () -> found(loader))));
        return drivers;
    }

    /// The same, and after them the providers of every `*.jar` in `folder`, in the order of their
    /// names. A folder that is not there holds none.
    public static Drivers load(ClassLoader loader, Path folder, DriverTrust trust) {
        return load(loader, folder, trust, DeviceTrust.none());
    }

    /// The same, and whose signed devices are believed.
    public static Drivers load(
            ClassLoader loader, Path folder, DriverTrust trust, DeviceTrust devices) {
        var drivers = new Drivers(devices);
        var searches = new LinkedHashMap<String, FutureTask<List<Found>>>();
        searches.put("", onThread("drivers", () -> found(loader)));
        for (var file : drivers.jars(folder)) {
            var name = file.getFileName().toString();
            searches.put(name, onThread("drivers " + name, () -> found(file, loader, trust)));
        }
        drivers.admit(searches);
        return drivers;
    }

    private List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            leftOut.add(new LeftOut(folder.toString(), "the folder cannot be read: " + e));
            return List.of();
        }
    }

    /// What a search came upon.
    private sealed interface Found {
        record Provider(String name, String scheme, DeviceProvider provider) implements Found {}

        record Broken(LeftOut leftOut) implements Found {}
    }

    private static List<Found> found(Path file, ClassLoader station, DriverTrust trust) {
        try {
            var jar = DriverJar.read(file);
            var refusal = trust.refusal(jar);
            if (refusal.isPresent()) {
                return List.of(new Found.Broken(new LeftOut(jar.name(), refusal.get())));
            }
            var found = found(jar.loader(station));
            return found.isEmpty()
                    ? List.of(
                            new Found.Broken(
                                    new LeftOut(jar.name(), "its service file names no driver")))
                    : found;
        } catch (IOException e) {
            var why = "it cannot be read: " + e.getMessage();
            return List.of(new Found.Broken(new LeftOut(file.getFileName().toString(), why)));
        }
    }

    private static List<Found> found(ClassLoader loader) {
        var found = new ArrayList<Found>();
        var candidates = ServiceLoader.load(DeviceProvider.class, loader).stream().iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    return found;
                }
                found.add(made(candidates.next()));
            } catch (ServiceConfigurationError e) {
                found.add(broken("service file", String.valueOf(e.getMessage())));
            } catch (LinkageError e) {
                found.add(broken("a driver with a missing library", e.toString()));
            }
        }
    }

    private static Found made(ServiceLoader.Provider<DeviceProvider> candidate) {
        var name = candidate.type().getName();
        try {
            var provider = candidate.get();
            return new Found.Provider(name, provider.scheme(), provider);
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            return broken(name, e.toString());
        }
    }

    private static Found broken(String name, String why) {
        return new Found.Broken(new LeftOut(name, why));
    }

    private void admit(Map<String, FutureTask<List<Found>>> searches) {
        var deadline = Deadline.in(LOAD);
        searches.forEach((jar, search) -> {
            var name = jar.isEmpty() ? "the station's own drivers" : jar;
            for (var found : result(name, search, deadline, "load")) {
                admit(jar, found);
            }
        });
    }

    private void admit(String jar, Found found) {
        switch (found) {
            case Found.Broken(var out) -> leftOut.add(new LeftOut(of(jar, out.name()), out.why()));
            case Found.Provider(var name, var scheme, var provider) -> {
                var holder = byScheme.putIfAbsent(scheme, provider);
                if (holder != null) {
                    var why = scheme + " is taken by " + holder.getClass().getName();
                    leftOut.add(new LeftOut(of(jar, name), why));
                }
            }
        }
    }

    private static String of(String jar, String name) {
        return jar.isEmpty() || jar.equals(name) ? name : jar + ": " + name;
    }

    /// Drivers that are not there, or did not answer, and why.
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    public List<String> schemes() {
        return List.copyOf(byScheme.keySet());
    }

    /// The version that a driver's jar states in its manifest; `development` where it states none.
    public String version(String scheme) {
        var provider = byScheme.get(scheme);
        if (provider == null) {
            return "development";
        }
        var stated = provider.getClass().getPackage().getImplementationVersion();
        return stated == null ? "development" : stated;
    }

    /// What all drivers see attached now, within two seconds; interrupted, what was seen until
    /// then.
    public List<URI> scan() {
        var scans = new LinkedHashMap<DeviceProvider, FutureTask<List<URI>>>();
        byScheme.forEach((scheme, provider) ->
                scans.put(provider, onThread("scan " + scheme, provider::scan)));
        var deadline = Deadline.in(SCAN);
        var found = new ArrayList<URI>();
        scans.forEach(
                (provider, scan) -> found.addAll(result(name(provider), scan, deadline, "scan")));
        return found;
    }

    private static <T> FutureTask<T> onThread(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private <T> List<T> result(
            String name, FutureTask<List<T>> work, Deadline deadline, String what) {
        try {
            return work.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            var seconds = deadline.patience().toSeconds();
            broke(name, "did not answer a " + what + " within " + seconds + " s");
        } catch (ExecutionException e) {
            broke(name, "broke in a " + what + ": " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            work.cancel(true);
        }
        return List.of();
    }

    private static String name(DeviceProvider provider) {
        return provider.getClass().getName();
    }

    private void broke(String name, String how) {
        leftOut.addIfAbsent(new LeftOut(name, how));
    }

    /// Opens the device at `address` on a thread of its own, within twenty seconds. A driver that
    /// has not come back from there is not asked for the same address again until it has.
    public Opening open(URI address) throws InterruptedException {
        var scheme = address.getScheme();
        var provider = scheme == null ? null : byScheme.get(scheme);
        if (provider == null) {
            return new Opening.NotOpened(
                    new Fault.Refused(0, "no driver for " + address + "; there is " + schemes()));
        }
        var pending = new PendingOpening(provider, address, trust);
        var before = openings.putIfAbsent(address, pending);
        if (before != null) {
            return new Opening.NotOpened(new Fault.Busy("an opening that has not come back"));
        }
        pending.start(() -> openings.remove(address));
        try {
            return switch (pending.get(OPEN)) {
                case Opening.Opened(var device) -> new Opening.Opened(DeviceLane.of(device));
                case Opening.NotOpened not -> not;
            };
        } catch (TimeoutException _) {
            broke(name(provider), "did not open a device within " + OPEN.toSeconds() + " s");
            return new Opening.NotOpened(new Fault.TimedOut(OPEN, "opening by its driver"));
        } catch (ExecutionException e) {
            var how = "broke while opening: " + e.getCause();
            broke(name(provider), how);
            return new Opening.NotOpened(
                    new Fault.Refused(0, "the driver of " + scheme + " " + how));
        }
    }
}
