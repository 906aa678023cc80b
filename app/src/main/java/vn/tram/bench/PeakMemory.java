package vn.tram.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The most memory that one whole enrollment had resident at once, as Linux counts it (`VmHWM`):
/// heap, native buffers, code, mapped files.
final class PeakMemory {
    private static final int RUNS = 3;
    private static final double KIB_PER_MB = 1024;

    /// The kernel keeps the peak; it is only gone when the program is. What grows in the last
    /// moments before the end is missed.
    private static final long LOOK_EVERY_MILLIS = 2;

    private PeakMemory() {}

    static Figures of(String name, Site site) throws IOException, InterruptedException, Unmeasured {
        if (!Files.isReadable(status(ProcessHandle.current()))) {
            throw new Unmeasured(name, "this system does not tell a program's peak memory");
        }
        var samples = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            var folder = site.newFolder();
            try {
                samples[run] = megabytes(name, folder.resolve("state"));
            } finally {
                Site.delete(folder);
            }
        }
        return Figures.of(name, "MB", samples);
    }

    private static double megabytes(String name, Path state)
            throws IOException, InterruptedException, Unmeasured {
        var arguments = List.of("enroll", "--count", "1", "--state", state.toString());
        long peak = 0;
        try (var station = Station.start(List.of(), Redirect.DISCARD, arguments)) {
            var process = station.process();
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                for (var program : programs(process)) {
                    peak = Math.max(peak, kib(program));
                }
            }
            if (process.exitValue() != 0) {
                throw new Unmeasured(name, "the enrollment ended with " + process.exitValue());
            }
        }
        return peak / KIB_PER_MB;
    }

    /// The launcher of the installed image runs the station as its child.
    private static List<ProcessHandle> programs(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /// 0 for a program that has just ended.
    private static long kib(ProcessHandle program) throws IOException {
        try (var lines = Files.lines(status(program))) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException _) {
            return 0;
        }
    }

    private static Path status(ProcessHandle program) {
        return Path.of("/proc", Long.toString(program.pid()), "status");
    }
}
