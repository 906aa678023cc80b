package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tram devices camera-pitch`.
class CameraPitchTest {
    @TempDir Path work;

    @Test
    void whatFivePeopleMeasureIsKeptForThatCamera() throws Exception {
        var state = work.resolve("state");
        var run =
                Run.typed(
                                work,
                                "",
                                "devices",
                                "camera-pitch",
                                "--state",
                                state,
                                "sim://camera?seed=4")
                        .succeeded();
        assertThat(run.out()).hasSize(6);
        assertThat(run.out().get(4)).startsWith("5 of 5: ");
        assertThat(run.out().getLast()).endsWith(" degrees, kept");
        assertThat(Files.readAllLines(state.resolve("camera-pitch.tsv"))).hasSize(1);
    }
}
