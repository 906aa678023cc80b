package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Inspection;
import vn.tram.enroll.Inspection.Drawn;
import vn.tram.enroll.Remark;
import vn.tram.enroll.Right;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.security.DetachedSignature;
import vn.tram.task.WholeFile;

@Command(
        name = "inspection",
        mixinStandardHelpOptions = true,
        description =
                "Re-inspection: samples of the work by a seed, and what inspectors said of it.",
        subcommands = {
            InspectionCommand.Draw.class,
            InspectionCommand.Attach.class,
            InspectionCommand.Report.class
        })
final class InspectionCommand {
    private InspectionCommand() {}

    @Command(
            name = "draw",
            mixinStandardHelpOptions = true,
            description =
                    "Draws a sample; the same seed draws the same sessions. Names are not shown.")
    static final class Draw implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Option(
                names = "--by",
                required = true,
                paramLabel = "OFFICER",
                description = "The inspector.")
        private String by = "";

        @Option(names = "--seed", required = true, description = "Any number.")
        private long seed;

        @Option(names = "--count", required = true, description = "Sessions at most, 1 to 200.")
        private int count;

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            if (count < 1 || count > Inspection.LARGEST) {
                throw new Failure("A sample has 1 to " + Inspection.LARGEST + " sessions.");
            }
            try (var station = state.open()) {
                var who = SignedIn.with(station, by, Right.INSPECT);
                switch (station.inspection().draw(who, seed, count)) {
                    case Drawn.Refused(var reason) -> throw new Failure(Sentences.of(reason));
                    case Drawn.Sample(_, int of, var sessions) -> {
                        Csv.print(
                                List.of("session", "state", "opened", "attempts"),
                                sessions.stream().map(Draw::row).toList(),
                                System.out);
                        System.err.println(sessions.size() + " of " + of + " drawn");
                    }
                }
                return 0;
            }
        }

        private static Map<String, String> row(Sessions.Summary session) {
            return Map.of(
                    "session", session.id().toString(),
                    "state", Words.of(session.stage()),
                    "opened", session.openedAt().toString(),
                    "attempts", String.valueOf(session.kept().size()));
        }
    }

    @Command(
            name = "attach",
            mixinStandardHelpOptions = true,
            description =
                    "Attaches what the inspector found to a session; it cannot be taken back.")
    static final class Attach implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "SESSION", description = "Its id.")
        private String session = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "OFFICER",
                description = "The inspector.")
        private String by = "";

        @Option(names = "--seed", required = true, description = "Of the sample.")
        private long seed;

        @Option(
                names = "--flaw",
                paramLabel = "WORDS",
                description = "What is not in order. Without it all is.")
        private @Nullable String flaw;

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            try (var station = state.open()) {
                var who = SignedIn.with(station, by, Right.INSPECT);
                var refused =
                        station.inspection()
                                .attach(
                                        id(session),
                                        seed,
                                        flaw == null
                                                ? Remark.Grade.IN_ORDER
                                                : Remark.Grade.NOT_IN_ORDER,
                                        flaw == null ? "" : flaw,
                                        who);
                if (refused.isPresent()) {
                    throw new Failure(Sentences.of(refused.get()));
                }
                System.out.println("attached to " + session);
                return 0;
            }
        }

        private static SessionId id(String text) throws Failure {
            try {
                return SessionId.of(text);
            } catch (IllegalArgumentException e) {
                throw new Failure("This is no session's id: ./tram sessions lists them.");
            }
        }
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = {
                "Writes all remarks into a file, as CSV where its name ends so, else as JSON, and the station's signature beside it:",
                "openssl dgst -sha256 -verify KEY -signature FILE.sig FILE"
            })
    static final class Report implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Option(
                names = "--by",
                required = true,
                paramLabel = "OFFICER",
                description = "The inspector.")
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
                var who = SignedIn.with(station, by, Right.INSPECT);
                var remarks = station.inspection().remarks();
                var content = InspectionReport.of(station, remarks, who, Instant.now(), isCsv());
                station.audit()
                        .append(
                                "inspection-reported",
                                who.id(),
                                Optional.empty(),
                                remarks.size() + " remarks");
                WholeFile.write(to, content);
                WholeFile.write(
                        to.resolveSibling(to.getFileName() + ".sig"),
                        DetachedSignature.of(content, station.keys()));
                System.out.println(remarks.size() + " remarks in " + to);
                return 0;
            }
        }

        private boolean isCsv() {
            return to.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        }
    }
}
