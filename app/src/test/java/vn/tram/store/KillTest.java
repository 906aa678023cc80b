package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;

/// What was acknowledged is there after `kill -9`, and what ended is gone.
///
/// This proves the death of the program, not of the power: the page cache survives.
class KillTest {
    @TempDir Path state;

    @Test
    void fourKillsLoseNothing() throws Exception {
        killAndLook(4, 20261122);
    }

    @Test
    @Tag("endurance")
    void sixtyKillsLoseNothing() throws Exception {
        killAndLook(60, 7);
    }

    private void killAndLook(int kills, long seed) throws Exception {
        var random = new Random(seed);
        int stored = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<String> said;
            try (var child = Child.start(state, Long.toString(random.nextLong()))) {
                child.awaitStored(1 + random.nextInt(8));
                said = child.killAfter(Duration.ofMillis(random.nextInt(120)));
            }
            stored += look(said);
        }
        assertThat(stored).isGreaterThanOrEqualTo(kills);
    }

    /// Holds the state folder against what the child said; how many attempts it had stored.
    private int look(List<String> said) throws StationFault, IOException {
        var ended = ids(said, "sealed", "cancelled");
        var ending = ids(said, "sealing", "cancelling");
        int stored = 0;
        try (var database = Database.open(state, Given.PASSWORD)) {
            database.sessions().recover();
            for (var line : said.stream().filter(l -> l.startsWith("stored")).toList()) {
                stored++;
                assertStored(database, line, ending);
            }
            for (var id : ended) {
                assertThat(database.sessions().find(id).orElseThrow().stage().holdsImages())
                        .isFalse();
            }
            assertConsistent(database);
        }
        return stored;
    }

    private static Set<SessionId> ids(List<String> said, String... verbs) {
        return said.stream()
                .map(l -> l.split(" "))
                .filter(w -> List.of(verbs).contains(w[0]))
                .map(w -> SessionId.of(w[1]))
                .collect(Collectors.toSet());
    }

    private static void assertStored(Database database, String line, Set<SessionId> ending)
            throws StationFault {
        var words = line.split(" ");
        var id = SessionId.of(words[1]);
        var session = database.sessions().find(id).orElseThrow();
        if (session.stage() == Stage.CANCELLED) {
            assertThat(ending).contains(id);
            return;
        }
        var position = Position.valueOf(words[2]);
        int number = Integer.parseInt(words[3]);
        assertThat(session.attempts(position)).anyMatch(a -> a.number() == number);
        if (session.stage() == Stage.SEALED) {
            assertThat(ending).contains(id);
            assertThat(database.outbox().dossier(id).content())
                    .isEqualTo(Given.dossier(id).content());
        } else {
            var frame = database.sessions().frame(id, position, number);
            assertThat(Given.digest(frame.pixels()).hex()).isEqualTo(words[4]);
        }
    }

    /// Each row has its files, each file its row, and nothing else lies there.
    private void assertConsistent(Database database) throws StationFault, IOException {
        var wanted = new TreeSet<String>();
        for (var summary : database.sessions().list()) {
            if (summary.stage().holdsImages()) {
                wanted.add(summary.id() + ".key");
                summary.kept()
                        .forEach(k ->
                                wanted.add(
                                        summary.id()
                                                + ".frames/"
                                                + k.position().code()
                                                + "-"
                                                + k.attempt()));
            } else if (summary.stage() == Stage.SEALED) {
                wanted.add(summary.id() + ".p7m");
            }
        }
        var sessions = state.resolve("sessions");
        try (var files = Files.walk(sessions)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(f -> sessions.relativize(f).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }
}
