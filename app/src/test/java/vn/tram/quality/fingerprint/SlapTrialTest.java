package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tram.device.FaultException;
import vn.tram.image.Position;

/// Staged slaps of known boxes: what is found, where, and under whose name. Seeds below 200 were
/// used to tune the segmenter; these are others.
class SlapTrialTest {
    private static final long FIRST = 1000;

    private final SlapSegmenter segmenter = new SlapSegmenter();

    private SlapTrial trial(int slaps) throws FaultException {
        var trial = new SlapTrial();
        for (long seed = FIRST; seed < FIRST + slaps; seed++) {
            trial.add(StagedSlap.of(seed), segmenter);
        }
        return trial;
    }

    @Test
    void fingersAreFoundNumberedAndShortSlapsStayShort() throws FaultException {
        assertHolds(trial(40));
    }

    @Test
    @Tag("endurance")
    void aThousandSlaps() throws FaultException {
        assertHolds(trial(1000));
    }

    private static void assertHolds(SlapTrial trial) {
        assertThat(trial.falseSuccesses()).as("%s", trial).isZero();
        assertThat(trial.recall()).as("%s", trial).isGreaterThan(0.93);
        assertThat(trial.misnumberedShare()).as("%s", trial).isLessThan(0.04);
        assertThat(trial.handsWrongShare()).as("%s", trial).isLessThan(0.06);
    }

    @Test
    void theSameSeedIsTheSameSlap() throws FaultException {
        assertThat(StagedSlap.of(FIRST)).isEqualTo(StagedSlap.of(FIRST));
    }

    /// The other hand is offered: told with certainty for most, and never for the right one.
    @Test
    void theWrongHandIsTold() {
        for (boolean left : List.of(true, false)) {
            var slap = DrawnSlap.of(left, 4, 0.8, 0, 1, 2, 3).picture();
            var own = left ? Position.LEFT_FOUR : Position.RIGHT_FOUR;
            var other = left ? Position.RIGHT_FOUR : Position.LEFT_FOUR;
            assertThat(segmenter.slap(slap, 500, own, Set.of()).asAsked().orElseThrow())
                    .isGreaterThan(0.9);
            assertThat(segmenter.slap(slap, 500, other, Set.of()).asAsked().orElseThrow())
                    .isLessThan(0.1);
        }
    }

    /// Prints the table of `docs/metrics.md`.
    ///
    /// @param arguments how many slaps
    static void main(String[] arguments) throws FaultException {
        new SlapTrialTest()
                .trial(Integer.parseInt(arguments[0]))
                .rows()
                .forEach(System.out::println);
    }
}
