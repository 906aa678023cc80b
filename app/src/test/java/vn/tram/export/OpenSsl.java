package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the machine's `openssl`; what needs it is skipped where there is none.
final class OpenSsl {
    /// @param text both outputs
    record Run(int exit, String text) {}

    private OpenSsl() {}

    static Run run(Path folder, String... arguments) throws IOException, InterruptedException {
        assumeTrue(installed(), "openssl is not installed");
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(folder, "openssl", ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("openssl ends").isTrue();
        return new Run(
                process.exitValue(),
                new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1));
    }

    static void succeeds(Path folder, String... arguments)
            throws IOException, InterruptedException {
        var run = run(folder, arguments);
        assertThat(run.exit()).as(run.text()).isZero();
    }

    private static boolean installed() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .stream()
                .anyMatch(folder ->
                        Files.isExecutable(Path.of(folder, "openssl"))
                                || Files.isExecutable(Path.of(folder, "openssl.exe")));
    }
}
