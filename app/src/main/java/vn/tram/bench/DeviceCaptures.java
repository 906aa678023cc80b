package vn.tram.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Position;

/// How long a capture takes, and how much of that is the station's: the time from the moment at
/// which the driver had the picture from its device to the moment at which the station has it.
final class DeviceCaptures {
    private static final int WARM_UP = 20;
    private static final int RUNS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DeviceCaptures() {}

    /// Two rows a driver: the whole, and what lies over the bare device.
    static List<Figures> of(String name, Site site)
            throws IOException, InterruptedException, Unmeasured {
        var rows = new ArrayList<Figures>();
        var drivers = Drivers.load(DeviceCaptures.class.getClassLoader());
        try (var devices = PlayedDevices.start(site)) {
            for (var camera : devices.cameras().entrySet()) {
                rows.addAll(of(name, name + "-" + camera.getKey(), camera.getValue(), drivers));
            }
        }
        return rows;
    }

    private static List<Figures> of(String name, String row, URI address, Drivers drivers)
            throws InterruptedException, Unmeasured {
        if (!(drivers.open(address) instanceof Opening.Opened(var device))) {
            throw new Unmeasured(name, address + " cannot be opened");
        }
        var whole = new double[RUNS];
        var over = new double[RUNS];
        try (device) {
            var request = Request.of(Position.FACE, PATIENCE, "bench");
            for (int i = -WARM_UP; i < RUNS; i++) {
                long start = System.nanoTime();
                var capture = device.capture(request, Progress.none());
                var here = Instant.now();
                long end = System.nanoTime();
                if (!(capture instanceof Capture.Taken(var samples))) {
                    throw new Unmeasured(name, address + " gave " + capture);
                }
                if (i >= 0) {
                    var made = samples.getFirst().frame().takenAt();
                    whole[i] = (end - start) / 1e6;
                    over[i] = Duration.between(made, here).toNanos() / 1e6;
                }
            }
        }
        return List.of(Figures.of(row, "ms", whole), Figures.of(row + "-overhead", "ms", over));
    }
}
