package vn.tram.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import vn.tram.ui.kit.PulseMonitor;

/// Keeps how long the screen stood still at most, in `target/longest-pulse.txt`. Measured, not
/// asserted: a busy machine says nothing about the program.
final class LongestPulse {
    private static final Path FILE = Path.of("target", "longest-pulse.txt");

    private LongestPulse() {}

    static void write(String during, PulseMonitor pulses) throws IOException {
        var line =
                String.format(
                        Locale.ROOT,
                        "%s: longest %d ms of %d pulses%n",
                        during,
                        pulses.longest().toMillis(),
                        pulses.pulses());
        Files.createDirectories(FILE.getParent());
        Files.writeString(
                FILE,
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
