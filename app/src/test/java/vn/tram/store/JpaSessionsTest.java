package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Citizen;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Source;
import vn.tram.domain.Stage;
import vn.tram.domain.TriedAdvice;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Position;

class JpaSessionsTest {
    @TempDir Path state;
    private Database database;
    private Sessions sessions;

    @BeforeEach
    void open() throws StationFault {
        database = Database.open(state, Given.PASSWORD);
        sessions = database.sessions();
    }

    @AfterEach
    void close() throws StationFault {
        database.close();
    }

    private void reopen() throws StationFault {
        close();
        open();
    }

    @Test
    void everyFieldComesBackAfterAReopening() throws StationFault {
        var stored = Given.signedOff(sessions);
        reopen();
        assertThat(sessions.find(stored.id())).contains(stored);
    }

    @Test
    void adviceThatWasTriedComesBackAndStaysAfterSealing() throws StationFault {
        var stored = tried(Given.full(sessions), "ice-water", "talc");
        reopen();
        assertThat(sessions.find(stored.id())).contains(stored);
        assertThat(stored.triedAdvice()).hasSize(2);
        assertThat(Retention.sealed(stored).triedAdvice()).isEqualTo(stored.triedAdvice());
        assertThat(Retention.cancelled(stored).triedAdvice()).isEmpty();
    }

    @Test
    void whatTheCitizenSaidComesBackAndStaysAfterSealing() throws StationFault {
        var answer =
                CitizenAnswer.wrong(
                        Optional.of(
                                CitizenAnswer.wrong(
                                        Optional.empty(), Optional.of(Field.PHONE), Given.AT)),
                        Optional.of(Field.NAME),
                        Given.AT.plusSeconds(20));
        var stored =
                Given.saved(sessions, Given.full(sessions).change().citizenAnswer(answer).made());
        reopen();
        assertThat(sessions.find(stored.id())).contains(stored);
        assertThat(Retention.sealed(stored).citizenAnswer()).contains(answer);
        assertThat(Retention.cancelled(stored).citizenAnswer()).isEmpty();
    }

    private Session tried(Session session, String... advice) throws StationFault {
        var change = session.change();
        for (var one : advice) {
            change.tried(
                    new TriedAdvice(
                            Position.RIGHT_FOUR, 3, one, Given.AT.plusSeconds(80), "canbo1"));
        }
        return Given.saved(sessions, change.made());
    }

    @Test
    void timesAreTheSameInAnotherTimeZone() throws StationFault {
        var stored = Given.full(sessions);
        var here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            reopen();
            assertThat(sessions.find(stored.id())).contains(stored);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void framesComeBackAsTheyWereCaptured() throws StationFault {
        var stored = Given.full(sessions);
        reopen();
        assertThat(sessions.frame(stored.id(), Position.RIGHT_FOUR, 2))
                .isEqualTo(Given.gray(160, 150, 2));
        assertThat(sessions.frame(stored.id(), Position.FACE, 1))
                .isEqualTo(Given.colour(48, 64, 3));
    }

    @Test
    void anUnknownSessionIsNotFound() throws StationFault {
        assertThat(sessions.find(SessionId.random())).isEmpty();
    }

    @Test
    void anAttemptIsJudgedAgainWithoutChangingTheSessionBesides() throws StationFault {
        var stored = Given.full(sessions);
        var first = stored.attempts().getFirst();
        assertThat(first.judgements()).isNotEmpty();
        assertThat(sessions.rescore(stored.id(), first.judgedAgain(List.of()))).isTrue();
        reopen();
        var found = sessions.find(stored.id()).orElseThrow();
        assertThat(found.attempts().getFirst()).isEqualTo(first.judgedAgain(List.of()));
        assertThat(found.attempts().stream().skip(1))
                .containsExactlyElementsOf(stored.attempts().stream().skip(1).toList());
        assertThat(found.revision()).isEqualTo(stored.revision());
    }

    @Test
    void whatIsSealedIsNotJudgedAgain() throws StationFault {
        var sealed = Given.sealed(sessions);
        var first = sealed.attempts().getFirst();
        assertThat(sessions.rescore(sealed.id(), first.judgedAgain(List.of()))).isFalse();
        assertThat(sessions.find(sealed.id()).orElseThrow().attempts().getFirst().judgements())
                .isEqualTo(first.judgements());
    }

    @Test
    void twoHandsOnOneSessionAreABug() throws StationFault {
        var stored = Given.full(sessions);
        Given.saved(sessions, stored.change().ticks(Set.of()).made());
        var second = stored.change().stage(Stage.PARKED).made();
        assertThatThrownBy(() -> sessions.save(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("revision");
    }

    @Test
    void anIllegalStageIsABug() throws StationFault {
        var sealed = Given.sealed(sessions);
        var found = sessions.find(sealed.id()).orElseThrow();
        var onward = found.change().stage(Stage.BATCHED).made();
        assertThatThrownBy(() -> sessions.save(onward)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAttemptIsNotStoredWithoutItsFrame() throws StationFault {
        var stored = Given.full(sessions);
        var attempt = Given.attempt(Position.FACE, 2, Given.colour(8, 8, 9));
        assertThatThrownBy(() -> sessions.save(stored.change().attempt(attempt).made()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void openingASessionTwiceIsABugAndKeepsItsKey() throws StationFault {
        var stored = Given.full(sessions);
        var again = Given.opened();
        sessions.open(again);
        assertThatThrownBy(() -> sessions.open(again)).isInstanceOf(IllegalStateException.class);
        assertThat(sessions.frame(stored.id(), Position.FACE, 1)).isNotNull();
    }

    @Test
    void withoutItsKeyAFrameIsGone() throws StationFault, IOException {
        var stored = Given.full(sessions);
        Files.delete(state.resolve("sessions").resolve(stored.id() + ".key"));
        assertThatThrownBy(() -> sessions.frame(stored.id(), Position.FACE, 1))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.LT_405));
    }

    @Test
    void aFrameOfAnotherAttemptInItsPlaceIsDamage() throws StationFault, IOException {
        var stored = Given.full(sessions);
        var frames = state.resolve("sessions").resolve(stored.id() + ".frames");
        Files.write(frames.resolve("13-1"), Files.readAllBytes(frames.resolve("13-2")));
        assertThatThrownBy(() -> sessions.frame(stored.id(), Position.RIGHT_FOUR, 1))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.LT_402));
    }

    @Test
    void theListIsNewestFirstAndTellsNameAndNumberAlone() throws StationFault {
        var older = Given.full(sessions);
        var newer = Given.opened(Given.AT.minusSeconds(3600), 8); // the clock was set back
        sessions.open(newer);
        var kept =
                older.attempts().stream()
                        .map(a -> new Sessions.Kept(a.position(), a.number(), a.frame()))
                        .toList();
        assertThat(sessions.list())
                .containsExactly(
                        new Sessions.Summary(
                                newer.id(),
                                Stage.OPEN,
                                newer.openedAt(),
                                8,
                                Optional.empty(),
                                List.of(),
                                Optional.empty()),
                        new Sessions.Summary(
                                older.id(),
                                Stage.OPEN,
                                older.openedAt(),
                                7,
                                Optional.of(named()),
                                kept,
                                Optional.empty()));
    }

    @Test
    void aSealedSessionKeepsScoresAndReasonsButNothingOfTheImages() throws StationFault {
        var sealed = Given.sealed(sessions);
        reopen();
        var found = sessions.find(sealed.id()).orElseThrow();
        assertThat(found).isEqualTo(Retention.sealed(sealed));
        assertThat(found.citizen()).contains(named());
        assertThat(found.attempts())
                .hasSameSizeAs(sealed.attempts())
                .allSatisfy(a -> assertThat(a.frame()).isEmpty())
                .first()
                .satisfies(a ->
                        assertThat(a.judgements())
                                .isEqualTo(sealed.attempts().getFirst().judgements()));
        assertThat(found.omissions())
                .extracting(Omission::note)
                .containsExactly("mất ngón từ nhỏ", "");
        assertThat(found.omissions()).allSatisfy(o -> assertThat(o.evidence()).isEmpty());
        assertThat(files()).containsExactly(sealed.id() + ".p7m");
        assertThatThrownBy(() -> sessions.frame(sealed.id(), Position.FACE, 1))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.LT_405));
    }

    @Test
    void sealingTwiceChangesNothing() throws StationFault {
        var signedOff = Given.signedOff(sessions);
        var dossier = Given.dossier(signedOff.id());
        var sealed = Given.sealed(signedOff, dossier);
        sessions.seal(sealed, dossier);
        sessions.seal(sealed, dossier);
        assertThat(sessions.find(sealed.id())).contains(Retention.sealed(sealed));
    }

    @Test
    void aCancelledSessionKeepsNoData() throws StationFault {
        var cancelled = Given.full(sessions).change().stage(Stage.CANCELLED).made();
        sessions.cancel(cancelled);
        sessions.cancel(cancelled);
        reopen();
        assertThat(sessions.find(cancelled.id())).contains(Retention.cancelled(cancelled));
        assertThat(files()).isEmpty();
    }

    private static Citizen named() {
        return new Citizen(
                Map.of(
                        Field.PERSONAL_NUMBER, new Item("001199000123", Source.CARD_QR),
                        Field.NAME, new Item("Nguyễn Thị Ánh Tuyết", Source.TYPED)));
    }

    private List<String> files() {
        return List.of(state.resolve("sessions").toFile().list());
    }
}
