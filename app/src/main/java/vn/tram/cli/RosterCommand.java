package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tram.enroll.StationFault;
import vn.tram.papers.CardPicture;
import vn.tram.roster.Column;
import vn.tram.roster.Coverage;
import vn.tram.roster.ImportReport;
import vn.tram.roster.InventedCommunes;
import vn.tram.roster.LeftToDo;
import vn.tram.roster.PeopleFile;
import vn.tram.roster.Person;
import vn.tram.roster.Remark;
import vn.tram.roster.Unreadable;

@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        description = "Who lives in the area, and what has been done for each.",
        subcommands = {
            RosterCommand.Generate.class,
            RosterCommand.Import.class,
            RosterCommand.Covered.class,
            RosterCommand.Left.class
        })
final class RosterCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "What is to be done with the roster?");
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = {
                "Communes of invented people, for training: people.csv in a folder. The same seed and number"
                        + " always give the same people. Their numbers begin with 000, where no birth is"
                        + " registered, and each row is marked TẬP HUẤN.",
                "The state folder is not touched."
            })
    static final class Generate implements Callable<Integer> {
        @Option(
                names = "--people",
                required = true,
                paramLabel = "N",
                description = "How many people, 1 to 100000.")
        private int count;

        @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
        private long seed = 1;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "DIR",
                description = "The folder; made when it is missing.")
        private Path to = Path.of("");

        @Option(
                names = "--cards",
                paramLabel = "N",
                description =
                        "QR codes of the cards of the first N people from 14 on, as cards/NUMBER.png.")
        private int cards;

        @Mixin private StateOption state = new StateOption();

        @Override
        public Integer call() throws Failure {
            if (count < 1 || count > InventedCommunes.MOST) {
                throw new Failure(
                        "--people is 1 to %d, not %d.".formatted(InventedCommunes.MOST, count));
            }
            try {
                var people = new InventedCommunes(seed).people(count);
                Files.createDirectories(to);
                var file = to.resolve("people.csv");
                PeopleFile.writeTraining(file, people);
                System.out.println(file);
                cards(people);
                return 0;
            } catch (IOException e) {
                throw new Failure(to + " cannot be written: " + e.getMessage() + ".");
            }
        }

        private void cards(List<Person> people) throws IOException {
            var folder = to.resolve("cards");
            var owners =
                    people.stream()
                            .filter(p -> p.birth().age(InventedCommunes.DAY) >= 14)
                            .limit(cards)
                            .toList();
            if (!owners.isEmpty()) {
                Files.createDirectories(folder);
            }
            for (var person : owners) {
                Files.write(
                        folder.resolve(person.number().orElseThrow() + ".png"),
                        CardPicture.png(person.citizen()));
            }
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Takes a list of people into the roster: CSV (UTF-8 or UTF-16; commas, semicolons or tabs) or an"
                        + " Excel workbook. Prints line,result,reason,column for every row that was refused, or"
                        + " taken and to be looked at; the rest is taken, all at once.",
                "A signature beside the list (FILE.p7s, CMS without content, DER) must hold."
            })
    static final class Import implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "FILE", description = "The list.")
        private Path file = Path.of("");

        @Option(
                names = "--column",
                paramLabel = "COLUMN=HEAD",
                description =
                        "What a head means that the station does not know, such as birth_date=Sinh; remembered."
                                + " Columns: those of people.csv.")
        private Map<String, String> columns = new LinkedHashMap<>();

        @Override
        public Integer call() throws StationFault, Failure {
            var told = told();
            if (!Files.isRegularFile(file)) {
                throw new Failure("There is no file " + file + ".");
            }
            try (var station = state.open()) {
                var report = station.rosterImport().take(file, told, "station");
                print(report);
                return 0;
            } catch (Unreadable e) {
                throw new Failure(sentence(e));
            } catch (IOException e) {
                throw new Failure(file + " cannot be read: " + e.getMessage() + ".");
            }
        }

        private Map<String, Column> told() throws Failure {
            var told = new HashMap<String, Column>();
            for (var entry : columns.entrySet()) {
                var column =
                        Stream.of(Column.values())
                                .filter(c -> c.head().equals(entry.getKey()))
                                .findFirst();
                if (column.isEmpty()) {
                    throw new Failure(
                            "There is no column %s; there is %s."
                                    .formatted(
                                            entry.getKey(),
                                            Stream.of(Column.values())
                                                    .map(Column::head)
                                                    .collect(Collectors.joining(", "))));
                }
                told.put(entry.getValue(), column.get());
            }
            return told;
        }

        private static void print(ImportReport report) {
            Csv.print(
                    List.of("line", "result", "reason", "column"),
                    report.remarks().stream().map(Import::row).toList(),
                    System.out);
            if (!report.unknown().isEmpty()) {
                System.err.println(
                        "Columns left out: " + String.join("; ", report.unknown()) + ".");
            }
            System.err.printf(
                    Locale.ROOT,
                    "%d rows: %d people new, %d known, %d rows refused. %s%n",
                    report.rows(),
                    report.added(),
                    report.changed(),
                    report.refused(),
                    report.signed() ? "Its signature holds." : "Not signed.");
        }

        private static Map<String, String> row(Remark remark) {
            var row = new LinkedHashMap<String, String>();
            row.put("line", String.valueOf(remark.line()));
            row.put("result", remark.flaw().refuses() ? "refused" : "taken");
            row.put("reason", Words.of(remark.flaw()));
            row.put("column", remark.column().map(Column::head).orElse(""));
            return row;
        }

        private static String sentence(Unreadable e) {
            var what =
                    switch (e.why()) {
                        case NOT_A_LIST -> "This is neither CSV nor an Excel workbook";
                        case TOO_LARGE -> "The file is too large";
                        case TOO_MANY_ROWS -> "The file has too many rows";
                        case NO_HEAD ->
                                "No row names the columns for name, birth date and hamlet; --column tells what a head means";
                        case COLUMN_TWICE -> "Two columns have one meaning";
                        case SIGNATURE -> "The signature beside the file does not hold";
                        case NOT_SIGNED -> "The file must be signed";
                    };
            return what + ": nothing was taken (" + e.getMessage() + ").";
        }
    }

    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description =
                    "How far each hamlet is: percent of the eligible and of the present who are done.")
    static final class Covered implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Option(names = "--csv", description = "As CSV, a row a hamlet.")
        private boolean csv;

        @Override
        public Integer call() throws StationFault {
            try (var station = state.open()) {
                var count =
                        new Coverage.Count(
                                station.settings().roster().eligibility(),
                                LocalDate.now(Clock.systemDefaultZone()));
                station.database().roster().each(listed -> count.add(listed.person()));
                var coverage = count.coverage();
                if (csv) {
                    Csv.print(
                            COLUMNS,
                            coverage.hamlets().stream().map(Covered::row).toList(),
                            System.out);
                } else {
                    table(coverage);
                }
                return 0;
            }
        }

        private static final List<String> COLUMNS =
                List.of(
                        "hamlet",
                        "people",
                        "eligible",
                        "present",
                        "away",
                        "done",
                        "of_eligible",
                        "of_present");

        private static Map<String, String> row(Coverage.Row hamlet) {
            var row = new LinkedHashMap<String, String>();
            row.put("hamlet", hamlet.hamlet());
            row.put("people", String.valueOf(hamlet.people()));
            row.put("eligible", String.valueOf(hamlet.eligible()));
            row.put("present", String.valueOf(hamlet.present()));
            row.put("away", String.valueOf(hamlet.away()));
            row.put("done", String.valueOf(hamlet.done()));
            row.put("of_eligible", percent(hamlet.ofEligible()));
            row.put("of_present", percent(hamlet.ofPresent()));
            return row;
        }

        private static String percent(OptionalDouble value) {
            return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "";
        }

        private static void table(Coverage coverage) {
            var rows = new ArrayList<>(coverage.hamlets());
            rows.add(coverage.whole("all"));
            var format = "%-28s %7s %8s %8s %7s %7s %11s %10s%n";
            System.out.printf(Locale.ROOT, format, COLUMNS.toArray());
            rows.forEach(r -> System.out.printf(Locale.ROOT, format, row(r).values().toArray()));
        }
    }

    @Command(
            name = "left",
            mixinStandardHelpOptions = true,
            description = {
                "Who has still to be enrolled, as an Excel workbook: everybody, and on a second sheet, household by"
                        + " household, those to be visited at home. Names and numbers are in it."
            })
    static final class Left implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Option(names = "--to", required = true, paramLabel = "FILE", description = "The workbook.")
        private Path to = Path.of("");

        @Override
        public Integer call() throws StationFault, Failure {
            try (var station = state.open()) {
                var left =
                        new LeftToDo(
                                station.settings().roster().eligibility(),
                                LocalDate.now(Clock.systemDefaultZone()));
                station.database().roster().each(listed -> left.add(listed.person()));
                left.write(to.toAbsolutePath());
                station.audit()
                        .append(
                                "roster-exported",
                                "station",
                                Optional.empty(),
                                "people=" + left.size());
                System.err.println(left.size() + " people are left.");
                return 0;
            } catch (IOException e) {
                throw new Failure(to + " cannot be written: " + e.getMessage() + ".");
            }
        }
    }
}
