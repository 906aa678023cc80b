package vn.tram.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import vn.tram.enroll.StationFault;

/// `tram` itself: without a subcommand it starts the station UI.
@Command(
        name = "tram",
        mixinStandardHelpOptions = true,
        version = "Trạm " + Assembly.VERSION,
        description = "The enrollment station. Without a command it opens the station's window.",
        footer = {
            "",
            "Exit codes: 0 done, 1 refused or failed, 2 wrong usage.",
            "./tram test builds and runs every test."
        },
        subcommands = {
            EnrollCommand.class,
            SessionsCommand.class,
            QualityCommand.class,
            DevicesCommand.class,
            SimulateCommand.class,
            ExportCommand.class,
            BatchCommand.class,
            RegistryCommand.class,
            AuditCommand.class,
            OfficersCommand.class,
            InspectionCommand.class,
            PurgeCommand.class,
            CitizenCommand.class,
            SupportCommand.class,
            RosterCommand.class,
            BenchCommand.class
        })
public final class TramCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TramCommand.class);

    @Mixin private StateOption state = new StateOption();

    private TramCommand() {}

    /// Runs the command line.
    ///
    /// @return the exit code
    public static int run(String... arguments) {
        return new CommandLine(new TramCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(TramCommand::explain)
                .execute(arguments);
    }

    @Override
    public Integer call() throws StationFault, IOException, InterruptedException {
        try (var station = state.open()) {
            return StationWindow.open(station);
        }
    }

    private static int explain(Exception exception, CommandLine command, ParseResult parsed) {
        switch (exception) {
            case StationFault fault -> {
                LOG.error("command failed", fault);
                command.getErr().println(Sentences.of(fault));
            }
            case Failure failure -> command.getErr().println(failure.getMessage());
            default -> {
                var reference =
                        UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
                LOG.error("error of the station's own, {}", reference, exception);
                command.getErr().println(Sentences.bug(reference));
            }
        }
        return 1;
    }
}
