package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./tram devices calibrate`, `certificate` and `extend` on the simulated scanner.
class CalibrateTest {
    private static final String CLEAN = "clean,clean,clean,clean";
    private static final String DARK = "dark,dark,dark,dark";
    private static final String SCANNER = "sim://single";

    @TempDir private Path folder;

    private Run tram(String typed, Object... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--state");
        all.add(folder.resolve("state"));
        return Run.typed(folder, typed, all.toArray());
    }

    private Run calibrate(String shown) throws IOException, InterruptedException {
        return tram(
                "tram-chihuy\n",
                "devices",
                "calibrate",
                SCANNER + "?target=" + shown,
                "--technician",
                "chihuy",
                "--target",
                "TRAM-R1",
                "--target",
                "TRAM-D1");
    }

    @Test
    void aFitScannerPassesAndTheCertificateIsNoticedWhenItIsChanged()
            throws IOException, InterruptedException {
        assertThat(tram("", "devices", "certificate", SCANNER).out())
                .contains("state: unfit", "why: missing", "consequence: warn");
        var run = calibrate("bars,bars-turned," + CLEAN + "," + DARK).succeeded();
        assertThat(run.out())
                .anyMatch(l -> l.startsWith("resolution-x") && l.endsWith("passed"))
                .anyMatch(l -> l.startsWith("ghost") && l.endsWith("passed"))
                .anyMatch(l -> l.startsWith("certificate 1 passed"));
        var paper = Path.of(run.out().getLast());
        assertThat(new String(Files.readAllBytes(paper), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(tram("", "devices", "certificate", SCANNER).succeeded().out())
                .contains("state: fit");
        var signed = paper.resolveSibling("0001.p7s");
        var bytes = Files.readAllBytes(signed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(signed, bytes);
        var broken = tram("", "devices", "certificate", "--json", SCANNER);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).anyMatch(l -> l.contains("\"broken\""));
    }

    @Test
    void anIncompleteCalibrationFailsUntilASupervisorExtends()
            throws IOException, InterruptedException {
        var failed =
                tram(
                        "tram-chihuy\n",
                        "devices",
                        "calibrate",
                        SCANNER + "?target=bars,bars-turned",
                        "--technician",
                        "chihuy",
                        "--target",
                        "TRAM-R1");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).anyMatch(l -> l.startsWith("certificate 1 failed"));
        assertThat(tram("", "devices", "certificate", SCANNER).out())
                .contains("state: unfit", "why: failed", "consequence: block");
        tram(
                        "tram-chihuy\n",
                        "devices",
                        "extend",
                        SCANNER,
                        "--days",
                        "2",
                        "--by",
                        "chihuy",
                        "--reason",
                        "waits for the dark cover")
                .succeeded();
        assertThat(tram("", "devices", "certificate", SCANNER).succeeded().out())
                .contains("state: extended", "why: failed");
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("certificate-issued", "certificate-extended");
    }
}
