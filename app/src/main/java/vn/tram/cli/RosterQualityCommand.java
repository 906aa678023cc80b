package vn.tram.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.identity.DataRules;
import vn.tram.identity.PersonalNumbers;
import vn.tram.identity.Rule;
import vn.tram.roster.RosterQuality;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description =
                "How good the roster's data are, as CSV, a row a hamlet: how many people are sound, and how many"
                        + " have something that is not correct, not complete, not clean or outdated.")
final class RosterQualityCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    private static final List<String> COLUMNS =
            List.of("hamlet", "people", "sound", "incorrect", "incomplete", "unclean", "outdated");

    @Override
    public Integer call() throws StationFault {
        try (var station = state.open()) {
            var numbers =
                    station.folder().mode() == Mode.TRAINING
                            ? PersonalNumbers.training()
                            : PersonalNumbers.production();
            var quality =
                    new RosterQuality(
                            new DataRules(numbers, station.settings().dataRules()),
                            station.settings().units(),
                            LocalDate.now(Clock.systemDefaultZone()));
            station.database().roster().each(listed -> quality.add(listed.person()));
            Csv.print(
                    COLUMNS,
                    quality.rows().stream().map(RosterQualityCommand::row).toList(),
                    System.out);
            return 0;
        }
    }

    private static Map<String, String> row(RosterQuality.Row hamlet) {
        var row = new LinkedHashMap<String, String>();
        row.put("hamlet", hamlet.hamlet());
        row.put("people", String.valueOf(hamlet.people()));
        row.put("sound", String.valueOf(hamlet.sound()));
        row.put("incorrect", String.valueOf(hamlet.faulty(Rule.Family.CORRECT)));
        row.put("incomplete", String.valueOf(hamlet.faulty(Rule.Family.COMPLETE)));
        row.put("unclean", String.valueOf(hamlet.faulty(Rule.Family.CLEAN)));
        row.put("outdated", String.valueOf(hamlet.faulty(Rule.Family.ALIVE)));
        return row;
    }
}
