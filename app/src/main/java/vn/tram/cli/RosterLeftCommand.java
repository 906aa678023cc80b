package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.enroll.StationFault;
import vn.tram.roster.LeftToDo;

@Command(
        name = "left",
        mixinStandardHelpOptions = true,
        description = {
            "Who has still to be enrolled, as an Excel workbook: everybody, and on further sheets, household by"
                    + " household, those to be visited at home, and those who come of age this week or the next. Names"
                    + " and numbers are in it: its owner alone may read it."
        })
final class RosterLeftCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();
    @Mixin private OfficerOption officer = new OfficerOption();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The workbook.")
    private Path to = Path.of("");

    @Override
    public Integer call() throws StationFault, Failure {
        try (var station = state.open()) {
            var by = officer.signedIn(station);
            var left =
                    new LeftToDo(
                            station.settings().roster().eligibility(),
                            LocalDate.now(Clock.systemDefaultZone()));
            station.database().roster().each(listed -> left.add(listed.person()));
            left.write(to.toAbsolutePath());
            station.audit()
                    .append("roster-exported", by, Optional.empty(), "people=" + left.size());
            System.err.println(left.size() + " people are left.");
            return 0;
        } catch (IOException e) {
            throw new Failure(to + " cannot be written: " + e.getMessage() + ".");
        }
    }
}
