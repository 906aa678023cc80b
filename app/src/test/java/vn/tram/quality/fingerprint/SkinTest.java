package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.quality.Policy;

/// Pictures of anything but a finger get no score, and a wrong resolution is told.
class SkinTest {
    private static final FingerprintJudge JUDGE =
            new FingerprintJudge(new Policy("none", "2026-11-23", 3, Map.of()));

    private static Arguments drawn(String name, DoubleBinaryOperator level) {
        return Arguments.of(name, Ridges.painted(400, 480, level));
    }

    private static double ring(double x, double y) {
        return 2 * Math.PI * Math.hypot(x - 200, y - 250) / 9;
    }

    /// Always the same for a square of some pixels.
    private static int dice(double x, double y, int square, int sides) {
        long seed = (long) (x / square) * 7919 + (long) (y / square) * 104_729;
        return new Random(seed).nextInt(sides);
    }

    private static boolean letter(double x, double y) {
        return y % 22 < 15 && x % 11 < 8 && dice(x, y, 2, 100) < 45;
    }

    static Stream<Arguments> noFingers() {
        return Stream.of(
                drawn("stripes", (x, _) -> 128 + 90 * Math.sin(2 * Math.PI * x / 9)),
                drawn("bars", (x, _) -> x % 10 < 5 ? 20 : 235),
                drawn("circles", (x, y) -> 128 + 90 * Math.sin(ring(x, y))),
                drawn(
                        "a spiral",
                        (x, y) -> 128 + 90 * Math.sin(ring(x, y) + Math.atan2(y - 250, x - 200))),
                drawn(
                        "a zebra",
                        (x, y) ->
                                Math.sin(2 * Math.PI * (x + 14 * Math.sin(y / 37)) / 11) > 0
                                        ? 15
                                        : 240),
                drawn("a chessboard", (x, y) -> (int) (x / 5) % 2 == (int) (y / 5) % 2 ? 20 : 220),
                drawn("hatching", (x, y) -> (x + y) % 10 < 3 ? 30 : 250),
                drawn("a grid", (x, y) -> x % 10 < 3 || y % 10 < 3 ? 40 : 230),
                drawn("cloth", (x, y) -> 128 + 50 * (Math.sin(x * 0.785) + Math.sin(y * 0.698))),
                drawn("a code", (x, y) -> dice(x, y, 4, 2) * 235 + 10),
                drawn("dust", (x, y) -> dice(x, y, 3, 300) == 0 ? 90 : 245),
                drawn("a page", (x, y) -> letter(x, y) ? 25 : 245),
                Arguments.of("noise", Ridges.noise(400, 480, 128, 60, 4)),
                Arguments.of("white", Ridges.flat(400, 480, 255)),
                Arguments.of("black", Ridges.flat(400, 480, 0)),
                Arguments.of("a point", Ridges.flat(1, 1, 9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noFingers")
    void whatIsNoFingerHasNoScore(String name, Gray8 picture) {
        for (var position : List.of(Position.RIGHT_INDEX, Position.RIGHT_FOUR)) {
            assertThat(judged(picture, 500, position))
                    .as(name)
                    .allSatisfy(j -> assertThat(j.score()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {72, 96, 1, 250, 2000, 100_000})
    void aWrongResolutionIsToldAndNotScored(double stated) {
        var judged = judged(print(), stated, Position.RIGHT_INDEX);
        assertThat(judged).singleElement().satisfies(j -> assertThat(j.score()).isEmpty());
        assertThat(why(judged.getFirst())).contains("%.0f ppi".formatted(stated));
    }

    @Test
    void theRightResolutionIsScored() {
        assertThat(judged(print(), 500, Position.RIGHT_INDEX))
                .singleElement()
                .satisfies(j -> assertThat(j.score()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {350, 400, 700})
    void aWrongResolutionOfASlapIsToldAndNotScored(double stated) {
        assertThat(judged(slap(), stated, Position.RIGHT_FOUR))
                .isNotEmpty()
                .allSatisfy(j -> {
                    assertThat(j.score()).isEmpty();
                    assertThat(why(j)).contains("%.0f ppi".formatted(stated));
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {400, 700, 1000})
    void aSlapOfThatResolutionIsScored(double ppi) {
        double scale = ppi / Print.PPI;
        var picture = Resample.to(slap(), scale, scale);
        assertThat(judged(picture, ppi, Position.RIGHT_FOUR))
                .hasSize(4)
                .allSatisfy(j -> assertThat(j.score()).isPresent());
    }

    private static Gray8 slap() {
        return DrawnSlap.of(false, 6, 0.8, 0, 1, 2, 3).picture();
    }

    private static Gray8 print() {
        return DrawnPrint.all().get("whole");
    }

    private static List<Judgement> judged(Gray8 picture, double ppi, Position position) {
        var frame = new Frame(picture, Resolution.Ppi.of(ppi), Instant.EPOCH, "test");
        return JUDGE.judge(frame, position, Set.of());
    }

    private static String why(Judgement judgement) {
        return judgement.readings().stream()
                .filter(r -> r.metric().equals(FingerprintJudge.SCORE))
                .map(r -> r instanceof Reading.NotMeasurable(_, var why) ? why : "")
                .findFirst()
                .orElseThrow();
    }
}
