package vn.tram.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.enroll.Purging.Purged;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;

@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Removes of sessions that the registry accepted what need not be kept: scores, readings, answers, exceptions, slips. Two officers do it together, one of them a supervisor.",
            "Their passwords are read from the terminal, else line by line from standard input."
        })
final class PurgeCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "The first.")
    private String by = "";

    @Option(names = "--with", required = true, paramLabel = "OFFICER", description = "The second.")
    private String second = "";

    @Override
    public Integer call() throws StationFault, Failure, IOException {
        try (var station = state.open()) {
            var one = SignedIn.with(station, by, Right.PURGE);
            var other = SignedIn.with(station, second, Right.PURGE);
            switch (station.purging().purge(one, other)) {
                case Purged.Refused(var reason) -> throw new Failure(Sentences.of(reason));
                case Purged.Done(var removed) -> {
                    PrintedSlips.of(station).endAnswered();
                    Csv.print(
                            List.of("session", "attempts"),
                            removed.stream()
                                    .map(r ->
                                            Map.of(
                                                    "session",
                                                    r.session().toString(),
                                                    "attempts",
                                                    String.valueOf(r.attempts())))
                                    .toList(),
                            System.out);
                    System.err.println(removed.size() + " sessions purged");
                }
            }
            return 0;
        }
    }
}
