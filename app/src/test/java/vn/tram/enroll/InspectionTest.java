package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.Assembly;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Inspection.Drawn;
import vn.tram.enroll.Remark.Grade;
import vn.tram.security.DetachedSignature;

/// Samples and remarks over a real station with some sessions that were begun.
class InspectionTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final int SESSIONS = 12;

    @TempDir Path folder;
    private Assembly station;
    private Officer operator;
    private Officer inspector;

    @BeforeEach
    void open() throws StationFault {
        station = Assembly.open(folder.resolve("state"), CONFIG);
        operator = officer(Role.OPERATOR);
        inspector = officer(Role.INSPECTOR);
        for (int i = 0; i < SESSIONS; i++) {
            opened();
        }
    }

    @AfterEach
    void close() throws StationFault {
        station.close();
    }

    private Officer officer(Role role) throws StationFault {
        return station.accounts().officers().stream()
                .filter(o -> o.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private SessionId opened() throws StationFault {
        return ((Outcome.Done) station.enrollment().open(operator)).session().id();
    }

    private List<SessionId> drawn(long seed, int count) throws StationFault {
        return ((Drawn.Sample) station.inspection().draw(inspector, seed, count))
                .sessions().stream().map(Sessions.Summary::id).toList();
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() throws StationFault {
        var first = drawn(1, 5);
        assertThat(first).hasSize(5).doesNotHaveDuplicates().isEqualTo(drawn(1, 5));
        assertThat(drawn(1, SESSIONS)).startsWith(first.toArray(SessionId[]::new));
        assertThat(drawn(2, SESSIONS)).isNotEqualTo(drawn(1, SESSIONS));
    }

    @Test
    void moreSessionsDoNotChangeTheOrderOfTheOthers() throws StationFault {
        var before = drawn(7, SESSIONS);
        var more = opened();
        assertThat(drawn(7, 100)).contains(more).containsSubsequence(before);
    }

    @Test
    void whatWasCancelledIsNotDrawn() throws StationFault {
        var gone = opened();
        station.enrollment().cancel(gone, "nobody-found", operator);
        assertThat(drawn(1, 100)).doesNotContain(gone).hasSize(SESSIONS);
    }

    @Test
    void nobodyElseDrawsOrSaysAnything() throws StationFault {
        var id = drawn(1, 1).getFirst();
        for (var role : List.of(Role.OPERATOR, Role.SUPERVISOR, Role.TECHNICIAN)) {
            var other = officer(role);
            var no = new Reason.NoRight(Right.INSPECT);
            assertThat(station.inspection().draw(other, 1, 5)).isEqualTo(new Drawn.Refused(no));
            assertThat(station.inspection().attach(id, 1, Grade.IN_ORDER, "", other)).contains(no);
            assertThat(station.enrollment().view(id, other, Enrollment.Purpose.INSPECTION))
                    .isEqualTo(new Outcome.Refused(no));
        }
        assertThat(station.inspection().remarks()).isEmpty();
    }

    @Test
    void aRemarkIsThereAfterANewStartAndInTheLogWithoutItsWords() throws Exception {
        var id = drawn(4, 1).getFirst();
        assertThat(station.inspection().attach(id, 4, Grade.NOT_IN_ORDER, " Ảnh mờ. ", inspector))
                .isEmpty();
        station.close();
        station = Assembly.open(folder.resolve("state"), CONFIG);
        assertThat(station.inspection().remarks())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.session()).isEqualTo(id);
                    assertThat(r.words()).isEqualTo("Ảnh mờ.");
                    assertThat(r.grade()).isEqualTo(Grade.NOT_IN_ORDER);
                    assertThat(r.toString()).doesNotContain("Ảnh");
                });
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("sample-drawn", "remark-attached", "NOT_IN_ORDER seed=4")
                .doesNotContain("Ảnh mờ");
    }

    @Test
    void whatIsNotInOrderNeedsWordsThatCanBeRead() throws StationFault {
        var id = drawn(1, 1).getFirst();
        for (var words : List.of("", "  ", "A\u202eB", "A\nB", "A".repeat(2_001))) {
            assertThat(station.inspection().attach(id, 1, Grade.NOT_IN_ORDER, words, inspector))
                    .contains(new Reason.WordsMissing());
        }
        assertThat(
                        station.inspection()
                                .attach(SessionId.random(), 1, Grade.IN_ORDER, "", inspector))
                .contains(new Reason.NoSession());
        assertThat(station.inspection().remarks()).isEmpty();
    }

    /// He looks, and the session stays as it is.
    @Test
    void lookingChangesNothing() throws StationFault {
        var id = drawn(1, 1).getFirst();
        var before = station.enrollment().find(id);
        station.enrollment().view(id, inspector, Enrollment.Purpose.INSPECTION);
        station.inspection().attach(id, 1, Grade.IN_ORDER, "", inspector);
        assertThat(station.enrollment().find(id)).isEqualTo(before);
        assertThat(before.orElseThrow().stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void theStationsSignatureHoldsOverItsBytesAlone() throws Exception {
        var content = "báo cáo".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var signature = DetachedSignature.of(content, station.keys());
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(station.keys().certificate());
        verifier.update(content);
        assertThat(verifier.verify(signature)).isTrue();
        content[0]++;
        verifier.update(content);
        assertThat(verifier.verify(signature)).isFalse();
    }
}
