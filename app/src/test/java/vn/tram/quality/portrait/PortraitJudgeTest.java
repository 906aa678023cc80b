package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.quality.Policy;
import vn.tram.task.UiThread;

class PortraitJudgeTest {
    private static final Path PORTRAITS = Path.of("../../shared/data/faces");
    private static final PortraitJudge JUDGE = new PortraitJudge(asking());

    private static Policy asking() {
        return new Policy(
                "test",
                "2026-11-22",
                3,
                Map.of(
                        PortraitJudge.GROUP,
                        List.of(
                                limit("head-pose-roll", -8, 8, false),
                                limit("both-ears-visible", 0, 0, true),
                                new Policy.Limit(
                                        "no-head-covering",
                                        Double.NEGATIVE_INFINITY,
                                        0.3,
                                        true,
                                        true,
                                        Double.NEGATIVE_INFINITY,
                                        -1,
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    private static Policy.Limit limit(String metric, double min, double max, boolean operator) {
        return new Policy.Limit(
                metric, min, max, true, operator, Optional.of("straight"), Optional.of("straight"));
    }

    private static Frame frame(Pixels pixels) {
        return new Frame(pixels, new Resolution.Unknown(), Instant.EPOCH, "test");
    }

    private static List<Judgement> judge(Pixels pixels) {
        return JUDGE.judge(frame(pixels), Position.FACE, Set.of());
    }

    private static Rgb8 portrait(String name) {
        var file = PORTRAITS.resolve(name);
        assumeTrue(Files.exists(file), "the labelled portraits are not here");
        var decoded = (Decoding.Decoded) Images.read(file);
        return (Rgb8) decoded.pixels();
    }

    private static double value(Judgement judgement, String metric) {
        for (var reading : judgement.readings()) {
            if (reading instanceof Reading.Measured(var name, var value, _)
                    && name.equals(metric)) {
                return value;
            }
        }
        throw new AssertionError(metric + " was not measured");
    }

    /// Golden values, made with these very models and looked at.
    @ParameterizedTest
    @CsvSource({
        "astronaut.png,            42.0, 0.440, 0.202, -1.5, 5.5, -3.1, 165, 0.56, 0.35, 0.174",
        "grace_hopper_512x512.jpg, 84.9, 0.518, 0.342,  0.7, 4.1,  2.2, 141, 0.58, 0.28, 0.001"
    })
    void aKnownPortraitMeasuresWhatItAlwaysDid(
            String file,
            double eyes,
            double x,
            double y,
            double yaw,
            double pitch,
            double roll,
            double luminance,
            double sharpness,
            double open,
            double mouth) {
        var judgement = judge(portrait(file)).getFirst();
        assertThat(value(judgement, "inter-eye-distance")).isEqualTo(eyes, within(1.0));
        assertThat(value(judgement, "face-centre-x")).isEqualTo(x, within(0.01));
        assertThat(value(judgement, "face-centre-y")).isEqualTo(y, within(0.01));
        assertThat(value(judgement, "head-pose-yaw")).isEqualTo(yaw, within(1.0));
        assertThat(value(judgement, "head-pose-pitch")).isEqualTo(pitch, within(1.0));
        assertThat(value(judgement, "head-pose-roll")).isEqualTo(roll, within(0.5));
        assertThat(value(judgement, "luminance-mean")).isEqualTo(luminance, within(2.0));
        assertThat(value(judgement, "sharpness")).isEqualTo(sharpness, within(0.02));
        assertThat(value(judgement, "eyes-open")).isEqualTo(open, within(0.02));
        assertThat(value(judgement, "mouth-closed")).isEqualTo(mouth, within(0.02));
    }

    @Test
    void aGoodPortraitIsLeftToTheOperator() {
        var verdict = judge(portrait("hopper__good_white.jpg")).getFirst().verdict();
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NEEDS_OPERATOR);
        assertThat(verdict.asked()).containsExactly("both-ears-visible", "no-head-covering");
        assertThat(verdict.failed()).isEmpty();
    }

    @Test
    void aTiltedHeadIsRefused() {
        var verdict = judge(portrait("hopper__roll15.jpg")).getFirst().verdict();
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.REFUSED);
        assertThat(verdict.failed()).containsExactly("head-pose-roll");
        assertThat(verdict.advice()).containsExactly("straight");
    }

    @Test
    void everyMetricHasItsReading() {
        var readings = judge(portrait("hopper__good_white.jpg")).getFirst().readings();
        assertThat(readings.stream().map(Reading::metric)).isEqualTo(PortraitJudge.metrics());
        assertThat(PortraitJudge.metrics()).doesNotHaveDuplicates();
    }

    @Test
    void theBoxLiesOnTheFace() {
        var judgement = judge(portrait("astronaut.png")).getFirst();
        assertThat(judgement.position()).isEqualTo(Position.FACE);
        assertThat(judgement.box().centreX()).isEqualTo(225, within(5.0));
        assertThat(judgement.box().centreY()).isEqualTo(128, within(5.0));
        assertThat(judgement.box().width()).isEqualTo(94, within(8.0));
    }

    @Test
    void mirroringTurnsYawAndRollRound() {
        var picture = portrait("astronaut__roll9.jpg");
        int last = picture.width() - 1;
        var mirrored =
                Faces.picture(picture.width(), picture.height(), (x, y) -> picture.at(last - x, y));
        var here = judge(picture).getFirst();
        var there = judge(mirrored).getFirst();
        assertThat(value(there, "head-pose-roll"))
                .isEqualTo(-value(here, "head-pose-roll"), within(1.0));
        assertThat(value(there, "head-pose-yaw"))
                .isEqualTo(-value(here, "head-pose-yaw"), within(3.0));
        assertThat(value(there, "face-centre-x"))
                .isEqualTo(1 - value(here, "face-centre-x"), within(0.01));
    }

    /// 48 million pixels, seven times the side of the original.
    @Test
    @Timeout(60)
    void aHugePictureMeasuresAsItsSmallOriginal() {
        var small = portrait("grace_hopper_512x512.jpg");
        int width = 8000;
        int height = 6000;
        var huge =
                Faces.picture(
                        width,
                        height,
                        (x, y) ->
                                small.at(
                                        Math.min(small.width() - 1, x * small.height() / height),
                                        y * small.height() / height));
        var here = judge(small).getFirst();
        var there = judge(huge).getFirst();
        double factor = (double) height / small.height();
        assertThat(value(there, "inter-eye-distance"))
                .isEqualTo(factor * value(here, "inter-eye-distance"), Offset.offset(40.0));
        assertThat(value(there, "luminance-mean"))
                .isEqualTo(value(here, "luminance-mean"), within(3.0));
        assertThat(value(there, "head-pose-yaw"))
                .isEqualTo(value(here, "head-pose-yaw"), within(2.0));
        assertThat(there.box().centreX())
                .isEqualTo(factor * here.box().centreX(), Offset.offset(60.0));
    }

    @Test
    void aGrayFrameIsJudgedAndMissesItsColour() {
        var judgement = judge(portrait("hopper__good_white.jpg").toGray()).getFirst();
        assertThat(value(judgement, "natural-colour")).isEqualTo(7.07, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "1, 5000", "5000, 1", "8000, 6000", "640, 480"})
    void aFrameWithoutAFaceHasNoJudgement(int width, int height) {
        assertThat(judge(Rgb8.wrap(width, height, new byte[3 * width * height]))).isEmpty();
        assertThat(judge(Gray8.wrap(width, height, new byte[width * height]))).isEmpty();
    }

    @Test
    void aSmallFrameFullOfFaceIsJudged() {
        var big = portrait("hopper__good_white.jpg");
        var small = Faces.picture(100, 100, (x, y) -> big.at(9 * x, 150 + 9 * y));
        var judgement = judge(small).getFirst();
        assertThat(value(judgement, "inter-eye-distance")).isBetween(20.0, 30.0);
    }

    /// One behind the other along a wall, the nearest in the middle.
    @Test
    void fiveFacesAreFiveAndRefused() {
        var face = portrait("hopper__good_white.jpg");
        var row =
                Faces.picture(
                        1500,
                        400,
                        (x, y) -> {
                            int column = x % 300 * 3;
                            int line = y * 3;
                            return face.at(
                                    Math.min(column, face.width() - 1),
                                    Math.min(line, face.height() - 1));
                        });
        var judgement = judge(row).getFirst();
        assertThat(value(judgement, "faces")).isEqualTo(5);
        assertThat(value(judgement, "single-face-present")).isLessThan(0.2);
    }

    /// A disc with two eyes and a mouth is either no face or one whose measures say something.
    @Test
    void aCartoonMakesNoTrouble() {
        var cartoon =
                Faces.picture(
                        640,
                        800,
                        (x, y) -> {
                            if (Math.hypot(Math.abs(x - 320) - 80, y - 330) < 22) {
                                return 0x101010;
                            }
                            if (Math.hypot(x - 320, (y - 520) * 3) < 100) {
                                return 0xB01020;
                            }
                            return Math.hypot(x - 320, y - 400) < 240 ? 0xF0C890 : 0xFFFFFF;
                        });
        for (var judgement : judge(cartoon)) {
            assertThat(judgement.readings().stream().map(Reading::metric))
                    .isEqualTo(PortraitJudge.metrics());
        }
    }

    /// Two hundred frames in two threads at once measure what one frame does alone.
    @Test
    @Timeout(120)
    void frameAfterFrameAndThreadBesideThreadNothingChanges() throws Exception {
        var big = portrait("hopper__good_white.jpg");
        var picture = Faces.picture(225, 300, (x, y) -> big.at(4 * x, 4 * y));
        var alone = judge(picture);
        Callable<Integer> hundred =
                () -> {
                    int same = 0;
                    for (int i = 0; i < 100; i++) {
                        same += judge(picture).equals(alone) ? 1 : 0;
                    }
                    return same;
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = new ArrayList<Integer>();
            for (var future : threads.invokeAll(List.of(hundred, hundred))) {
                counts.add(future.get());
            }
            assertThat(counts).containsExactly(100, 100);
        }
    }

    @Test
    void onlyFacesAreJudged() {
        var frame = frame(Gray8.wrap(1, 1, new byte[1]));
        assertThatThrownBy(() -> JUDGE.judge(frame, Position.RIGHT_THUMB, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theThreadThatDrawsIsRefused() throws InterruptedException {
        var refusals = new ArrayList<Throwable>();
        var frame = frame(Gray8.wrap(1, 1, new byte[1]));
        var drawing =
                Thread.ofPlatform()
                        .unstarted(() -> {
                            try {
                                JUDGE.judge(frame, Position.FACE, Set.of());
                            } catch (IllegalStateException refusal) {
                                refusals.add(refusal);
                            }
                        });
        UiThread.register(drawing);
        drawing.start();
        drawing.join();
        assertThat(refusals).hasSize(1);
    }
}
