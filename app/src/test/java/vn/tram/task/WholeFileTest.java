package vn.tram.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] OLD = "old".getBytes(UTF_8);
    private static final byte[] NEW = "new and longer".getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void replacesWhatWasThereAndLeavesNothingElse() throws IOException {
        var target = folder.resolve("a");
        WholeFile.write(target, OLD);
        WholeFile.write(target, NEW);
        assertThat(target).hasBinaryContent(NEW);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aBodyThatFailsHalfWayLeavesTheOldFile() throws IOException {
        var target = folder.resolve("a");
        WholeFile.write(target, OLD);
        assertThatThrownBy(() ->
                        WholeFile.write(
                                target,
                                out -> {
                                    out.write(NEW);
                                    throw new IOException("pulled");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("pulled");
        assertThat(target).hasBinaryContent(OLD);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void whatACrashLeftUnfinishedDoesNotHinderTheNextWrite() throws IOException {
        Files.write(folder.resolve("a" + WholeFile.PART), OLD);
        WholeFile.write(folder.resolve("a"), NEW);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void onlyTheOwnerReadsASecret() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var target = folder.resolve("key");
        WholeFile.writeSecret(target, NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDestroyedFileIsOverwrittenBeforeItsNameGoes() throws IOException {
        var target = folder.resolve("key");
        var other = folder.resolve("other-name-of-the-same-file");
        Files.write(target, NEW);
        Files.createLink(other, target);
        WholeFile.destroy(target);
        assertThat(target).doesNotExist();
        assertThat(other).hasBinaryContent(new byte[NEW.length]);
    }

    @Test
    void deletingWhatIsNotThereIsNoFailure() throws IOException {
        WholeFile.delete(folder.resolve("nothing"));
        WholeFile.destroy(folder.resolve("nothing"));
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
