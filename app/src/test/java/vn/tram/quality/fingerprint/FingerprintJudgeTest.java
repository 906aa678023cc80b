package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.quality.AdviceBook;
import vn.tram.quality.Policy;
import vn.tram.quality.Trace;

class FingerprintJudgeTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Policy POLICY =
            new Policy(
                    "test",
                    "2026-11-22",
                    3,
                    Map.of(
                            "any",
                            List.of(
                                    limit("score", 30, "press-more"),
                                    limit("foreground-area", 60, "place-deeper")),
                            "right-little",
                            List.of(limit("score", 10, "press-more"))));
    private static final Path REAL = Path.of("../../shared/data/fingerprints");

    private final FingerprintJudge judge = new FingerprintJudge(POLICY);

    private static Policy.Limit limit(String metric, double min, String advice) {
        return new Policy.Limit(
                metric, min, NONE, true, false, Optional.of(advice), Optional.empty());
    }

    @Test
    void everyFingerOfASlapIsJudgedOnItsOwn() {
        var slap = DrawnSlap.of(false, 6, 0.8, 0, 1, 2, 3).picture();
        var judgements = judge.judge(frame(slap, 500), Position.RIGHT_FOUR, Set.of());
        assertThat(judgements)
                .extracting(Judgement::position)
                .containsExactlyElementsOf(Position.RIGHT_FOUR.members());
        assertThat(judgements).allSatisfy(j -> assertThat(j.score()).isPresent());
        assertThat(judgements.getLast().verdict().checks())
                .extracting(Verdict.Check::min)
                .contains(10.0);
        assertThat(judgements.getFirst().verdict().policy()).isEqualTo("test 2026-11-22");
    }

    @Test
    void aRefusedPrintIsAdvisedByItsStateFirst() {
        var advice =
                new AdviceBook(
                        Map.of(PrintState.SMALL, List.of("place-deeper", "warm-hand")), List.of());
        var strict =
                new Policy(
                        "strict",
                        "2026-11-23",
                        3,
                        Map.of("any", List.of(limit("score", 101, "press-more"))));
        var tip = Ridges.painted(300, 300, (x, y) -> y < 130 ? tip(x, y) : 220);
        var judged =
                new FingerprintJudge(strict, advice)
                        .judge(frame(tip, 500), Position.LEFT_INDEX, Set.of())
                        .getFirst();
        assertThat(judged.condition().orElseThrow().state()).isEqualTo(PrintState.SMALL);
        assertThat(judged.verdict().advice())
                .containsExactly("place-deeper", "warm-hand", "press-more");
    }

    private static double tip(double x, double y) {
        return Math.hypot(x - 150, y - 130) < 110
                ? 130 + 70 * Math.sin(Math.hypot(x - 150, y - 160) * 2 * Math.PI / 9)
                : 220;
    }

    @Test
    void theOtherHandIsAdvisedBeforeAnyState() {
        var advice = new AdviceBook(Map.of(PrintState.DRY, List.of("ice-water")), List.of());
        var refused = new Verdict(Verdict.Outcome.REFUSED, "x 1", List.of(), List.of("other-hand"));
        assertThat(advice.added(refused, PrintState.DRY).advice())
                .containsExactly("other-hand", "ice-water");
        var accepted = new Verdict(Verdict.Outcome.ACCEPTED, "x 1", List.of(), List.of());
        assertThat(advice.added(accepted, PrintState.DRY)).isEqualTo(accepted);
        assertThat(advice.added(refused, PrintState.GOOD)).isEqualTo(refused);
    }

    @Test
    void theSamePictureHasTheSameJudgement() {
        var slap = frame(DrawnSlap.of(false, 6, 0.8, 0, 1, 2, 3).picture(), 500);
        assertThat(judge.judge(slap, Position.RIGHT_FOUR, Set.of()))
                .isEqualTo(new FingerprintJudge(POLICY).judge(slap, Position.RIGHT_FOUR, Set.of()));
    }

    @Test
    void anEmptyGlassHasNoJudgement() {
        for (var position : List.of(Position.RIGHT_FOUR, Position.TWO_THUMBS, Position.LEFT_RING)) {
            for (var empty :
                    List.of(
                            Ridges.flat(800, 750, 255),
                            Ridges.flat(800, 750, 0),
                            Ridges.flat(1, 1, 128),
                            Ridges.flat(3, 900, 128),
                            Ridges.noise(800, 750, 235, 5, 11))) {
                assertThat(judge.judge(frame(empty, 500), position, Set.of())).isEmpty();
            }
        }
    }

    @Test
    void aPalmOnASingleFingerScannerHasNoJudgement() {
        var palm = Ridges.waves(1600, 1500, 10, 0.7, 90);
        assertThat(judge.judge(frame(palm, 500), Position.RIGHT_INDEX, Set.of())).isEmpty();
    }

    @Test
    void tooCoarseAPictureIsRefusedWithAReason() {
        var print = Ridges.waves(160, 160, 5, 0.5, 90);
        var judgements = judge.judge(frame(print, 249), Position.LEFT_INDEX, Set.of());
        assertThat(judgements).hasSize(1);
        assertThat(judgements.getFirst().score()).isEmpty();
        assertThat(judgements.getFirst().readings())
                .containsExactly(
                        new Reading.NotMeasurable(
                                "score", "249 ppi is too coarse, 250 are needed"));
        assertThat(judgements.getFirst().verdict().outcome()).isEqualTo(Verdict.Outcome.REFUSED);
    }

    @Test
    void aPictureOfUnknownResolutionIsRefusedForEachFinger() {
        var frame =
                new Frame(
                        Ridges.flat(300, 300, 9),
                        new Resolution.Unknown(),
                        Instant.EPOCH,
                        "folder://x");
        assertThat(judge.judge(frame, Position.TWO_THUMBS, Set.of(Position.LEFT_THUMB)))
                .singleElement()
                .satisfies(j -> assertThat(j.verdict().accepted()).isFalse());
    }

    @Test
    void twiceTheResolutionGivesNearlyTheSameReadings() {
        var fine = DrawnPrint.all().get("creased");
        var once = judge.judge(frame(fine, 500), Position.RIGHT_MIDDLE, Set.of()).getFirst();
        var finer = Resample.to(fine, 2, 2);
        var twice = judge.judge(frame(finer, 1000), Position.RIGHT_MIDDLE, Set.of()).getFirst();
        assertThat(Math.abs(twice.score().getAsInt() - once.score().getAsInt()))
                .isLessThanOrEqualTo(8);
    }

    @Test
    void aWatcherSeesEveryReading() {
        var notes = new AtomicInteger();
        var slap = frame(DrawnSlap.of(false, 0, 0.8, 0, 1, 2, 3).picture(), 500);
        Trace.watching(
                (_, note) -> notes.addAndGet(note instanceof Reading ? 1 : 0),
                () -> judge.judge(slap, Position.RIGHT_FOUR, Set.of()));
        assertThat(notes).hasValue(4 * FingerprintJudge.metrics().size());
    }

    @Test
    void noPictureMakesItThrow() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new java.util.Random(seed);
            int width = 1 + random.nextInt(400);
            int height = 1 + random.nextInt(400);
            var samples = new byte[width * height];
            random.nextBytes(samples);
            var frame = frame(Gray8.wrap(width, height, samples), 250 + random.nextInt(1000));
            for (var position : List.of(Position.RIGHT_FOUR, Position.RIGHT_THUMB)) {
                assertThat(judge.judge(frame, position, Set.of())).isNotNull();
            }
        }
    }

    /// The scores of the public sets go with those of NFIQ 2: rank correlation, over a tenth of the
    /// pictures.
    @Test
    void scoresOfRealPrintsGoWithNfiq2() throws java.io.IOException {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "the public sets are not here");
        var nfiq2 = new HashMap<String, Double>();
        for (var line : Files.readAllLines(REAL.resolve("nfiq2_quality.csv")).subList(1, 641)) {
            nfiq2.put(line.split(",")[0], Double.valueOf(line.split(",")[1]));
        }
        var ours = new java.util.ArrayList<Double>();
        var theirs = new java.util.ArrayList<Double>();
        var images = Files.readAllLines(REAL.resolve("images.csv"));
        for (int i = 1; i < images.size(); i += 10) {
            var row = images.get(i).split(",");
            var decoded = (Decoding.Decoded) Images.read(REAL.resolve(row[1]));
            var frame = frame(decoded.pixels().toGray(), Double.parseDouble(row[3]));
            var judgement = judge.judge(frame, Position.RIGHT_INDEX, Set.of()).getFirst();
            ours.add((double) judgement.score().getAsInt());
            theirs.add(nfiq2.get(row[1]));
        }
        assertThat(correlation(ranks(ours), ranks(theirs))).isGreaterThan(0.6);
    }

    private static double[] ranks(List<Double> values) {
        return values.stream()
                .mapToDouble(v ->
                        values.stream().filter(o -> o < v).count()
                                + values.stream().filter(o -> o.equals(v)).count() / 2.0)
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanB = java.util.Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static Frame frame(Gray8 picture, double ppi) {
        return new Frame(picture, Resolution.Ppi.of(ppi), Instant.EPOCH, "test");
    }
}
