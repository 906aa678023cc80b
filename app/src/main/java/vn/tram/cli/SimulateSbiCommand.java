package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.domain.Mode;
import vn.tram.driver.sbi.Spec;
import vn.tram.driver.sbi.simulator.Certificates;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SbiSimulator;
import vn.tram.driver.sbi.simulator.Scene;
import vn.tram.driver.sbi.simulator.SimulatedDevice;
import vn.tram.enroll.StationFault;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.security.StateFolder;

@Command(
        name = "sbi",
        mixinStandardHelpOptions = true,
        description = {
            "A MOSIP device service on 127.0.0.1 that is strict about what it is asked. It signs with keys made at its start,",
            "which the training station of --state believes, and any client that is given the certificates. Runs until it is stopped."
        })
final class SimulateSbiCommand implements Callable<Integer> {
    /// The interface's own ports.
    private static final int FIRST_PORT = 4501;

    private static final int LAST_PORT = 4600;

    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "0 for any that is free. Default: the first free one of 4501 to 4600.")
    private int port = -1;

    @Option(
            names = "--device",
            paramLabel = "D",
            description = "slap, single or face; may be repeated. Default: slap and face.")
    private List<SimulatedDevice> devices = List.of();

    @Option(names = "--spec", paramLabel = "V", description = "0.9.5 (default) or 1.0.")
    private String spec = Spec.V0_9_5.version();

    @Option(
            names = "--image",
            paramLabel = "PATH",
            description =
                    "A picture that lies before every device, or a directory of pictures named by position. Default: synthetic people.")
    private Path image = Path.of("");

    @Option(
            names = "--trust-to",
            paramLabel = "DIR",
            description =
                    "Where the certificates of its root and provider are laid. Default: where the station of --state looks.")
    private Path trust = Path.of("");

    @Option(names = "--score", paramLabel = "N", description = "Of every picture. Default: 80.")
    private int score = 80;

    @Option(names = "--env", paramLabel = "E", description = "Default: Staging.")
    private String environment = "Staging";

    @Option(
            names = "--misdeed",
            paramLabel = "M",
            description = "One way to misbehave, such as alg-none; wrong ones list all.")
    private String misdeed = "none";

    @Override
    public Integer call() throws StationFault, Failure, InterruptedException {
        var home = StateFolder.openOrMakeTraining(state.folder());
        if (home.mode() != Mode.TRAINING) {
            throw new Failure("This is a production station: it simulates no device.");
        }
        var wanted =
                Arrays.stream(Spec.values())
                        .filter(s -> s.version().equals(spec))
                        .findFirst()
                        .orElseThrow(() -> new Failure("The versions are 0.9.5 and 1.0."));
        var how = misdeed();
        var certificates = Certificates.make();
        try (var simulator =
                start(
                        new SbiSimulator.Setup(
                                certificates,
                                devices.isEmpty()
                                        ? List.of(SimulatedDevice.SLAP, SimulatedDevice.FACE)
                                        : devices,
                                wanted,
                                scene(),
                                score,
                                environment))) {
            simulator.misbehave(how);
            certificates.writeTo(trust.toString().isEmpty() ? Places.trainingTrust(home) : trust);
            System.out.println("ready http://127.0.0.1:" + simulator.port() + "/");
            System.out.flush();
            new CountDownLatch(1).await(); // until the process is ended
        } catch (IOException e) {
            throw new Failure("The service cannot start: " + e.getMessage() + ".");
        }
        return 0;
    }

    private Misdeed misdeed() throws Failure {
        return Arrays.stream(Misdeed.values())
                .filter(m -> written(m).equals(misdeed))
                .findFirst()
                .orElseThrow(() ->
                        new Failure(
                                "There is "
                                        + Arrays.stream(Misdeed.values())
                                                .map(SimulateSbiCommand::written)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private static String written(Misdeed misdeed) {
        return misdeed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private SbiSimulator start(SbiSimulator.Setup setup) throws IOException {
        if (port >= 0) {
            return SbiSimulator.start(port, setup);
        }
        for (int free = FIRST_PORT; ; free++) {
            try {
                return SbiSimulator.start(free, setup);
            } catch (IOException e) {
                if (free == LAST_PORT) {
                    throw e;
                }
            }
        }
    }

    private Scene scene() throws Failure, InterruptedException {
        if (image.toString().isEmpty()) {
            return DeviceScene.open(
                    URI.create("sim://slap"),
                    URI.create("sim://single"),
                    URI.create("sim://camera"));
        }
        if (Files.isDirectory(image)) {
            var folder = "folder://" + image.toAbsolutePath().toUri().getRawPath() + "?as=";
            return DeviceScene.open(
                    URI.create(folder + "slap"),
                    URI.create(folder + "single"),
                    URI.create(folder + "camera"));
        }
        return switch (Images.read(image)) {
            case Decoding.Decoded(var pixels, _) -> Scene.of(pixels);
            case Decoding.Unreadable(var why) ->
                    throw new Failure(image + " cannot be read: it " + why + ".");
        };
    }
}
