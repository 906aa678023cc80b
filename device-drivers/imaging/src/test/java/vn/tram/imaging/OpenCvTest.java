package vn.tram.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

class OpenCvTest {
    @Test
    void loadingTwiceAndFromManyThreadsIsLoadingOnce() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.startVirtualThread(OpenCv::load));
        }
        for (var thread : threads) {
            thread.join();
        }
        OpenCv.load();
        assertThat(Core.getNumThreads()).isEqualTo(1);
        assertThat(Core.getVersionString()).isEqualTo("4.9.0");
    }

    @Test
    void theDrawingThreadIsRefused() throws InterruptedException {
        var thrown = new AtomicReference<Throwable>();
        var drawing =
                Thread.ofPlatform()
                        .name("JavaFX Application Thread")
                        .uncaughtExceptionHandler((_, e) -> thrown.set(e))
                        .start(OpenCv::load);
        drawing.join();
        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDamagedCopyIsUnpackedAgain(@TempDir Path cache) throws IOException {
        var library = NativeLibrary.ofThisMachine();
        var file = library.unpackedIn(cache);
        var whole = Files.readAllBytes(file);
        assertThat(whole).hasSize((int) library.size());
        var damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        assertThat(library.unpackedIn(cache)).isEqualTo(file).hasBinaryContent(whole);
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid(@TempDir Path folder) throws IOException {
        var notAFolder = Files.writeString(folder.resolve("cache"), "a file");
        assertThatThrownBy(() -> NativeLibrary.ofThisMachine().unpackedIn(notAFolder))
                .isInstanceOf(OpenCvMissing.class)
                .hasMessageContaining("cannot be unpacked")
                .hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux/x86_64",
        "Linux, aarch64, linux/ARMv8",
        "Mac OS X, aarch64, osx/ARMv8",
        "Windows 11, amd64, windows/x86_64"
    })
    void machinesAreNamedAsInTheJar(String os, String arch, String folder) {
        assertThat(NativeLibrary.folderOf(os, arch)).isEqualTo(folder);
    }

    @Test
    void picturesGoThereAndBack() {
        var gray = Pictures.gray(17, 9, 5);
        var rgb = Pictures.rgb(17, 9, 5);
        assertThat(Mats.gray(Mats.of(gray))).isEqualTo(gray);
        assertThat(Mats.rgb(Mats.of(rgb))).isEqualTo(rgb);
        assertThat(Mats.of(rgb).get(0, 0)[0]).isEqualTo(rgb.at(0, 0) & 0xFF); // blue comes first
    }

    @Test
    void aPartOfAMatrixIsTakenRowByRow() {
        var gray = Pictures.gray(17, 9, 5);
        assertThat(Mats.gray(Mats.of(gray).submat(new Rect(3, 2, 5, 4))))
                .isEqualTo(gray.crop(3, 2, 5, 4));
    }

    @Test
    void anotherTypeIsRefused() {
        OpenCv.load();
        var floats = new Mat(2, 2, CvType.CV_32FC1);
        assertThatThrownBy(() -> Mats.gray(floats)).isInstanceOf(IllegalArgumentException.class);
    }
}
