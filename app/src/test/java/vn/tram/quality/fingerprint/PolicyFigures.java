package vn.tram.quality.fingerprint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.quality.Policy;

/// How many prints hold the limits of Circular 110/2020/TT-BCA: those of the public sets, and
/// simulated fingers in slaps.
final class PolicyFigures {
    private static final int PEOPLE = 10;

    private record Figures(
            double minutiae, double levels, double core, boolean hasCore, int live) {}

    private final FingerprintJudge judge;
    private final FinalScore last;

    private PolicyFigures() {
        var none = new Policy("none", "2026-11-23", 1, Map.of());
        judge = new FingerprintJudge(none);
        last = new FinalScore(none);
    }

    private List<Figures> of(Frame frame, Position position) {
        var figures = new ArrayList<Figures>();
        for (var judgement : judge.judge(frame, position, Set.of())) {
            last.template(frame, judgement)
                    .ifPresent(t ->
                            figures.add(
                                    new Figures(
                                            t.minutiae(),
                                            value(judgement, GrayLevels.NAME),
                                            value(judgement, CoreOffset.NAME),
                                            !Double.isNaN(value(judgement, CoreOffset.NAME)),
                                            judgement.score().orElseThrow())));
        }
        return figures;
    }

    /// Not a number where it could not be measured.
    private static double value(Judgement judgement, String metric) {
        for (var reading : judgement.readings()) {
            if (reading instanceof Reading.Measured(var name, var value, _)
                    && name.equals(metric)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private static String row(String name, List<Figures> all) {
        var minutiae = all.stream().mapToDouble(Figures::minutiae).sorted().toArray();
        int last = minutiae.length - 1;
        return "| %s | %d | %.0f – %.0f – %.0f – %.0f – %.0f | %d | %d | %d | %d of %d | %d |%n"
                .formatted(
                        name,
                        all.size(),
                        minutiae[0],
                        minutiae[(int) (0.05 * last)],
                        minutiae[last / 2],
                        minutiae[(int) (0.95 * last)],
                        minutiae[last],
                        all.stream().filter(f -> f.minutiae < 12).count(),
                        all.stream().filter(f -> f.minutiae >= 60).count(),
                        all.stream().filter(f -> f.live >= 50).count(),
                        all.stream().filter(f -> f.hasCore && f.core <= 1.63).count(),
                        all.stream().filter(Figures::hasCore).count(),
                        all.stream().filter(f -> f.levels >= 256).count());
    }

    /// The first slaps of ten people.
    private List<Figures> simulated(String people) throws InterruptedException {
        var drivers = Drivers.load(PolicyFigures.class.getClassLoader());
        var all = new ArrayList<Figures>();
        for (int person = 0; person < PEOPLE; person++) {
            var address = URI.create("sim://slap?seed=7&person=" + person + "&" + people);
            if (!(drivers.open(address) instanceof Opening.Opened(var device))) {
                throw new AssertionError(address);
            }
            try (device) {
                for (var slap : Position.slaps()) {
                    var request = Request.of(slap, Duration.ofSeconds(60), "figures");
                    var taken = (Capture.Taken) device.capture(request, Progress.none());
                    all.addAll(of(taken.samples().getFirst().frame(), slap));
                }
            }
        }
        return all;
    }

    /// Writes the table of `docs/metrics.md`, section *Policies*, to the file named by the second
    /// argument; the first is the folder of the public sets.
    static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        var figures = new PolicyFigures();
        var table = new StringBuilder();
        var sets = PublicSets.in(Path.of(arguments[0]));
        var every = new ArrayList<Figures>();
        for (var set : sets.sets()) {
            var all = new ArrayList<Figures>();
            for (var image : sets.images()) {
                if (image.set().equals(set)) {
                    var ppi = Resolution.Ppi.of(image.ppi());
                    var frame = new Frame(sets.picture(image), ppi, Instant.EPOCH, "set");
                    all.addAll(figures.of(frame, Position.RIGHT_INDEX));
                }
            }
            table.append(row(set.replace('_', ' '), all));
            every.addAll(all);
        }
        table.append(row("all eight", every));
        for (var people :
                List.of(
                        "skin=normal",
                        "skin=dry",
                        "skin=wet",
                        "skin=worn",
                        "skin=mixed&hand=usual")) {
            table.append(row("`" + people + "`", figures.simulated(people)));
        }
        Files.writeString(Path.of(arguments[1]), table);
    }
}
