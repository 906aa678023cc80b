package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;
import vn.tram.image.Position;
import vn.tram.security.AuditVerification;

/// `tram enroll` killed with `kill -9`: what it printed as stored is there, no session is stuck,
/// and the audit log holds.
class KilledEnrollmentTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledEnrollmentTest.class);
    private static final int COUNT = 2;

    /// A run prints at least so many: three captures of fingers and a portrait for each citizen.
    private static final int LINES = 4 * COUNT;

    /// As long as it takes to start, or from one line over the sealing to the next.
    private static final int SPREAD_MILLIS = 2500;

    @TempDir Path folder;

    @Test
    void twoKillsLoseNothing() throws Exception {
        killAndLook(2, 20261122);
    }

    @Test
    @Tag("endurance")
    void fiftyKillsLoseNothing() throws Exception {
        killAndLook(50, 7);
    }

    /// Kills at so many random instants: some milliseconds after the start or after a random line,
    /// so that they are spread over the whole run however slow the machine is. Every second kill
    /// meets a state folder that an earlier one left.
    private void killAndLook(int kills, long seed) throws Exception {
        var random = new Random(seed);
        int printed = 0;
        for (int kill = 0; kill < kills; kill++) {
            var state = folder.resolve("state-" + kill / 2);
            int after = random.nextInt(LINES);
            long millis = random.nextInt(SPREAD_MILLIS);
            var about = "seed %d, kill %d, line %d + %d ms".formatted(seed, kill, after, millis);
            Run run;
            try (var started = enrollment(state, random.nextInt(1000))) {
                started.lines(after);
                run = started.killedAfter(millis);
            }
            assertThat(run.err()).as(about).isEmpty();
            assertThat(run.out()).as(about).hasSizeGreaterThanOrEqualTo(after);
            printed += run.out().size();
            look(state, run.out(), about);
        }
        assertThat(printed).as("attempts printed before the kills").isPositive();
        LOG.warn("{} kills: {} attempts printed, each found again", kills, printed);
    }

    private Run.Started enrollment(Path state, int seed) throws Exception {
        return Run.Started.tram(
                Run.HOME, folder, "enroll", "--count", COUNT, "--seed", seed, "--state", state);
    }

    private void look(Path state, List<String> lines, String about) throws Exception {
        try (var station = Assembly.open(state, Run.HOME.resolve("config"))) {
            assertThat(station.unsealed()).as(about).isEmpty();
            var sessions =
                    station.enrollment().list().stream()
                            .collect(Collectors.toMap(Sessions.Summary::id, Function.identity()));
            lines.forEach(line -> assertStored(line, sessions, about));
        }
        Run.tram(folder, "enroll", "--count", 0, "--state", state).succeeded();
        try (var station = Assembly.open(state, Run.HOME.resolve("config"))) {
            assertThat(station.enrollment().list())
                    .as(about)
                    .allMatch(s -> s.stage() == Stage.SEALED);
        }
        assertThat(AuditVerification.verify(state, List.of()))
                .as(about)
                .isInstanceOf(AuditVerification.Holds.class);
        deleteOutputs();
    }

    private static void assertStored(
            String line, Map<SessionId, Sessions.Summary> sessions, String about) {
        var words = line.split(" ");
        var session = sessions.get(SessionId.of(words[1]));
        assertThat(session).as(about + ": " + line).isNotNull();
        Position position = Words.position(words[2]).orElseThrow();
        var kept =
                session.kept().stream()
                        .filter(k ->
                                k.position() == position
                                        && k.attempt() == Integer.parseInt(words[3]))
                        .toList();
        assertThat(kept).as(about + ": " + line).hasSize(1);
        if (session.stage().holdsImages()) {
            assertThat(kept.getFirst().frame())
                    .as(about + ": " + line)
                    .contains(new Digest(words[4]));
        }
    }

    private void deleteOutputs() throws Exception {
        try (var outputs = Files.newDirectoryStream(folder, "run*")) {
            for (var output : outputs) {
                Files.delete(output);
            }
        }
    }
}
