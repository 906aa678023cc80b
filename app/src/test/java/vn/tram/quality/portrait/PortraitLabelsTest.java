package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Verdict;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.quality.Policy;
import vn.tram.settings.Settings;

/// The shipped policy on portraits with one planted fault each. The table this makes stands in
/// `docs/metrics.md`, misses and false alarms included; `-Dtram.rewrite-tables=true` writes it
/// there anew.
class PortraitLabelsTest {
    private static final Path PORTRAITS = Path.of("../../shared/data/faces");
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");

    /// Limits were tuned on pictures of this person; all others report.
    private static final String TUNED_ON = "astronaut";

    private static final String BEGIN = "<!-- written by PortraitLabelsTest -->\n";
    private static final String END = "<!-- end of what PortraitLabelsTest wrote -->";

    /// Which measures may tell a planted fault.
    private static final Map<String, List<String>> TELLS =
            Map.ofEntries(
                    Map.entry(
                            "exposure",
                            List.of("luminance-mean", "under-exposure", "over-exposure")),
                    Map.entry("dynamic_range", List.of("dynamic-range")),
                    Map.entry("sharpness", List.of("sharpness")),
                    Map.entry("compression", List.of("compression-artifacts")),
                    Map.entry("noise", List.of("noise")),
                    Map.entry("colour", List.of("natural-colour")),
                    Map.entry(
                            "illumination",
                            List.of("illumination-uniformity", "illumination-gradient")),
                    Map.entry("roll", List.of("head-pose-roll")),
                    Map.entry("head_size", List.of("head-size")),
                    Map.entry("centering", List.of("face-centre-x", "face-centre-y")),
                    Map.entry("resolution", List.of("inter-eye-distance")),
                    Map.entry(
                            "background",
                            List.of(
                                    "background-uniformity",
                                    "background-texture",
                                    "background-chroma")),
                    Map.entry("background_light", List.of("background-lightness")),
                    Map.entry("red_eye", List.of("red-eye")),
                    Map.entry("eyes_visible", List.of("eyes-visible")),
                    Map.entry("glare", List.of("glare")),
                    Map.entry("head_covering", List.of("no-head-covering")),
                    Map.entry("mouth_occlusion", List.of("mouth-occlusion")),
                    Map.entry("eyes_open", List.of("eyes-open")),
                    Map.entry("one_face", List.of("single-face-present")));

    private record Portrait(String file, String person, String fault, List<String> failed) {
        boolean caught() {
            return failed.stream().anyMatch(telling()::contains);
        }

        List<String> telling() {
            return TELLS.getOrDefault(fault, List.of());
        }
    }

    private static final List<Portrait> JUDGED = new ArrayList<>();
    private static Policy training;
    private static Policy card;

    @TempDir private static Path settings;

    @BeforeAll
    static void judgeAll() throws IOException, StationFault {
        assumeTrue(Files.exists(PORTRAITS), "the labelled portraits are not here");
        training = policy("portrait-training");
        card = policy("portrait-vn-id");
        var judge = new PortraitJudge(training);
        for (var line : Files.readAllLines(PORTRAITS.resolve("labels.csv")).subList(1, 67)) {
            var words = line.split(",", -1);
            JUDGED.add(new Portrait(words[0], words[1], words[3], failed(judge, words[0])));
        }
    }

    /// The shipped settings with another portrait policy in force.
    private static Policy policy(String name) throws IOException, StationFault {
        copy(Path.of("../config"), settings);
        var station = settings.resolve("station.toml");
        Files.writeString(
                station, Files.readString(station).replace("\"portrait-training\"", quoted(name)));
        return Settings.load(settings).portrait();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> failed(PortraitJudge judge, String file) {
        var pixels = ((Decoding.Decoded) Images.read(PORTRAITS.resolve(file))).pixels();
        var frame = new Frame(pixels, new Resolution.Unknown(), Instant.EPOCH, file);
        return judge.judge(frame, Position.FACE, Set.of()).getFirst().verdict().failed();
    }

    @Test
    void everyLimitOfThePoliciesIsOfAMetricThatExists() {
        var measured = new ArrayList<>(PortraitJudge.metrics());
        measured.add(LivePortrait.PITCH_CHANGE);
        for (var policy : List.of(training, card)) {
            assertThat(policy.limitsOf(PortraitJudge.GROUP))
                    .extracting(Policy.Limit::metric)
                    .isSubsetOf(measured);
        }
    }

    @Test
    void theTableInTheDocumentIsTheOneMeasured() throws IOException {
        var document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.indexOf(END);
        if (Boolean.getBoolean("tram.rewrite-tables")) {
            Files.writeString(
                    DOCUMENT, document.substring(0, from) + table() + document.substring(to));
        }
        assertThat(Files.readString(DOCUMENT)).contains(BEGIN + table() + END);
    }

    @Test
    void atLeast95OfHundredPlantedFaultsAreRefusedByTheRightMeasure() {
        var planted = JUDGED.stream().filter(p -> !p.fault().isEmpty()).toList();
        var caught = planted.stream().filter(Portrait::caught).count();
        assertThat((double) caught / planted.size()).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portrait-training", "portrait-vn-id"})
    void aGoodPortraitIsOnlyAskedAbout(String name) {
        var judge = new PortraitJudge(name.equals("portrait-vn-id") ? card : training);
        for (var file : List.of("astronaut__good_white.jpg", "hopper__good_white.jpg")) {
            var pixels = ((Decoding.Decoded) Images.read(PORTRAITS.resolve(file))).pixels();
            var frame = new Frame(pixels, new Resolution.Unknown(), Instant.EPOCH, file);
            var verdict = judge.judge(frame, Position.FACE, Set.of()).getFirst().verdict();
            assertThat(verdict.failed()).isEmpty();
            assertThat(verdict.asked()).contains("both-ears-visible", "no-head-covering");
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NEEDS_OPERATOR);
        }
    }

    private static String table() {
        var faults = new LinkedHashMap<String, List<Portrait>>();
        for (var portrait : JUDGED) {
            faults.computeIfAbsent(portrait.fault(), _ -> new ArrayList<>()).add(portrait);
        }
        var table = new StringBuilder();
        table.append("| planted fault | tuning half | reporting half | missed | told besides |\n");
        table.append("|---|---|---|---|---|\n");
        faults.forEach((fault, portraits) -> table.append(row(fault, portraits)));
        var planted = JUDGED.stream().filter(p -> !p.fault().isEmpty()).toList();
        return table.append("| **all** | ")
                .append(caught(planted, true))
                .append(" | ")
                .append(caught(planted, false))
                .append(" | | |\n")
                .toString();
    }

    private static String row(String fault, List<Portrait> portraits) {
        boolean none = fault.isEmpty();
        var besides =
                portraits.stream()
                        .flatMap(p ->
                                p.failed().stream().filter(metric -> !p.telling().contains(metric)))
                        .collect(Collectors.groupingBy(m -> m, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(e -> e.getKey() + " " + e.getValue());
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        none ? "none" : fault.replace('_', ' '),
                        none ? "–" : caught(portraits, true),
                        none ? "–" : caught(portraits, false),
                        none ? "–" : missed(portraits),
                        listed(besides));
    }

    private static String caught(List<Portrait> portraits, boolean tuning) {
        var half = portraits.stream().filter(p -> tuning == p.person().equals(TUNED_ON)).toList();
        return "%d of %d".formatted(half.stream().filter(Portrait::caught).count(), half.size());
    }

    private static String missed(List<Portrait> portraits) {
        return listed(
                portraits.stream().filter(p -> !p.caught()).map(p -> p.file().replace(".jpg", "")));
    }

    private static String listed(Stream<String> names) {
        var all = names.collect(Collectors.joining(", "));
        return all.isEmpty() ? "–" : all;
    }
}
