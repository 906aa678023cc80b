package vn.tram.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.bench.Benchmarks;
import vn.tram.bench.Figures;
import vn.tram.bench.Site;
import vn.tram.bench.Unmeasured;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "The project's benchmarks, as a table: name, median, p95, p99, unit, runs.",
            "Needs an idle machine. All of them take about seven minutes; the state folder is not touched."
        })
final class BenchCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("name", "median", "p95", "p99", "unit", "runs");

    @Mixin private StateOption state = new StateOption();

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description =
                    "Which: ${COMPLETION-CANDIDATES}; or a group, their first word. Default: all.")
    private List<String> names = List.of();

    @Option(names = "--csv", description = "The table as CSV.")
    private boolean csv;

    private final PrintStream out = System.out;

    /// The names, for the help.
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(Benchmarks.names());
        }
    }

    @Override
    public Integer call() throws Failure, IOException, InterruptedException {
        var failed = new ArrayList<Unmeasured>();
        var figures = Benchmarks.run(asked(), site(), failed::add);
        var rows = figures.stream().map(BenchCommand::row).toList();
        if (csv) {
            Csv.print(COLUMNS, rows, out);
        } else {
            table(rows);
        }
        failed.forEach(e -> System.err.println(e.getMessage() + "."));
        return failed.isEmpty() ? 0 : 1;
    }

    private List<String> asked() throws Failure {
        if (names.isEmpty()) {
            return Benchmarks.names();
        }
        var asked = new LinkedHashSet<String>();
        for (var name : names) {
            var meant = Benchmarks.named(name);
            if (meant.isEmpty()) {
                throw new Failure(
                        "No benchmark is named "
                                + name
                                + ". There are "
                                + String.join(", ", Benchmarks.names())
                                + ".");
            }
            asked.addAll(meant);
        }
        return List.copyOf(asked);
    }

    /// The disk that the state folder lies on is the one that is measured.
    private Site site() throws IOException {
        var home = state.folder().toAbsolutePath().getParent();
        var disk = home == null ? Path.of("").toAbsolutePath() : home;
        return new Site(Places.config(), Files.createDirectories(disk));
    }

    private static Map<String, String> row(Figures figures) {
        var row = new LinkedHashMap<String, String>();
        row.put("name", figures.name());
        row.put("median", number(figures.median()));
        row.put("p95", number(figures.p95()));
        row.put("p99", number(figures.p99()));
        row.put("unit", figures.unit());
        row.put("runs", Long.toString(figures.runs()));
        return row;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private void table(List<Map<String, String>> rows) {
        var format = "%-24s %9s %9s %9s  %-5s %6s%n";
        out.printf(Locale.ROOT, format, COLUMNS.toArray());
        rows.forEach(r -> out.printf(Locale.ROOT, format, COLUMNS.stream().map(r::get).toArray()));
    }
}
