package vn.tram.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Start to sign-in screen: from the start of the process to its first frame, on JavaFX's headless
/// platform, with a state folder that is there.
final class StartTime {
    private static final int RUNS = 10;

    private static final List<String> PROPERTIES =
            List.of(
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "-D" + FirstFrame.PROPERTY + "=true");

    private StartTime() {}

    static Figures of(String name, Site site) throws IOException, InterruptedException, Unmeasured {
        var folder = site.newFolder();
        try {
            var state = folder.resolve("state");
            millis(name, state); // makes the state folder and fills the page cache
            var samples = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                samples[run] = millis(name, state);
            }
            return Figures.of(name, "ms", samples);
        } finally {
            Site.delete(folder);
        }
    }

    private static double millis(String name, Path state)
            throws IOException, InterruptedException, Unmeasured {
        var arguments = List.of("--state", state.toString());
        long start = System.nanoTime();
        try (var station = Station.start(PROPERTIES, Redirect.PIPE, arguments);
                var lines = station.process().inputReader(StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            while (line != null && !line.equals(FirstFrame.LINE)) {
                line = lines.readLine();
            }
            long end = System.nanoTime();
            if (line == null) {
                throw new Unmeasured(name, "the station ended before it drew");
            }
            station.process().waitFor();
            return (end - start) / 1e6;
        }
    }
}
