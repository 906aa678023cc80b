package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;

class StateFolderTest {
    @TempDir Path folder;

    @Test
    void aMissingFolderIsMadeForTraining() throws Exception {
        var state = StateFolder.openOrMakeTraining(folder.resolve("deep/state"), "0427");

        assertThat(state.mode()).isEqualTo(Mode.TRAINING);
        assertThat(state.incarnation()).matches("[0-9a-f]{8}");
        assertThat(state.databasePassword()).hasSize(32);
        assertThat(StationKeys.load(state.path()).station()).isEqualTo("0427");
        assertThat(state.path()).isDirectoryContaining("glob:**/outbox");
    }

    @Test
    void anEmptyFolderIsMadeForTraining() throws Exception {
        assertThat(StateFolder.openOrMakeTraining(folder).mode()).isEqualTo(Mode.TRAINING);
    }

    @Test
    void openingAgainChangesNothing() throws Exception {
        var path = folder.resolve("state");
        var first = StateFolder.openOrMakeTraining(path);
        var second = StateFolder.openOrMakeTraining(path);

        assertThat(second.incarnation()).isEqualTo(first.incarnation());
        assertThat(second.databasePassword()).isEqualTo(first.databasePassword());
    }

    @Test
    void aFolderWithoutModeIsNeverTraining() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "not a station's");

        assertThatThrownBy(() -> StateFolder.openOrMakeTraining(folder))
                .isInstanceOfSatisfying(
                        StationFault.class,
                        e -> assertThat(e.code()).isEqualTo(StationFault.Code.LT_404));
    }

    @Test
    void aStateFolderThatLostItsModeIsRefused() throws Exception {
        var state = StateFolder.openOrMakeTraining(folder.resolve("state"));
        Files.delete(state.path().resolve("mode"));

        assertThatThrownBy(() -> StateFolder.openOrMakeTraining(state.path()))
                .hasMessageStartingWith("LT-404");
    }

    @Test
    void anUnknownModeIsRefused() throws Exception {
        var state = StateFolder.openOrMakeTraining(folder.resolve("state"));
        Files.writeString(state.path().resolve("mode"), "demo");

        assertThatThrownBy(() -> StateFolder.openOrMakeTraining(state.path()))
                .hasMessageStartingWith("LT-404");
    }

    @Test
    void startersAtTheSameTimeShareOneFolder() throws Exception {
        var path = folder.resolve("state");
        int starters = 6;
        var ready = new CountDownLatch(starters);
        Callable<String> start =
                () -> {
                    ready.countDown();
                    ready.await();
                    var state = StateFolder.openOrMakeTraining(path);
                    return state.incarnation() + StationKeys.load(path).station();
                };
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < starters; i++) {
                answers.add(threads.submit(start));
            }
        }

        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(answers.getFirst().get());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(path);
        }
    }

    @Test
    void onlyTheOwnerReadsIt() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var state = StateFolder.openOrMakeTraining(folder.resolve("state"));

        try (var tree = Files.walk(state.path())) {
            assertThat(tree).allSatisfy(StateFolderTest::assertOwnerOnly);
        }
    }

    @Test
    void noKeyIsWrittenInTheClearButTheTrainingRegistrys() throws Exception {
        var state = StateFolder.openOrMakeTraining(folder.resolve("state"));

        try (var tree = Files.walk(state.path())) {
            assertThat(tree.filter(Files::isRegularFile).filter(StateFolderTest::holdsAKey))
                    .extracting(file -> state.path().relativize(file).toString())
                    .containsExactlyInAnyOrder(
                            "training-registry/seal.key", "training-registry/receipt.key");
        }
    }

    private static void assertOwnerOnly(Path path) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .as(path.toString())
                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }

    private static boolean holdsAKey(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains("PRIVATE KEY");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
