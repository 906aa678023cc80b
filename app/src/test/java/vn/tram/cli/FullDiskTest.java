package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tram.SmallDisk;
import vn.tram.security.AuditVerification;

/// `tram enroll` on a real disk until it is full.
class FullDiskTest {
    /// Room for about one enrollment over the reserve of 64 MB.
    private static final int MEGABYTES = 76;

    private static final int GROWN = 200;

    @TempDir Path folder;
    @TempDir Path outputs;

    @Test
    void aFullDiskIsOneSentenceAndTheSessionGoesOnWhenThereIsRoom() throws Exception {
        try (var disk = SmallDisk.mounted(folder, MEGABYTES)) {
            var state = disk.folder().resolve("state");
            var stored = new ArrayList<String>();

            var full = Run.tram(outputs, "enroll", "--count", 30, "--seed", 7, "--state", state);
            assertThat(full.sentence()).contains("LT-401");
            stored.addAll(full.out());
            assertThat(stored).as("attempts before the disk was full").isNotEmpty();

            disk.leave(0);
            var nothing = Run.tram(outputs, "enroll", "--count", 1, "--state", state);
            assertThat(nothing.sentence()).contains("LT-401");
            assertThat(nothing.out()).isEmpty();

            disk.makeRoom();
            disk.grow(GROWN);
            var goesOn = Run.tram(outputs, "enroll", "--count", 0, "--seed", 7, "--state", state);
            stored.addAll(goesOn.succeeded().out());
            assertThat(sessions(state))
                    .isNotEmpty()
                    .allMatch(s -> s.path("state").asString().equals("sealed"));
            assertFound(state, stored);
            assertThat(AuditVerification.verify(state, List.of()))
                    .isInstanceOf(AuditVerification.Holds.class);
        }
    }

    /// Each printed attempt is told of in its session. Only once there is room: on a disk without a
    /// byte the database may have to write before it can be read, and says so.
    private void assertFound(Path state, List<String> stored) throws Exception {
        var kept = new HashSet<String>();
        for (var session : sessions(state)) {
            for (var attempt : session.path("attempts")) {
                kept.add(
                        session.path("id").asString()
                                + " "
                                + attempt.path("position").asString()
                                + " "
                                + attempt.path("attempt").asInt());
            }
        }
        for (var line : stored) {
            var words = line.split(" ");
            assertThat(kept).contains(words[1] + " " + words[2] + " " + words[3]);
        }
    }

    /// As another program tells them: one in this program would hold its log open on the disk.
    private JsonNode sessions(Path state) throws Exception {
        var told = Run.tram(outputs, "sessions", "--json", "--state", state).succeeded().out();
        return JsonMapper.shared().readTree(String.join("\n", told));
    }
}
