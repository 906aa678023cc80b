package vn.tram.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.driver.code.simulator.Ending;
import vn.tram.driver.code.simulator.ReaderSimulator;
import vn.tram.identity.CardQr;
import vn.tram.identity.TrainingPeople;

@Command(
        name = "qr",
        mixinStandardHelpOptions = true,
        description = {
            "A serial barcode reader before which one identity card after the other is held. For a cable that is none, join two pseudo-terminals:",
            "  socat -d -d pty,raw,echo=0,link=/tmp/host pty,raw,echo=0,link=/tmp/module",
            "then simulate on /tmp/module and use qr:///tmp/host, or any other program, on the other end."
        })
final class SimulateQrCommand implements Callable<Integer> {
    /// The invented people of the training station whose cards are shown.
    private static final int CARDS = 20;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            required = true,
            paramLabel = "PATH",
            description = "The serial port or pseudo-terminal that the reader hangs on.")
    private String port = "";

    @Option(
            names = "--code",
            paramLabel = "TEXT",
            description = "What is read; may be given more than once. Default: invented cards.")
    private List<String> codes = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Other cards, other noise. Default: 7, the people whom a training station knows.")
    private long seed = 7;

    @Option(
            names = "--ending",
            paramLabel = "WORD",
            description = "What it sends behind a code: cr, lf, crlf or none. Default: cr.")
    private Ending ending = Ending.CR;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "From code to code, 1 to 3600. Default: 3.")
    private int every = 3;

    @Option(names = "--noise", description = "Random bytes before each code.")
    private boolean noise;

    @Option(names = "--short-writes", description = "A few bytes at a time.")
    private boolean shortWrites;

    @Option(names = "--baud", paramLabel = "N", description = "Speed. Default: 9600.")
    private int baud = 9_600;

    @Override
    public Integer call() throws Failure, InterruptedException {
        if (every < 1 || every > 3600) {
            throw new ParameterException(
                    spec.commandLine(), "--every must be 1 to 3600, not " + every);
        }
        var manner =
                new ReaderSimulator.Manner(
                        codes.isEmpty() ? cards() : codes,
                        ending,
                        Duration.ofSeconds(every),
                        noise,
                        shortWrites,
                        seed);
        try (var simulator = ReaderSimulator.open(port, baud, manner)) {
            SimulateCommand.ready(spec.commandLine().getOut(), port);
            return switch (simulator.run()) {
                case CLOSED -> 0;
                case PORT_GONE -> throw new Failure("The port " + port + " went away.");
            };
        } catch (FaultException e) {
            throw new Failure(Sentences.of(e.fault(), Kind.CODE_READER));
        }
    }

    private List<String> cards() {
        return new TrainingPeople(seed).first(CARDS).stream().map(CardQr::written).toList();
    }
}
