package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Request;
import vn.tram.driver.camera.simulator.CameraSimulator;
import vn.tram.driver.simulated.SimulatedProvider;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

@Command(
        name = "camera",
        mixinStandardHelpOptions = true,
        description = {
            "A network camera on 127.0.0.1: MJPEG over HTTP, at every path.",
            "Open it as camera://127.0.0.1:PORT/ or with any program that shows such streams. Runs until it is stopped."
        })
final class SimulateCameraCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int JPEG_QUALITY = 90;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "0, the default, for any that is free.")
    private int port;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "What it sees. Default: the people of sim://camera.")
    private Path image = Path.of("");

    @Option(names = "--scene", paramLabel = "URI", description = "Default: sim://camera?seed=7.")
    private URI scene = URI.create("sim://camera?seed=7");

    @Option(names = "--fps", paramLabel = "N", description = "1 to 60. Default: 30.")
    private int fps = 30;

    @Override
    public Integer call() throws Failure, IOException, InterruptedException {
        if (fps < 1 || fps > 60) {
            throw new Failure("Pictures a second are 1 to 60.");
        }
        var show = new CameraSimulator.Show(image.toString().isEmpty() ? people() : still(), fps);
        try (var camera = CameraSimulator.start(port, show)) {
            SimulateCommand.ready(
                    spec.commandLine().getOut(), "camera://127.0.0.1:" + camera.port() + "/");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private IntFunction<byte[]> still() throws Failure {
        return switch (Images.read(image)) {
            case Decoding.Decoded(var pixels, _) -> {
                var jpeg = jpeg(pixels);
                yield _ -> jpeg;
            }
            case Decoding.Unreadable(var why) ->
                    throw new Failure(image + " cannot be read: it " + why + ".");
        };
    }

    /// What the simulated people do, the same for everybody who watches.
    private IntFunction<byte[]> people() throws Failure {
        if (!(new SimulatedProvider().open(scene)
                instanceof Opening.Opened(PreviewingDevice device))) {
            throw new Failure(scene + " is no simulated camera.");
        }
        var preview = device.preview(Request.of(Position.FACE, PATIENCE, "simulate"));
        return _ -> {
            try {
                return switch (preview.next(PATIENCE)) {
                    case Preview.Look.Seen(var frame) -> jpeg(frame.pixels());
                    case Preview.Look.Lost(var fault) ->
                            throw new IllegalStateException("the simulated people left: " + fault);
                };
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a watcher", e);
            }
        };
    }

    private static byte[] jpeg(Pixels pixels) {
        return Images.jpeg(pixels, new Resolution.Unknown(), JPEG_QUALITY);
    }
}
