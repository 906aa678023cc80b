package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tram.image.Box;

class BandTest {
    private static final double ROWS = 1500;

    private static Mark finger(double middle) {
        return new Mark.Outline(new Box(400, middle, 200, 150, 0), Tone.GOOD);
    }

    @Test
    void itStaysWhileEveryFingerLiesInIt() {
        var marks = List.of(finger(450), finger(1000));
        assertThat(Band.MIDDLE.with(marks, ROWS)).isSameAs(Band.MIDDLE);
        assertThat(Band.MIDDLE.with(List.of(), ROWS)).isSameAs(Band.MIDDLE);
    }

    @Test
    void itMovesToAFingerOutsideAndIsNoHigherThanBefore() {
        var moved = Band.MIDDLE.with(List.of(finger(1400)), ROWS);
        assertThat(moved.bottom()).isEqualTo(1);
        assertThat(moved.bottom() - moved.top()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void itIsAsHighAsItMustBeForFingersFarApart() {
        var all = Band.MIDDLE.with(List.of(finger(100), finger(1400)), ROWS);
        assertThat(all).isEqualTo(new Band(0, 1));
    }

    @Test
    void aTurnedFingerReachesFurther() {
        var lying = new Mark.Outline(new Box(400, 330, 400, 60, 90), Tone.WARN);
        assertThat(Band.MIDDLE.with(List.of(lying), ROWS).top()).isLessThan(0.2);
    }

    @Test
    void guidesDoNotMoveIt() {
        var crop = new Mark.Crop(new Box(400, 100, 100, 100, 0));
        assertThat(Band.MIDDLE.with(List.of(crop), ROWS)).isSameAs(Band.MIDDLE);
    }
}
