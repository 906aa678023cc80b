package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Condition;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;

class StateModelTest {
    private static final StateModel MODEL =
            StateModel.of(
                    List.of(
                            "# a comment",
                            "",
                            "doubt 25",
                            "rule DIRTY_GLASS glass-residue 0.02",
                            "measure mean-gray LINEAR 150 50",
                            "measure contrast LINEAR 60 20",
                            "state GOOD 1",
                            "weight GOOD contrast 1",
                            "state DRY 0",
                            "weight DRY mean-gray 2",
                            "weight DRY contrast -1",
                            "state WET 0",
                            "weight WET mean-gray -2"));

    private static Reading reading(String metric, double value) {
        return new Reading.Measured(metric, value, "x");
    }

    @Test
    void theLargestSumNamesTheStateAndWhatLiftsItIsTheEvidenceInOrder() {
        var readings = List.of(reading("mean-gray", 200), reading("contrast", 50));
        assertThat(MODEL.condition(readings))
                .isEqualTo(new Condition(PrintState.DRY, List.of("mean-gray", "contrast")));
        var faint = List.of(reading("mean-gray", 160), reading("contrast", 20));
        assertThat(MODEL.condition(faint))
                .isEqualTo(new Condition(PrintState.DRY, List.of("contrast", "mean-gray")));
    }

    @Test
    void whatCannotBeMeasuredCountsAsUsualAndAGoodPrintHasNoEvidence() {
        assertThat(MODEL.condition(List.of(reading("mean-gray", 150))))
                .isEqualTo(new Condition(PrintState.GOOD, List.of()));
    }

    @Test
    void aMeasureBeyondAllOthersCountsAsFarAsTheyDo() {
        var odd = List.of(reading("mean-gray", 150), reading("contrast", -10_000));
        var low = List.of(reading("mean-gray", 150), reading("contrast", 10));
        assertThat(MODEL.condition(odd)).isEqualTo(MODEL.condition(low));
    }

    @Test
    void aRuleNamesWhatSumsCallGoodButNotWhatTheyCallDry() {
        var marked = reading("glass-residue", 0.03);
        assertThat(MODEL.condition(List.of(reading("mean-gray", 150), marked)))
                .isEqualTo(new Condition(PrintState.DIRTY_GLASS, List.of("glass-residue")));
        assertThat(MODEL.condition(List.of(reading("mean-gray", 250), marked)).state())
                .isEqualTo(PrintState.DRY);
    }

    @Test
    void aPrintInDoubtIsNotCalledGood() {
        var readings = List.of(reading("mean-gray", 140), reading("live", 24));
        assertThat(MODEL.condition(readings).state()).isEqualTo(PrintState.WET);
        assertThat(MODEL.condition(List.of(reading("mean-gray", 140), reading("live", 25))).state())
                .isEqualTo(PrintState.GOOD);
    }

    @Test
    void anUnknownLineIsRefused() {
        assertThatThrownBy(() -> StateModel.of(List.of("stage GOOD 1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StateModel.of(List.of("weight DRY contrast 1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedModelReadsOnlyWhatIsMeasured() {
        var known = new java.util.HashSet<>(List.of("live", "glass-residue", "edge-imbalance"));
        FingerprintJudge.metrics().forEach(m -> known.add(m.name()));
        assertThat(known).containsAll(StateModel.shipped().metrics());
    }
}
