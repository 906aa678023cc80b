package vn.tram.driver.simulated;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Position;

/// What SourceAFIS says of synthetic prints: the first impression of each finger against the second
/// one of the same finger (genuine), and against the second ones of all others (impostor).
///
/// @param genuine ascending
/// @param impostor ascending
record PrintScores(List<Double> genuine, List<Double> impostor) {
    /// The score that SourceAFIS's documentation puts at a false match rate of 0.01 %.
    static final double THRESHOLD = 40;

    private static final double PPI = 500;

    private record Pair(FingerprintTemplate first, FingerprintTemplate second) {}

    /// @param people parameters of the address that tell their skin and hand
    static PrintScores of(String people, int fingers) throws InterruptedException {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < fingers; i++) {
            var address = "sim://single?seed=7&person=" + i + "&" + people;
            try (var device = open(URI.create(address))) {
                var position = Position.fingers().get(i % 10);
                pairs.add(new Pair(template(device, position), template(device, position)));
            }
        }
        var genuine = new ArrayList<Double>();
        var impostor = new ArrayList<Double>();
        for (var one : pairs) {
            var matcher = new FingerprintMatcher(one.first);
            for (var other : pairs) {
                (one == other ? genuine : impostor).add(matcher.match(other.second));
            }
        }
        genuine.sort(null);
        impostor.sort(null);
        return new PrintScores(List.copyOf(genuine), List.copyOf(impostor));
    }

    private static Device open(URI address) {
        return switch (new SimulatedProvider().open(address)) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    private static FingerprintTemplate template(Device device, Position position)
            throws InterruptedException {
        var request = Request.of(position, Duration.ofSeconds(20), "scores");
        return switch (device.capture(request, Progress.none())) {
            case Capture.Taken(var samples) -> {
                var pixels = samples.getFirst().frame().pixels();
                yield new FingerprintTemplate(
                        new FingerprintImage(
                                pixels.width(),
                                pixels.height(),
                                pixels.toBytes(),
                                new FingerprintImageOptions().dpi(PPI)));
            }
            case Capture.Missed(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    private String row(String people) {
        long below = genuine.stream().filter(score -> score < THRESHOLD).count();
        long above = impostor.stream().filter(score -> score >= THRESHOLD).count();
        return "| %s | %.0f | %.0f | %.0f | %d of %d | %.1f | %.1f | %.1f | %d of %d |%n"
                .formatted(
                        people,
                        genuine.getFirst(),
                        genuine.get(genuine.size() / 2),
                        genuine.getLast(),
                        below,
                        genuine.size(),
                        impostor.get(impostor.size() / 2),
                        impostor.get(impostor.size() * 99 / 100),
                        impostor.getLast(),
                        above,
                        impostor.size());
    }

    /// Writes the table of `docs/synthetic-prints.md` to the file named by the first argument.
    static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        var table = new StringBuilder();
        for (var people :
                List.of(
                        "skin=mixed&hand=usual",
                        "skin=mixed&hand=careful",
                        "skin=normal&hand=usual",
                        "skin=normal&hand=careful",
                        "skin=dry&hand=usual",
                        "skin=wet&hand=usual",
                        "skin=worn&hand=usual")) {
            table.append(of(people, 20).row("`" + people + "`"));
        }
        Files.writeString(Path.of(arguments[0]), table);
    }
}
