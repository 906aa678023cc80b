package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// A module simulated by one program and captured by another, at its true pace.
class SimulateZfmTest {
    @TempDir private Path work;

    @Test
    void whatASimulatedModuleSeesIsCaptured() throws Exception {
        var host = work.resolve("host");
        var module = work.resolve("module");
        var shown = picture(300, 200);
        var file = work.resolve("shown.png");
        Files.write(file, Images.png(shown, Resolution.Ppi.of(500)));
        try (var cable = socat(host, module);
                var simulator =
                        Run.Started.tram(
                                Run.HOME,
                                work,
                                "simulate",
                                "zfm",
                                "--port",
                                module,
                                "--model",
                                "r503",
                                "--image",
                                file,
                                "--fault",
                                "noise@3,sum@40")) {
            assertThat(cable).isNotNull();
            assertThat(simulator.line("ready")).isEqualTo("ready " + module);
            var print = work.resolve("print.png");
            Run.tram(work, "devices", "capture", "zfm://" + host, "--to", print).succeeded();
            assertThat(Images.read(print))
                    .isInstanceOfSatisfying(
                            Decoding.Decoded.class,
                            d ->
                                    assertThat(d.pixels())
                                            .isEqualTo(seen(shown.crop(54, 4, 192, 192))));
            var json = Files.readString(work.resolve("print.png.json"));
            assertThat(json).contains("gray-levels");
        }
    }

    private Run.Started socat(Path host, Path module) throws IOException {
        try {
            var cable =
                    Run.Started.of(
                            new ProcessBuilder(
                                    "socat",
                                    "pty,raw,echo=0,link=" + host,
                                    "pty,raw,echo=0,link=" + module),
                            work);
            var end = System.nanoTime() + 10_000_000_000L;
            while (!Files.exists(host) || !Files.exists(module)) {
                assertThat(System.nanoTime()).as("socat makes no terminals").isLessThan(end);
                Thread.onSpinWait();
            }
            return cable;
        } catch (IOException e) {
            assumeTrue(false, "no socat here: " + e.getMessage());
            throw e;
        }
    }

    private static Gray8 picture(int width, int height) {
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % width + 3 * (i / width));
        }
        return Gray8.of(width, height, samples);
    }

    /// Sixteen levels of it.
    private static Gray8 seen(Gray8 picture) {
        var samples = picture.toBytes();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ((samples[i] >> 4 & 0xF) * 17);
        }
        return Gray8.of(picture.width(), picture.height(), samples);
    }
}
