package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.image.Position.LEFT_FOUR;
import static vn.tram.image.Position.LEFT_INDEX;
import static vn.tram.image.Position.LEFT_LITTLE;
import static vn.tram.image.Position.LEFT_MIDDLE;
import static vn.tram.image.Position.LEFT_RING;
import static vn.tram.image.Position.LEFT_THUMB;
import static vn.tram.image.Position.RIGHT_FOUR;
import static vn.tram.image.Position.RIGHT_INDEX;
import static vn.tram.image.Position.RIGHT_LITTLE;
import static vn.tram.image.Position.RIGHT_MIDDLE;
import static vn.tram.image.Position.RIGHT_RING;
import static vn.tram.image.Position.RIGHT_THUMB;
import static vn.tram.image.Position.TWO_THUMBS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.quality.fingerprint.SlapSegmenter.Found;

class SlapSegmenterTest {
    private static final int[] ALL = {0, 1, 2, 3};
    private static final Path REAL = Path.of("../../shared/data/slaps");

    private final SlapSegmenter segmenter = new SlapSegmenter();

    @ParameterizedTest
    @ValueSource(doubles = {-45, -38, -20, -7, 0, 4, 13, 30, 45})
    void fourFingersAreFoundHoweverTheHandIsTurned(double degrees) {
        var slap = DrawnSlap.of(false, degrees, 0.8, ALL);
        var found = segmenter.segment(slap.picture(), 500, RIGHT_FOUR, Set.of());
        assertThat(found)
                .extracting(Found::position)
                .containsExactly(RIGHT_INDEX, RIGHT_MIDDLE, RIGHT_RING, RIGHT_LITTLE);
        for (int i = 0; i < 4; i++) {
            assertClose(found.get(i).box(), slap.boxes().get(i));
        }
    }

    @Test
    void theLeftHandIsTheOtherWayRound() {
        var slap = DrawnSlap.of(true, -10, 0.8, ALL);
        var found = segmenter.segment(slap.picture(), 500, LEFT_FOUR, Set.of());
        assertThat(found)
                .extracting(Found::position)
                .containsExactly(LEFT_INDEX, LEFT_MIDDLE, LEFT_RING, LEFT_LITTLE);
        for (int i = 0; i < 4; i++) {
            assertClose(found.get(i).box(), slap.boxes().get(i));
        }
    }

    @Test
    void ofTwoThumbsTheLeftIsLeft() {
        var slap = DrawnSlap.of(false, 0, 1.0, 1, 2);
        var found = segmenter.segment(slap.picture(), 500, TWO_THUMBS, Set.of());
        assertThat(found).extracting(Found::position).containsExactly(RIGHT_THUMB, LEFT_THUMB);
        assertClose(found.get(0).box(), slap.boxes().get(1));
        assertClose(found.get(1).box(), slap.boxes().get(0));
    }

    @ParameterizedTest
    @CsvSource({"0, RIGHT_INDEX", "1, RIGHT_MIDDLE", "2, RIGHT_RING", "3, RIGHT_LITTLE"})
    void aFingerKnownToBeMissingIsSkipped(int gone, Position missing) {
        var there = java.util.stream.IntStream.range(0, 4).filter(i -> i != gone).toArray();
        var slap = DrawnSlap.of(false, 8, 0.8, there);
        var found = segmenter.segment(slap.picture(), 500, RIGHT_FOUR, Set.of(missing));
        assertThat(found)
                .extracting(Found::position)
                .containsExactlyElementsOf(
                        RIGHT_FOUR.members().stream().filter(p -> p != missing).toList());
    }

    @ParameterizedTest
    @CsvSource({"0, RIGHT_INDEX", "1, RIGHT_MIDDLE", "2, RIGHT_RING", "3, RIGHT_LITTLE"})
    void aFingerThatDoesNotComeIsGuessedFromGapsAndHeights(int gone, Position absent) {
        var there = java.util.stream.IntStream.range(0, 4).filter(i -> i != gone).toArray();
        var slap = DrawnSlap.of(false, 0, 0.8, there);
        var found = segmenter.segment(slap.picture(), 500, RIGHT_FOUR, Set.of());
        assertThat(found).extracting(Found::position).hasSize(3).doesNotContain(absent);
    }

    @ParameterizedTest
    @CsvSource({"true, -20", "true, 0", "true, 15", "false, -20", "false, 0", "false, 15"})
    void theHandIsToldByTheHeightsOfItsFingers(boolean left, double degrees) {
        var slap = DrawnSlap.of(left, degrees, 0.8, ALL).picture();
        assertThat(segmenter.slapIn(slap, 500, Set.of())).contains(left ? LEFT_FOUR : RIGHT_FOUR);
    }

    @Test
    void twoFingersAreTakenForThumbsAndNoneForNothing() {
        var two = DrawnSlap.of(false, 0, 1.0, 1, 2).picture();
        assertThat(segmenter.slapIn(two, 500, Set.of())).contains(TWO_THUMBS);
        assertThat(segmenter.slapIn(Ridges.flat(800, 750, 255), 500, Set.of())).isEmpty();
    }

    @Test
    void anotherResolutionChangesOnlyTheScale() {
        var slap = DrawnSlap.of(false, 5, 0.8, ALL);
        var small = Resample.to(slap.picture(), 0.7, 0.7);
        var found = segmenter.segment(small, 350, RIGHT_FOUR, Set.of());
        assertThat(found).hasSize(4);
        assertThat(found.get(0).box().centreX())
                .isCloseTo(0.7 * slap.boxes().get(0).centreX(), within(10.0));
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        var pictures =
                List.of(
                        Ridges.flat(1600, 1500, 255),
                        Ridges.flat(1600, 1500, 0),
                        Ridges.flat(1, 1, 255),
                        Ridges.noise(1600, 1500, 240, 4, 1),
                        Ridges.noise(1600, 1500, 128, 30, 2));
        for (var picture : pictures) {
            assertThat(segmenter.segment(picture, 500, RIGHT_FOUR, Set.of())).isEmpty();
        }
    }

    @Test
    void aPalmIsNoFinger() {
        var palm =
                Ridges.painted(
                        1600,
                        1500,
                        (x, y) ->
                                Math.hypot(x - 800, y - 750) < 700
                                        ? 130 + 90 * Math.sin((x + y) / 2.0)
                                        : 250);
        assertThat(segmenter.segment(palm, 500, RIGHT_FOUR, Set.of())).isEmpty();
    }

    /// The right half of a finger of the field beside it touches the index finger, as on inked
    /// cards.
    @Test
    void theRimOfANeighboursPrintIsNotPartOfTheFinger() {
        var slap = DrawnSlap.of(false, 0, 0.8, ALL);
        var index = slap.boxes().getFirst();
        double edge = index.centreX() - index.width() / 2 + 3;
        var picture =
                Ridges.painted(
                        DrawnSlap.WIDTH,
                        DrawnSlap.HEIGHT,
                        (x, y) -> {
                            double across = (x - edge + 140) / 140;
                            double along = (y - index.centreY() + 60) / 200;
                            boolean neighbour = across > 0 && Math.hypot(across, along) < 1;
                            return neighbour ? 130 + 90 * Math.sin(0.5 * (x + y)) : 245;
                        });
        var both = darker(slap.picture(), picture);
        var found = segmenter.segment(both, 500, RIGHT_FOUR, Set.of());
        assertThat(found)
                .extracting(Found::position)
                .containsExactly(RIGHT_INDEX, RIGHT_MIDDLE, RIGHT_RING, RIGHT_LITTLE);
        assertThat(found.getFirst().box().width()).isCloseTo(index.width(), within(50.0));
    }

    private static Gray8 darker(Gray8 a, Gray8 b) {
        return Ridges.painted(
                a.width(),
                a.height(),
                (x, y) -> Math.min(a.at((int) x, (int) y), b.at((int) x, (int) y)));
    }

    /// Inked cards: where the fingers lie was read off the pictures by eye.
    @ParameterizedTest
    @CsvSource({
        "a001.png, RIGHT_FOUR, 190 700, 510 260, 900 190, 1300 580",
        "a070.png, LEFT_FOUR, 1390 320, 1000 180, 680 200, 420 720",
        "type-14-tpcard-nqm_r16_t14_fgp13.png, RIGHT_FOUR, 270 680, 560 250, 930 200, 1350 580",
        "type-14-tpcard-nqm_r13_t14_fgp14.png, LEFT_FOUR, 1280 370, 930 130, 590 290, 290 780"
    })
    void realFingersAreFoundAmongWritingAndHoles(
            String file, Position slap, String a, String b, String c, String d) {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "the public slaps are not here");
        var picture = picture(REAL.resolve(file));
        var found = segmenter.segment(picture, 500, slap, Set.of());
        assertThat(found).extracting(Found::position).containsExactlyElementsOf(slap.members());
        var centres = List.of(a, b, c, d);
        for (int i = 0; i < 4; i++) {
            var xy = centres.get(i).strip().split(" ");
            assertThat(holds(found.get(i).box(), Integer.parseInt(xy[0]), Integer.parseInt(xy[1])))
                    .as("%s at %s in %s", found.get(i).position(), centres.get(i), found.get(i))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmp00018.png", "cmp00019.png"})
    void emptyFieldsOfACardAreEmpty(String file) {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "the public slaps are not here");
        var found = segmenter.segment(picture(REAL.resolve(file)), 500, RIGHT_FOUR, Set.of());
        assertThat(found).isEmpty();
    }

    private static Gray8 picture(Path file) {
        return ((Decoding.Decoded) Images.read(file)).pixels().toGray();
    }

    private static boolean holds(Box box, double x, double y) {
        double cos = Math.cos(Math.toRadians(box.angle()));
        double sin = Math.sin(Math.toRadians(box.angle()));
        double u = (x - box.centreX()) * cos + (y - box.centreY()) * sin;
        double v = -(x - box.centreX()) * sin + (y - box.centreY()) * cos;
        return Math.abs(u) <= box.width() / 2 && Math.abs(v) <= box.height() / 2;
    }

    private static void assertClose(Box found, Box truth) {
        assertThat(found.angle()).as("angle").isCloseTo(truth.angle(), within(6.0));
        assertThat(Math.hypot(found.centreX() - truth.centreX(), found.centreY() - truth.centreY()))
                .as("centre of %s off %s", found, truth)
                .isLessThan(30); // 1.5 mm
        assertThat(found.width()).as("width").isCloseTo(truth.width(), within(50.0));
        assertThat(found.height()).as("height").isCloseTo(truth.height(), within(60.0));
    }
}
