package vn.tram.device.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.tram.device.Deadline;

/// Two pseudo-terminals joined by socat, which stand for a cable. A test is skipped where there is
/// no socat; CI installs it.
public final class PtyPair implements AutoCloseable {
    private final Process socat;
    private final Path folder;

    private PtyPair(Process socat, Path folder) {
        this.socat = socat;
        this.folder = folder;
    }

    public static PtyPair open() throws IOException {
        return open(Files.createTempDirectory("pty"));
    }

    /// In a folder of their own, where the cable may be laid again after it was pulled.
    public static PtyPair open(Path folder) throws IOException {
        Process socat;
        try {
            socat =
                    new ProcessBuilder(
                                    "socat",
                                    "pty,raw,echo=0,link=" + folder.resolve("host"),
                                    "pty,raw,echo=0,link=" + folder.resolve("module"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            assumeTrue(false, "no socat here: " + e.getMessage());
            throw e;
        }
        var pair = new PtyPair(socat, folder);
        var deadline = Deadline.in(Duration.ofSeconds(10));
        while (!Files.exists(pair.host()) || !Files.exists(pair.module())) {
            if (deadline.passed() || !socat.isAlive()) {
                throw new IOException("socat made no pseudo-terminals");
            }
            Thread.onSpinWait();
        }
        return pair;
    }

    public Path host() {
        return folder.resolve("host");
    }

    public Path module() {
        return folder.resolve("module");
    }

    public Path folder() {
        return folder;
    }

    /// Pulls the cable.
    @Override
    public void close() {
        socat.destroy();
        try {
            socat.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
