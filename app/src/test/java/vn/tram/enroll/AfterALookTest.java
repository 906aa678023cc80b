package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Verdict;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.matching.Disturbance;

/// What is told of prints that are not refused: the hand that looks like the other one, the final
/// score that is below what the live one promised.
class AfterALookTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final double LEAST = 30;

    private static Judgement judged(int live, int score, boolean last, double hand) {
        var readings = new ArrayList<Reading>();
        readings.add(new Reading.Measured("hand", hand, "probability"));
        readings.add(new Reading.Measured("score", score, "points"));
        if (last) {
            readings.add(new Reading.Measured(Disturbance.TURNED.metric(), 80, "similarity"));
        }
        var check =
                new Verdict.Check(
                        new Reading.Measured("score", live, "points"),
                        LEAST,
                        Double.POSITIVE_INFINITY,
                        true);
        return new Judgement(
                Position.RIGHT_INDEX,
                new Box(50, 50, 100, 100, 0),
                OptionalInt.of(score),
                readings,
                Verdict.of("test", List.of(check), List.of()));
    }

    private static Session session(Judgement judgement) {
        var attempt =
                new Attempt(
                        Position.RIGHT_INDEX,
                        1,
                        AT,
                        new Attempt.Device("sim://single", "", "", "", "", ""),
                        Optional.empty(),
                        300,
                        400,
                        new Resolution.Ppi(500, 500),
                        OptionalInt.empty(),
                        List.of(Position.RIGHT_INDEX),
                        List.of(judgement));
        return Session.opened(SessionId.random(), AT, "canbo1", 1).change().attempt(attempt).made();
    }

    @Test
    void aFinalScoreBelowWhatWasAskedForIsTold() {
        assertThat(Shortfall.of(session(judged(42, 24, true, 1))))
                .contains(new Shortfall(Position.RIGHT_INDEX, Position.RIGHT_INDEX, 24, LEAST));
    }

    @Test
    void aFinalScoreThatHoldsIsNotTold() {
        assertThat(Shortfall.of(session(judged(42, 30, true, 1)))).isEmpty();
    }

    @Test
    void whatIsRefusedOrTakenWithAReasonIsNotToldAgain() {
        var refused = session(judged(20, 10, true, 1));
        assertThat(Shortfall.of(refused)).isEmpty();
        var taken =
                session(judged(42, 24, true, 1))
                        .change()
                        .acceptance(new Acceptance(Position.RIGHT_INDEX, 1, "mòn", AT, "canbo1"))
                        .made();
        assertThat(Shortfall.of(taken)).isEmpty();
    }

    @Test
    void withoutAFinalScoreNothingIsTold() {
        assertThat(Shortfall.of(session(judged(42, 24, false, 1)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.01, true", "0.49, true", "0.5, false", "0.98, false"})
    void aHandMoreLikelyTheOtherOneIsNamed(double likely, boolean told) {
        var judgements = List.of(judged(42, 42, false, likely));
        assertThat(Hint.aside(judgements, Position.RIGHT_FOUR))
                .isEqualTo(
                        told
                                ? Optional.of(
                                        new Hint("check-hand", Optional.of(Position.LEFT_FOUR)))
                                : Optional.empty());
        assertThat(Hint.of(judgements, List.of(Position.RIGHT_INDEX))).isEmpty();
    }
}
