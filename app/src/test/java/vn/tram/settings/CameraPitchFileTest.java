package vn.tram.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.enroll.StationFault;
import vn.tram.quality.portrait.CameraPitch;

class CameraPitchFileTest {
    @TempDir Path state;

    @Test
    void whatWasLearnedIsThereAtTheNextStart() throws StationFault {
        var file = CameraPitchFile.of(state);
        assertThat(file.of("Maker Model 17")).isEqualTo(CameraPitch.UNKNOWN);
        file.learn("Maker Model 17", new CameraPitch(6.25));
        file.learn("Maker Model 18", new CameraPitch(-2));
        file.learn("Maker Model 17", new CameraPitch(5.5));
        assertThat(file.of("Maker Model 17")).isEqualTo(new CameraPitch(5.5));
        var next = CameraPitchFile.of(state);
        assertThat(next.of("Maker Model 17")).isEqualTo(new CameraPitch(5.5));
        assertThat(next.of("Maker Model 18")).isEqualTo(new CameraPitch(-2));
        assertThat(next.of("Maker Model 19")).isEqualTo(CameraPitch.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"five\tMaker", "40\tMaker", "5", "NaN\tMaker"})
    void aLineThatIsNoneIsAFault(String line) throws Exception {
        Files.writeString(state.resolve("camera-pitch.tsv"), line + "\n");
        assertThatThrownBy(() -> CameraPitchFile.of(state))
                .isInstanceOfSatisfying(
                        StationFault.class,
                        f -> assertThat(f.code()).isEqualTo(StationFault.Code.TK_630));
    }
}
