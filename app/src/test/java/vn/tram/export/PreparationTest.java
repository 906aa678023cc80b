package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Attempt;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Sealer.Kept;

class PreparationTest {
    private static final SessionId SESSION = SessionId.random();

    private final Preparation preparation = new Preparation();

    @Test
    void whatIsPreparedIsNotEncodedAgain() {
        var begun = preparation.prepare(SESSION, one());

        assertThat(taken(SESSION, one())).isSameAs(begun);
    }

    @Test
    void whatIsNotPreparedIsEncodedWhenItIsTaken() throws Exception {
        var pictures = taken(SESSION, one());

        assertThat(pictures.get().prints()).hasSameSizeAs(EncodedPictures.of(one()).prints());
    }

    @Test
    void anotherAttemptAtThePositionIsNotTakenForThePreparedOne() throws Exception {
        var begun = preparation.prepare(SESSION, one());
        var attempt = one().attempt();
        var next =
                new Kept(
                        new Attempt(
                                attempt.position(),
                                attempt.number() + 1,
                                attempt.at(),
                                attempt.device(),
                                attempt.frame(),
                                attempt.width(),
                                attempt.height(),
                                attempt.resolution(),
                                attempt.deviceScore(),
                                attempt.expected(),
                                attempt.judgements()),
                        one().frame(),
                        one().cards());

        var pictures = taken(SESSION, next);

        assertThat(pictures).isNotSameAs(begun);
        assertThat(pictures.get().attempt()).isEqualTo(next.attempt());
    }

    @Test
    void otherCardsThanWerePreparedAreEncodedAnew() {
        var begun = preparation.prepare(SESSION, one());
        var next = new Kept(one().attempt(), one().frame(), Set.of());

        assertThat(taken(SESSION, next)).isNotSameAs(begun);
    }

    @Test
    void anotherSessionAtTheDeskReplacesTheOneBefore() {
        var begun = preparation.prepare(SESSION, one());
        preparation.prepare(SessionId.random(), one());

        assertThat(taken(SESSION, one())).isNotSameAs(begun);
    }

    @Test
    void aForgottenSessionIsEncodedAnew() {
        var begun = preparation.prepare(SESSION, one());
        preparation.forget(SessionId.random());
        assertThat(taken(SESSION, one())).isSameAs(begun);
        preparation.forget(SESSION);

        assertThat(taken(SESSION, one())).isNotSameAs(begun);
    }

    private Future<EncodedPictures> taken(SessionId session, Kept kept) {
        return preparation.pictures(session, List.of(kept)).getFirst();
    }

    /// Equal each time, and not the same object: the store reads anew.
    private static Kept one() {
        return new EnrolledSession(200, 120).kept().getFirst();
    }
}
