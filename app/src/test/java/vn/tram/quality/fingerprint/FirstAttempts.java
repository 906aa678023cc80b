package vn.tram.quality.fingerprint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.domain.Verdict;
import vn.tram.driver.simulated.SimulatedProvider;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.settings.Settings;

/// How often the slaps of simulated people are accepted, and at which attempt.
///
/// @param accepted at the first, second and third attempt
/// @param again slaps that were captured a second time
/// @param better those whose mean score was higher then
record FirstAttempts(int slaps, List<Integer> accepted, int again, int better) {
    private static final int ATTEMPTS = 3;
    private static final List<Position> SLAPS =
            List.of(Position.RIGHT_FOUR, Position.LEFT_FOUR, Position.TWO_THUMBS);

    /// @param query more parameters of the address, each with `&` before it
    static FirstAttempts of(int people, String query, FingerprintJudge judge)
            throws InterruptedException {
        var accepted = new int[ATTEMPTS];
        int again = 0;
        int better = 0;
        for (int person = 0; person < people; person++) {
            try (var scanner = open("sim://slap?seed=7&person=" + person + query)) {
                for (var slap : SLAPS) {
                    double before = Double.POSITIVE_INFINITY;
                    for (int earlier = 0; earlier < ATTEMPTS; earlier++) {
                        var judged = judge.judge(captured(scanner, slap), slap, Set.of());
                        double mean = mean(judged, slap);
                        again += earlier == 1 ? 1 : 0;
                        better += earlier == 1 && mean > before ? 1 : 0;
                        before = mean;
                        if (good(judged, slap)) {
                            accepted[earlier]++;
                            break;
                        }
                    }
                }
            }
        }
        return new FirstAttempts(
                people * SLAPS.size(),
                List.of(accepted[0], accepted[1], accepted[2]),
                again,
                better);
    }

    private static Device open(String address) {
        return switch (new SimulatedProvider().open(URI.create(address))) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    private static Frame captured(Device scanner, Position slap) throws InterruptedException {
        var request = Request.of(slap, Duration.ofSeconds(120), "attempts");
        return switch (scanner.capture(request, Progress.none())) {
            case Capture.Taken(var samples) -> samples.getFirst().frame();
            case Capture.Missed(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    private static boolean good(List<Judgement> judged, Position slap) {
        return judged.size() == slap.members().size()
                && judged.stream().allMatch(j -> j.verdict().outcome() == Verdict.Outcome.ACCEPTED);
    }

    private static double mean(List<Judgement> judged, Position slap) {
        return judged.stream().mapToInt(j -> j.score().orElse(0)).sum()
                / (double) slap.members().size();
    }

    /// Writes the rows of `docs/synthetic-prints.md` to the file named by the second argument; the
    /// first one is the folder `config/`.
    static void main(String[] arguments) throws IOException, InterruptedException, StationFault {
        Locale.setDefault(Locale.ROOT);
        var judge = new FingerprintJudge(Settings.load(Path.of(arguments[0])).fingerprint());
        var table = new StringBuilder();
        for (var skin : List.of("mixed", "normal", "dry", "wet", "worn")) {
            var row = of(skin.equals("mixed") ? 60 : 10, "&skin=" + skin + "&hand=usual", judge);
            table.append(
                    "| %s | %d | %d | %d | %d | %d | %d of %d |%n"
                            .formatted(
                                    skin,
                                    row.slaps,
                                    row.accepted.get(0),
                                    row.accepted.get(1),
                                    row.accepted.get(2),
                                    row.slaps
                                            - row.accepted.stream()
                                                    .mapToInt(Integer::intValue)
                                                    .sum(),
                                    row.better,
                                    row.again));
        }
        Files.writeString(Path.of(arguments[1]), table);
    }
}
