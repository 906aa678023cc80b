package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tram.device.FaultException;
import vn.tram.image.Box;
import vn.tram.image.Gray8;

class PlatenEdgeTest {
    /// As the shipped policies refuse, millimetres.
    private static final double MOST = 6;

    private static final long FIRST = 1000;

    /// Waves of half a millimetre inside of `box`, white elsewhere, 500 ppi.
    private static Gray8 waves(int width, int height, int left, int top, int right, int bottom) {
        return Ridges.painted(
                width,
                height,
                (x, y) ->
                        x >= left && x < right && y >= top && y < bottom
                                ? 128 + 90 * Math.sin(0.63 * y + 0.1 * x)
                                : 250);
    }

    @Test
    void aFingerAsWideAsTheBoxOnTheUpperEdgeShowsItsWidth() {
        var picture = waves(800, 600, 300, 0, 580, 360);
        var box = new Box(440, 180, 280, 360, 0);
        assertThat(PlatenEdge.mm(picture, 500, box)).isCloseTo(280 * 25.4 / 500, within(1.0));
    }

    @Test
    void aFingerInTheMiddleOrLeavingBelowShowsNothing() {
        var middle = waves(800, 600, 300, 100, 580, 460);
        assertThat(PlatenEdge.mm(middle, 500, new Box(440, 280, 280, 360, 0))).isZero();
        var below = waves(800, 600, 300, 240, 580, 600);
        assertThat(PlatenEdge.mm(below, 500, new Box(440, 420, 280, 360, 0))).isZero();
    }

    @Test
    void aSideCutOffShowsTwoThirdsOfItsLength() {
        var picture = waves(800, 600, 0, 100, 200, 460);
        var box = new Box(100, 280, 200, 360, 0);
        assertThat(PlatenEdge.mm(picture, 500, box))
                .isCloseTo(2.0 / 3 * 360 * 25.4 / 500, within(1.5));
    }

    @Test
    void anAskewFingerIsSeenAlongItsOwnAxis() {
        var picture = waves(800, 800, 0, 300, 800, 500);
        assertThat(PlatenEdge.mm(picture, 500, new Box(620, 400, 200, 360, 90)))
                .isCloseTo(200 * 25.4 / 500, within(1.5));
        assertThat(PlatenEdge.mm(picture, 500, new Box(620, 400, 200, 360, -90))).isZero();
    }

    @Test
    void darkGroundIsNoExcuse() {
        var bright = waves(800, 600, 300, 0, 580, 360);
        var dark = Ridges.painted(800, 600, (x, y) -> 255 - bright.at((int) x, (int) y));
        var leaving = new Box(440, 120, 280, 480, 0);
        assertThat(PlatenEdge.mm(dark, 500, leaving))
                .isEqualTo(PlatenEdge.mm(bright, 500, leaving))
                .isGreaterThan(MOST);
    }

    /// Staged slaps cut at the top by 3 to 9 mm of one tip: each is short, or the edge is told.
    @Test
    void aTipCutByThePlatenIsNoWholeSuccess() throws FaultException {
        assertHolds(trial(10));
    }

    @Test
    @Tag("endurance")
    void aThousandCutSlaps() throws FaultException {
        assertHolds(trial(1000));
    }

    private static void assertHolds(Trial trial) {
        assertThat(trial.untold).as("%s", trial).isLessThanOrEqualTo(trial.cut / 100);
        assertThat(trial.toldForNothing).as("%s", trial).isLessThanOrEqualTo(trial.uncut / 50);
    }

    /// Slaps whose tips were cut and which nothing was said of; and fingers that lie whole on the
    /// glass and of which it was said.
    private record Trial(int cut, int untold, int uncut, int toldForNothing) {}

    private static Trial trial(int slaps) throws FaultException {
        int untold = 0;
        int uncut = 0;
        int toldForNothing = 0;
        var segmenter = new SlapSegmenter();
        for (long seed = FIRST; seed < FIRST + slaps; seed++) {
            var slap = StagedSlap.of(seed);
            for (var found : fingers(segmenter, slap, slap.picture())) {
                uncut++;
                toldForNothing += told(slap, slap.picture(), found) ? 1 : 0;
            }
            var picture = cut(slap);
            var found = fingers(segmenter, slap, picture);
            int expected = slap.slap().members().size() - slap.told().size();
            boolean whole = found.size() >= expected;
            untold += whole && found.stream().noneMatch(f -> told(slap, picture, f)) ? 1 : 0;
        }
        return new Trial(slaps, untold, uncut, toldForNothing);
    }

    private static List<SlapSegmenter.Found> fingers(
            SlapSegmenter segmenter, StagedSlap slap, Gray8 picture) {
        return segmenter.slap(picture, slap.ppi(), slap.slap(), slap.told()).fingers();
    }

    private static boolean told(StagedSlap slap, Gray8 picture, SlapSegmenter.Found found) {
        return PlatenEdge.mm(picture, slap.ppi(), found.box()) > MOST;
    }

    /// Without the rows above a line that takes 3 to 9 mm of the uppermost tip.
    private static Gray8 cut(StagedSlap slap) {
        double mm = slap.ppi() / 25.4;
        double lost = 3 + slap.seed() % 7;
        double top = slap.fingers().stream().mapToDouble(t -> tipY(t.box())).min().orElseThrow();
        int from = (int) (top + lost * mm);
        var picture = slap.picture();
        return picture.crop(0, from, picture.width(), picture.height() - from);
    }

    private static double tipY(Box box) {
        return box.centreY() - box.height() / 2 * Math.cos(Math.toRadians(box.angle()));
    }

    /// Prints the figures of `docs/metrics.md`.
    ///
    /// @param arguments how many slaps
    static void main(String[] arguments) throws FaultException {
        System.out.println(trial(Integer.parseInt(arguments[0])));
    }
}
