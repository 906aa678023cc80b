package vn.tram.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Request;
import vn.tram.driver.camera.simulator.CameraSimulator;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// Cameras that need no hardware, one a driver: the simulated one, a folder played as one, and a
/// network camera on loopback that sends 30 pictures a second.
final class PlayedDevices implements AutoCloseable {
    private static final int FPS = 30;
    private static final int JPEG_QUALITY = 90;
    private static final int PICTURES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final URI SIMULATED = URI.create("sim://camera?seed=7&person=0");

    private final Path folder;
    private final CameraSimulator network;
    private final SequencedMap<String, URI> cameras = new LinkedHashMap<>();

    private PlayedDevices(Path folder, CameraSimulator network) {
        this.folder = folder;
        this.network = network;
        cameras.put("sim", SIMULATED);
        cameras.put("folder", URI.create("folder://" + folder + "?as=camera"));
        cameras.put("camera", URI.create("camera://127.0.0.1:" + network.port() + "/"));
    }

    static PlayedDevices start(Site site) throws IOException, InterruptedException {
        var folder = site.newFolder();
        var portrait = Scene.captured(Position.FACE).pixels();
        Files.write(folder.resolve("face.png"), Images.png(portrait, new Resolution.Unknown()));
        var live = live();
        var show = new CameraSimulator.Show(number -> live.get(number % live.size()), FPS);
        return new PlayedDevices(folder, CameraSimulator.start(0, show));
    }

    /// What a live picture of 1280 x 720 shows one after the other: one that never changes is a
    /// frozen camera's.
    private static List<byte[]> live() throws InterruptedException {
        var drivers = Drivers.load(PlayedDevices.class.getClassLoader());
        if (!(drivers.open(SIMULATED) instanceof Opening.Opened(PreviewingDevice camera))) {
            throw new IllegalStateException("the simulated camera is always there");
        }
        var request = Request.of(Position.FACE, PATIENCE, "bench");
        var pictures = new ArrayList<byte[]>();
        try (camera;
                var preview = camera.preview(request)) {
            while (pictures.size() < PICTURES) {
                if (!(preview.next(PATIENCE) instanceof Preview.Look.Seen(var frame))) {
                    throw new IllegalStateException("the simulated people left");
                }
                pictures.add(Images.jpeg(frame.pixels(), new Resolution.Unknown(), JPEG_QUALITY));
            }
        }
        return pictures;
    }

    /// By driver.
    SequencedMap<String, URI> cameras() {
        return cameras;
    }

    @Override
    public void close() throws IOException {
        network.close();
        Site.delete(folder);
    }
}
