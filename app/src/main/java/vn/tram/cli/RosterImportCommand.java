package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.enroll.StationFault;
import vn.tram.roster.Column;
import vn.tram.roster.ImportReport;
import vn.tram.roster.Remark;
import vn.tram.roster.Unreadable;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a list of people into the roster: CSV (UTF-8 or UTF-16; commas, semicolons or tabs) or an"
                    + " Excel workbook. Prints line,result,reason,column for every row that was refused, or"
                    + " taken and to be looked at; the rest is taken, all at once.",
            "A signature beside the list (FILE.p7s, CMS without content, DER) must hold."
        })
final class RosterImportCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();
    @Mixin private OfficerOption officer = new OfficerOption();

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
            var by = officer.signedIn(station);
            var report = station.rosterImport().take(file, told, by);
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
                report.remarks().stream().map(RosterImportCommand::row).toList(),
                System.out);
        if (!report.unknown().isEmpty()) {
            System.err.println("Columns left out: " + String.join("; ", report.unknown()) + ".");
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
