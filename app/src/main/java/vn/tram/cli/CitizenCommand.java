package vn.tram.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.enroll.CitizenRecords.Answer;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;
import vn.tram.papers.WorkingDays;
import vn.tram.task.WholeFile;

@Command(
        name = "citizen",
        mixinStandardHelpOptions = true,
        description = "What a citizen may ask of the own data, Law 91/2025.",
        subcommands = {CitizenCommand.Export.class, CitizenCommand.Delete.class})
final class CitizenCommand {
    /// Within so many working days the citizen must have an answer.
    private static final int DUE = 2;

    private CitizenCommand() {}

    private static LocalDate due(Assembly station) {
        return WorkingDays.after(
                LocalDate.now(java.time.ZoneId.systemDefault()),
                DUE,
                station.settings().station().slips().holidays());
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes all that the station holds of one person into a file, as JSON. Pictures are told, not written; what is sealed only the registry can show.",
                "The supervisor's password is read from the terminal or from standard input."
            })
    static final class Export implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "NUMBER", description = "The personal number.")
        private String number = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "OFFICER",
                description = "A supervisor.")
        private String by = "";

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FILE",
                description = "Must not be there.")
        private Path to = Path.of("");

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            if (Files.exists(to)) {
                throw new Failure(to + " is there already.");
            }
            try (var station = state.open()) {
                var who = SignedIn.with(station, by, Right.CITIZEN_RECORDS);
                switch (station.citizenRecords().held(number, who)) {
                    case Answer.Held(var sessions) -> {
                        var content = Json.of(CitizenRecordJson.of(station, sessions));
                        WholeFile.writeSecret(to, content.getBytes(StandardCharsets.UTF_8));
                        System.out.println(sessions.size() + " sessions in " + to);
                        System.err.println(
                                "The answer is due on " + due(station) + " at the latest.");
                    }
                    case Answer.Refused(var reason) -> throw new Failure(Sentences.of(reason));
                    case Answer.Deleted _ -> throw new IllegalStateException("nothing was deleted");
                }
                return 0;
            }
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = {
                "Ends every session of one person that is not sealed: images and data are destroyed. Sealed sessions are told: they are the registry's to delete.",
                "The supervisor's password is read from the terminal or from standard input."
            })
    static final class Delete implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "NUMBER", description = "The personal number.")
        private String number = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "OFFICER",
                description = "A supervisor.")
        private String by = "";

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            try (var station = state.open()) {
                var who = SignedIn.with(station, by, Right.CITIZEN_RECORDS);
                switch (station.citizenRecords().delete(number, who)) {
                    case Answer.Deleted(var deleted, var kept) -> {
                        PrintedSlips.of(station).endAnswered();
                        deleted.forEach(id -> System.out.println("deleted " + id));
                        kept.forEach(id -> System.out.println("kept, sealed " + id));
                        System.err.println(
                                "The answer is due on " + due(station) + " at the latest.");
                    }
                    case Answer.Refused(var reason) -> throw new Failure(Sentences.of(reason));
                    case Answer.Held _ -> throw new IllegalStateException("nothing was asked");
                }
                return 0;
            }
        }
    }
}
