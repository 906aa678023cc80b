package vn.tram.quality.fingerprint;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.tram.device.FaultException;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.domain.Verdict;
import vn.tram.driver.simulated.Truth;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.settings.Settings;

/// How rolled prints compare with the plain ones of the same fingers, and with those of others.
///
/// @param genuine similarity of the rolled and the plain print of one finger, both good; ascending
/// @param impostor the same of two fingers, of one person or of two; ascending
/// @param refused rolled prints that the policy refuses
/// @param all rolled prints
record RolledPrints(List<Double> genuine, List<Double> impostor, int refused, int all) {
    /// The limit of `fingerprint-vn-id` for [RolledMatch].
    private static final double LEAST = 20;

    private static final int PEOPLE = 4;
    private static final Resolution.Ppi PPI = Resolution.Ppi.of(500);

    private record One(Position position, Judgement judgement, FingerprintTemplate template) {
        boolean good() {
            return RolledMatch.isGood(judgement);
        }
    }

    /// Where a hand's pictures come from.
    private interface Source {
        Frame frame(Position position) throws FaultException, IOException;
    }

    /// @param query more parameters of the address, each with `&` before it
    static RolledPrints ofSimulated(int people, String query, Settings settings)
            throws FaultException, IOException {
        var hands = new ArrayList<Map<Position, One>>();
        for (int person = 0; person < people; person++) {
            var address = URI.create("sim://slap?seed=7&person=" + person + query);
            hands.add(
                    hand(
                            position -> {
                                var request =
                                        Request.of(position, Duration.ofSeconds(120), "rolled");
                                var picture = Truth.of(address, request, 0).picture();
                                return new Frame(picture, PPI, Instant.EPOCH, "");
                            },
                            List.of(Position.TWO_THUMBS),
                            settings));
        }
        return of(hands);
    }

    /// The ten-print card among the shared slaps: inked, NIST, public domain.
    static RolledPrints ofCard(Path slaps, Settings settings) throws FaultException, IOException {
        var thumbs = List.of(Position.RIGHT_THUMB, Position.LEFT_THUMB);
        return of(List.of(hand(position -> card(slaps, position), thumbs, settings)));
    }

    private static Frame card(Path slaps, Position position) throws IOException {
        int code = switch (position) { // plain thumbs have codes of their own on a card
                    case RIGHT_THUMB -> 11;
                    case LEFT_THUMB -> 12;
                    default -> position.finger().code();
                };
        try (var files = Files.list(slaps)) {
            var file =
                    files.filter(f -> f.toString().endsWith("_fgp" + code + ".png"))
                            .findFirst()
                            .orElseThrow();
            return switch (Images.read(file)) {
                case Decoding.Decoded picture ->
                        new Frame(picture.pixels().toGray(), PPI, Instant.EPOCH, "");
                case Decoding.Unreadable bad -> throw new IOException(bad.toString());
            };
        }
    }

    private static Map<Position, One> hand(Source source, List<Position> thumbs, Settings settings)
            throws FaultException, IOException {
        var judge = new FingerprintJudge(settings.fingerprint(), settings.advice());
        var scorer = new FinalScore(settings.fingerprint());
        var found = new EnumMap<Position, One>(Position.class);
        var positions = new ArrayList<>(List.of(Position.RIGHT_FOUR, Position.LEFT_FOUR));
        positions.addAll(thumbs);
        positions.addAll(Position.rolled());
        for (var position : positions) {
            var frame = source.frame(position);
            for (var live : judge.judge(frame, position, Set.of())) {
                scorer.of(frame, live)
                        .ifPresent(f ->
                                found.put(
                                        live.position(),
                                        new One(
                                                live.position(),
                                                f.judgement(),
                                                new FingerprintTemplate(f.template().toBytes()))));
            }
        }
        return found;
    }

    private static RolledPrints of(List<Map<Position, One>> hands) {
        var genuine = new ArrayList<Double>();
        var impostor = new ArrayList<Double>();
        int refused = 0;
        int all = 0;
        for (var hand : hands) {
            for (var rolled : Position.rolled()) {
                var one = hand.get(rolled);
                all++;
                if (one == null || one.judgement.verdict().outcome() == Verdict.Outcome.REFUSED) {
                    refused++;
                }
                if (one == null) {
                    continue;
                }
                var matcher = new FingerprintMatcher(one.template);
                for (var other : hands) {
                    for (var finger : Position.fingers()) {
                        var print = other.get(finger);
                        if (print == null) {
                            continue;
                        }
                        double similarity = matcher.match(print.template);
                        boolean same = other == hand && finger == rolled.finger();
                        if (one.good() && print.good()) {
                            (same ? genuine : impostor).add(similarity);
                        }
                    }
                }
            }
        }
        genuine.sort(null);
        impostor.sort(null);
        return new RolledPrints(genuine, impostor, refused, all);
    }

    private String row(String what) {
        long below = genuine.stream().filter(s -> s < LEAST).count();
        long above = impostor.stream().filter(s -> s >= LEAST).count();
        return "| %s | %d of %d | %.0f | %.0f | %.0f | %d of %d | %.1f | %.1f | %.1f | %d of %d |%n"
                .formatted(
                        what,
                        refused,
                        all,
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

    /// Writes the rows of `docs/synthetic-prints.md` to the file named by the second argument; the
    /// first names the folder of the settings, the third that of the shared slaps.
    static void main(String[] arguments) throws StationFault, FaultException, IOException {
        Locale.setDefault(Locale.ROOT);
        var settings = Settings.load(Path.of(arguments[0]));
        var table = new StringBuilder();
        for (var query :
                List.of(
                        "skin=mixed&hand=usual",
                        "skin=normal&hand=careful",
                        "skin=dry&hand=usual",
                        "skin=wet&hand=usual",
                        "skin=worn&hand=usual",
                        "skin=normal&hand=aside")) {
            table.append(ofSimulated(PEOPLE, "&" + query, settings).row("`" + query + "`"));
        }
        table.append(ofCard(Path.of(arguments[2]), settings).row("ten-print card"));
        Files.writeString(Path.of(arguments[1]), table);
    }
}
