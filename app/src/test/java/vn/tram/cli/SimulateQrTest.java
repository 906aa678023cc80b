package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.conformance.PtyPair;

/// A reader simulated by one program and read by another.
class SimulateQrTest {
    private static final String CODE = "000199000123||NGUYỄN THỊ MẪU|15021999|Nữ|Thôn 1|01072021";

    @TempDir private Path work;

    @Test
    void whatASimulatedReaderReadsIsWrittenToTheFileAndNowhereElse() throws Exception {
        try (var cable = PtyPair.open(work);
                var simulator =
                        Run.Started.tram(
                                Run.HOME,
                                work,
                                "simulate",
                                "qr",
                                "--port",
                                cable.module(),
                                "--code",
                                CODE,
                                "--every",
                                "1",
                                "--short-writes")) {
            assertThat(simulator.line("ready")).isEqualTo("ready " + cable.module());
            var file = work.resolve("code.txt");
            var captured =
                    Run.tram(work, "devices", "capture", "qr://" + cable.host(), "--to", file);
            captured.succeeded();
            assertThat(captured.out()).containsExactly("code: " + CODE.length() + " characters");
            assertThat(Files.readString(file)).isEqualTo(CODE);
            var checked = Run.tram(work, "devices", "check", "qr://" + cable.host());
            checked.succeeded();
            assertThat(checked.out())
                    .contains("kind: code-reader")
                    .noneMatch(l -> l.contains("MẪU"));
        }
    }
}
