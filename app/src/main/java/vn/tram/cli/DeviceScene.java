package vn.tram.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.driver.sbi.simulator.Scene;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// What lies before a simulated service: what other devices of the station show. One captures at a
/// time.
final class DeviceScene implements Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Device slap;
    private final Device single;
    private final Device camera;
    private final Map<Position, Preview> previews = new ConcurrentHashMap<>();

    private DeviceScene(Device slap, Device single, Device camera) {
        this.slap = slap;
        this.single = single;
        this.camera = camera;
    }

    static DeviceScene open(URI slap, URI single, URI camera) throws Failure, InterruptedException {
        var drivers = Drivers.load(DeviceScene.class.getClassLoader());
        return new DeviceScene(open(drivers, slap), open(drivers, single), open(drivers, camera));
    }

    private static Device open(Drivers drivers, URI address) throws Failure, InterruptedException {
        return switch (drivers.open(address)) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) ->
                    throw new Failure("Nothing to show at " + address + ": " + fault + ".");
        };
    }

    private Device of(Position position) {
        if (position == Position.FACE) {
            return camera;
        }
        return position.isSlap() ? slap : single;
    }

    @Override
    public Optional<Pixels> live(Position position) throws InterruptedException {
        var preview = previews.computeIfAbsent(position, this::preview);
        return switch (preview.next(PATIENCE)) {
            case Preview.Look.Seen(var frame) -> Optional.of(frame.pixels());
            case Preview.Look.Lost _ -> {
                previews.remove(position, preview);
                yield Optional.empty();
            }
        };
    }

    private Preview preview(Position position) {
        return ((PreviewingDevice) of(position)).preview(request(position));
    }

    @Override
    public Optional<Pixels> still(Position position) throws InterruptedException {
        return switch (of(position).capture(request(position), Progress.none())) {
            case Capture.Taken(var samples) -> Optional.of(samples.getFirst().frame().pixels());
            case Capture.Missed _ -> Optional.empty();
        };
    }

    private static Request request(Position position) {
        return Request.of(position, PATIENCE, "simulated");
    }
}
