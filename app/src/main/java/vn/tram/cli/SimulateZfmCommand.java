package vn.tram.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tram.device.Capture;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.driver.simulated.SimulatedProvider;
import vn.tram.driver.zfm.simulator.Finger;
import vn.tram.driver.zfm.simulator.Mischief;
import vn.tram.driver.zfm.simulator.Model;
import vn.tram.driver.zfm.simulator.Setup;
import vn.tram.driver.zfm.simulator.ZfmSimulator;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

@Command(
        name = "zfm",
        mixinStandardHelpOptions = true,
        description = {
            "A serial fingerprint module of the ZFM-20 family. For a cable that is none, join two pseudo-terminals:",
            "  socat -d -d pty,raw,echo=0,link=/tmp/host pty,raw,echo=0,link=/tmp/module",
            "then simulate on /tmp/module and use zfm:///tmp/host, or any other program, on the other end."
        })
final class SimulateZfmCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            required = true,
            paramLabel = "PATH",
            description = "The serial port or pseudo-terminal that the module hangs on.")
    private String port = "";

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "zfm-20, r305, r307, fpm10a, as608 or r503. Default: r307.")
    private String model = "r307";

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description =
                    "What it sees: a picture, cut to the sensor's size about the middle, not scaled. Without it a synthetic print.")
    private @Nullable Path image;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another synthetic print, other random numbers and noise. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--finger",
            paramLabel = "WORD",
            description =
                    "lifts (a second after it was made into a template, for a second), stays or away. Default: lifts.")
    private Finger finger = Finger.LIFTS;

    @Option(
            names = "--baud",
            paramLabel = "N",
            description =
                    "Speed at start: 9600, 19200, 38400, 57600 or 115200; it paces itself by it. Default: 57600.")
    private int baud = 57_600;

    @Option(
            names = "--address",
            paramLabel = "HEX",
            description = "The module's address, eight hexadecimal digits. Default: FFFFFFFF.")
    private String address = "FFFFFFFF";

    @Option(
            names = "--password",
            paramLabel = "HEX",
            description = "The module's password, the same way. Default: 00000000.")
    private String password = "00000000";

    @Option(
            names = "--fault",
            paramLabel = "SCRIPT",
            description = {
                "What goes wrong with which packet that it sends, counted from 1: noise, short, sum, silence or unplug,",
                "each with @N, @N-M, @N- or alone for always, commas between; such as noise@3,sum@20-22,unplug@300."
            })
    private String fault = "";

    @Override
    public Integer call() throws Failure, InterruptedException {
        var setup = setup();
        var print = image == null ? synthetic() : picture(image);
        try (var simulator = ZfmSimulator.open(port, setup, _ -> print)) {
            SimulateCommand.ready(spec.commandLine().getOut(), port);
            return switch (simulator.run()) {
                case CLOSED -> 0;
                case UNPLUGGED -> {
                    spec.commandLine().getErr().println("Unplugged, as told.");
                    yield 0;
                }
                case PORT_GONE -> throw new Failure("The port " + port + " went away.");
            };
        } catch (FaultException e) {
            throw new Failure(Sentences.of(e.fault(), Kind.SINGLE_FINGER_SCANNER));
        }
    }

    private Setup setup() {
        if (!List.of(9_600, 19_200, 38_400, 57_600, 115_200).contains(baud)) {
            throw wrong("--baud must be 9600, 19200, 38400, 57600 or 115200, not " + baud);
        }
        try {
            return new Setup(
                    known(),
                    finger,
                    baud,
                    four("--address", address),
                    four("--password", password),
                    seed,
                    fault.isEmpty() ? Mischief.none() : Mischief.of(fault));
        } catch (IllegalArgumentException e) {
            throw wrong("--fault: " + e.getMessage());
        }
    }

    private Model known() {
        for (var candidate : Model.values()) {
            if (Words.of(candidate).equals(model)) {
                return candidate;
            }
        }
        throw wrong("--model must be zfm-20, r305, r307, fpm10a, as608 or r503, not " + model);
    }

    private int four(String option, String digits) {
        if (!digits.matches("[0-9A-Fa-f]{8}")) {
            throw wrong(option + " must be eight hexadecimal digits, not " + digits);
        }
        return HexFormat.fromHexDigits(digits);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private static Gray8 picture(Path file) throws Failure {
        return switch (Images.read(file)) {
            case Decoding.Decoded(var pixels, _) -> pixels.toGray();
            case Decoding.Unreadable(var why) ->
                    throw new Failure(file + " cannot be shown: " + why + ".");
        };
    }

    /// One finger of a synthetic person, by the driver that shows such.
    private Gray8 synthetic() throws Failure, InterruptedException {
        var address = URI.create("sim://single?hand=careful&seed=" + Math.max(0, seed));
        var request = Request.of(Position.RIGHT_INDEX, PATIENCE, "simulate");
        if (!(new SimulatedProvider().open(address) instanceof Opening.Opened(var scanner))) {
            throw new IllegalStateException("the simulated scanner is always there");
        }
        try (scanner) {
            return switch (scanner.capture(request, Progress.none())) {
                case Capture.Taken(var samples) -> samples.getFirst().frame().pixels().toGray();
                case Capture.Missed(var why) ->
                        throw new Failure(Sentences.of(why, Kind.SINGLE_FINGER_SCANNER));
            };
        }
    }
}
