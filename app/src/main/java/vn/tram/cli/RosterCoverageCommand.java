package vn.tram.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.enroll.StationFault;
import vn.tram.roster.Coverage;

@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description =
                "How far each hamlet is: percent of the eligible and of the present who are done.")
final class RosterCoverageCommand implements Callable<Integer> {
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
                        coverage.hamlets().stream().map(RosterCoverageCommand::row).toList(),
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
