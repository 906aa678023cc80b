package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.StationFault;

/// `tram inspection` as a program: from the draw to a report that others verify.
class InspectionReportTest {
    @TempDir Path folder;

    private Run tram(String typed, Object... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--state");
        all.add(folder.resolve("state"));
        return Run.typed(folder, typed, all.toArray());
    }

    private Session opened() throws StationFault {
        try (var station = Assembly.open(folder.resolve("state"), Run.HOME.resolve("config"))) {
            var operator =
                    station.accounts().officers().stream()
                            .filter(o -> o.role() == Role.OPERATOR)
                            .findFirst()
                            .orElseThrow();
            return ((Outcome.Done) station.enrollment().open(operator)).session();
        }
    }

    @Test
    void aRemarkIsReportedAndTheReportVerifiedByOthers() throws Exception {
        var id = opened().id().toString();
        var drawn =
                tram(
                                "tram-phuctra\n",
                                "inspection",
                                "draw",
                                "--by",
                                "phuctra",
                                "--seed",
                                4,
                                "--count",
                                5)
                        .succeeded();
        assertThat(drawn.out()).hasSize(2).last().asString().startsWith(id + ",open,");
        tram(
                        "tram-phuctra\n",
                        "inspection",
                        "attach",
                        id,
                        "--by",
                        "phuctra",
                        "--seed",
                        4,
                        "--flaw",
                        "Ảnh tối")
                .succeeded();
        var report = folder.resolve("report.csv");
        tram("tram-phuctra\n", "inspection", "report", "--by", "phuctra", "--to", report)
                .succeeded();
        assertThat(Files.readAllLines(report))
                .hasSize(2)
                .last()
                .asString()
                .contains("training," + id + ",4,not-in-order,Ảnh tối,phuctra,");

        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        var key = folder.resolve("key.pem");
        var certificate = folder.resolve("state/keys/station.crt");
        var extracted =
                Run.program(
                        folder, folder, "openssl", "x509", "-in", certificate, "-pubkey", "-noout");
        Files.write(key, extracted.succeeded().out());
        verified(key, report).succeeded();
        Files.writeString(report, Files.readString(report).replace("not-in-order", "in-order"));
        assertThat(verified(key, report).exit()).isEqualTo(1);
    }

    private Run verified(Path key, Path report) throws IOException, InterruptedException {
        return Run.program(
                folder,
                folder,
                "openssl",
                "dgst",
                "-sha256",
                "-verify",
                key,
                "-signature",
                report + ".sig",
                report);
    }
}
