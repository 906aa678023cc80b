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
import vn.tram.domain.Verdict;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.quality.Policy;
import vn.tram.settings.Settings;

/// The shipped policies on portraits with one planted fault each. The table this makes stands in
/// `docs/metrics.md`, misses and false alarms included.
class PortraitLabelsTest {
    private static final Path PORTRAITS = Path.of("../../shared/data/faces");
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");

    /// Which measures may tell a planted fault; none where nothing measures it yet.
    private static final Map<String, List<String>> TELLS =
            Map.ofEntries(
                    Map.entry(
                            "exposure",
                            List.of("luminance-mean", "under-exposure", "over-exposure")),
                    Map.entry("dynamic_range", List.of("dynamic-range")),
                    Map.entry("sharpness", List.of("sharpness")),
                    Map.entry("colour", List.of("natural-colour")),
                    Map.entry("illumination", List.of("illumination-uniformity", "light-balance")),
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
                    Map.entry("eyes_visible", List.of("eyes-visible")),
                    Map.entry("eyes_open", List.of("eyes-open")),
                    Map.entry("one_face", List.of("single-face-present")));

    private record Portrait(String file, String fault, List<String> off) {}

    private static final List<Portrait> JUDGED = new ArrayList<>();
    private static Policy training;
    private static Policy card;

    @TempDir private static Path settings;

    @BeforeAll
    static void judgeAll() throws IOException, StationFault {
        assumeTrue(Files.exists(PORTRAITS), "the labelled portraits are not here");
        training = policy("portrait-training");
        card = policy("portrait-vn-id");
        var judge = new PortraitJudge(card);
        for (var line : Files.readAllLines(PORTRAITS.resolve("labels.csv")).subList(1, 67)) {
            var words = line.split(",", -1);
            JUDGED.add(new Portrait(words[0], words[3], off(judge, words[0])));
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

    /// Every limit that is not held, advice included.
    private static List<String> off(PortraitJudge judge, String file) {
        var pixels = ((Decoding.Decoded) Images.read(PORTRAITS.resolve(file))).pixels();
        var frame = new Frame(pixels, new Resolution.Unknown(), Instant.EPOCH, file);
        return judge.judge(frame, Position.FACE, Set.of()).getFirst().verdict().checks().stream()
                .filter(c -> !c.open() && !c.holds())
                .map(c -> c.reading().metric())
                .toList();
    }

    @Test
    void everyLimitOfThePoliciesIsOfAMetricThatExists() {
        for (var policy : List.of(training, card)) {
            assertThat(policy.limitsOf(PortraitJudge.GROUP))
                    .extracting(Policy.Limit::metric)
                    .isSubsetOf(PortraitJudge.metrics());
        }
    }

    @Test
    void theTableInTheDocumentIsTheOneMeasured() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(table());
    }

    @Test
    void aGoodPortraitIsOnlyAskedAboutAtATrainingStation() {
        var judge = new PortraitJudge(training);
        for (var name : List.of("astronaut__good_white.jpg", "hopper__good_white.jpg")) {
            var pixels = ((Decoding.Decoded) Images.read(PORTRAITS.resolve(name))).pixels();
            var frame = new Frame(pixels, new Resolution.Unknown(), Instant.EPOCH, name);
            var verdict = judge.judge(frame, Position.FACE, Set.of()).getFirst().verdict();
            assertThat(verdict.failed()).isEmpty();
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NEEDS_OPERATOR);
        }
    }

    static String table() {
        var faults = new LinkedHashMap<String, List<Portrait>>();
        for (var portrait : JUDGED) {
            faults.computeIfAbsent(portrait.fault(), _ -> new ArrayList<>()).add(portrait);
        }
        var table = new StringBuilder();
        table.append("| planted fault | portraits | caught | missed | told besides |\n");
        table.append("|---|---|---|---|---|\n");
        faults.forEach((fault, portraits) -> table.append(row(fault, portraits)));
        return table.toString();
    }

    private static String row(String fault, List<Portrait> portraits) {
        var telling = TELLS.getOrDefault(fault, List.of());
        var missed =
                portraits.stream()
                        .filter(p -> p.off().stream().noneMatch(telling::contains))
                        .toList();
        var besides =
                portraits.stream()
                        .flatMap(p -> p.off().stream())
                        .filter(metric -> !telling.contains(metric))
                        .collect(Collectors.groupingBy(m -> m, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(e -> e.getKey() + " " + e.getValue());
        var caught = portraits.size() - missed.size();
        boolean measured = !telling.isEmpty();
        return "| %s | %d | %s | %s | %s |\n"
                .formatted(
                        fault.isEmpty() ? "none" : fault.replace('_', ' '),
                        portraits.size(),
                        fault.isEmpty() ? "–" : measured ? caught : "not measured",
                        fault.isEmpty() || !measured ? "–" : names(missed.stream()),
                        besides.collect(
                                Collectors.collectingAndThen(
                                        Collectors.joining(", "), t -> t.isEmpty() ? "–" : t)));
    }

    private static String names(Stream<Portrait> portraits) {
        var names =
                portraits.map(p -> p.file().replace(".jpg", "")).collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }
}
