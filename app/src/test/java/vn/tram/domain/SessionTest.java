package vn.tram.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:42:00Z");
    private static final Session OPEN = Session.opened(SessionId.random(), NOW, "canbo", 47);

    /// Scores of index, middle, ring, little; below 0 means not found, accepted from 30 on.
    private static Attempt rightFour(int number, int... scores) {
        var judgements = new ArrayList<Judgement>();
        var members = Position.RIGHT_FOUR.members();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= 0) {
                judgements.add(judgement(members.get(i), scores[i]));
            }
        }
        return attempt(Position.RIGHT_FOUR, number, members, judgements);
    }

    private static Judgement judgement(Position position, int score) {
        var outcome = score >= 30 ? Verdict.Outcome.ACCEPTED : Verdict.Outcome.REFUSED;
        var verdict = new Verdict(outcome, "test 2026-11-22", List.of(), List.of());
        return new Judgement(
                position, new Box(50, 50, 100, 100, 0), OptionalInt.of(score), List.of(), verdict);
    }

    private static Attempt attempt(
            Position position, int number, List<Position> expected, List<Judgement> judgements) {
        var device = new Attempt.Device("sim://slap", "Trạm", "sim", "1", "1", "");
        return new Attempt(
                position,
                number,
                NOW,
                device,
                Optional.of(Digest.of(new byte[] {(byte) number})),
                100,
                100,
                Resolution.Ppi.of(500),
                OptionalInt.empty(),
                expected,
                judgements);
    }

    private static Session with(Attempt... attempts) {
        var session = OPEN;
        for (var attempt : attempts) {
            session = session.change().attempt(attempt).made();
        }
        return session;
    }

    private static Omission missing(Position position) {
        return new Omission(
                position, Omission.Reason.MISSING, true, "", Optional.empty(), NOW, "canbo");
    }

    @Test
    void anAcceptedCaptureBeatsARefusedOneWithABetterIndex() {
        var session = with(rightFour(1, 90, 90, 90, 5), rightFour(2, 40, 40, 40, 40));
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void amongEqualsTheIndexDecidesThenMiddleRingLittle() {
        var session =
                with(
                        rightFour(1, 50, 90, 90, 90),
                        rightFour(2, 51, 40, 40, 40),
                        rightFour(3, 51, 40, 40, 39));
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void amongRefusedCapturesTheOneWithMoreFingersAcceptedIsKeptThoughItsIndexIsWorse() {
        var session = with(rightFour(1, 90, 20, 20, 20), rightFour(2, 20, 40, 40, 40));
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(2);
        assertThat(session.done(Position.RIGHT_FOUR)).isFalse();
    }

    /// The best finger of each capture would make a good hand; nobody laid that hand down.
    @Test
    void goodFingersOfSeveralCapturesMakeNoGoodHand() {
        var session =
                with(
                        rightFour(1, 90, 90, 20, 20),
                        rightFour(2, 20, 20, 90, 90),
                        rightFour(3, 90, 20, 20, 90));
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(1);
        assertThat(session.done(Position.RIGHT_FOUR)).isFalse();
        assertThat(session.missing(Set.copyOf(Position.RIGHT_FOUR.members()))).hasSize(4);
    }

    @Test
    void whatTheOperatorTookStandsBeforeABetterCapture() {
        var session = with(rightFour(1, 20, 20, 20, 20), rightFour(2, 25, 25, 25, 25));
        var taken = new Acceptance(Position.RIGHT_FOUR, 1, "worn", NOW, "canbo");
        var kept = session.change().acceptance(taken).made().kept(Position.RIGHT_FOUR);
        assertThat(kept.orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void theEarlierOfTwoEqualCapturesIsKept() {
        var session = with(rightFour(1, 50, 50, 50, 50), rightFour(2, 50, 50, 50, 50));
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aScoreThatEqualsTheLimitIsGood() {
        assertThat(with(rightFour(1, 30, 30, 30, 30)).done(Position.RIGHT_FOUR)).isTrue();
        assertThat(with(rightFour(1, 30, 30, 30, 29)).done(Position.RIGHT_FOUR)).isFalse();
    }

    @Test
    void aShortSlapIsNotDone() {
        assertThat(with(rightFour(1, 80, 80, 80, -1)).done(Position.RIGHT_FOUR)).isFalse();
    }

    @Test
    void anExceptedFingerIsNotWaitedFor() {
        var session =
                with(rightFour(1, 80, 80, 80, -1))
                        .change()
                        .omission(missing(Position.RIGHT_LITTLE))
                        .made();
        assertThat(session.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(session.missing(Set.copyOf(Position.RIGHT_FOUR.members()))).isEmpty();
        assertThat(session.needsApproval()).isTrue();
    }

    @Test
    void capturedAndExceptedExcludeEachOther() {
        var session =
                with(rightFour(1, 80, 80, 80, 80))
                        .change()
                        .omission(missing(Position.RIGHT_LITTLE))
                        .made();
        assertThat(session.capturedIn(Position.RIGHT_LITTLE)).isEmpty();
        assertThat(session.capturedIn(Position.RIGHT_RING)).isPresent();
    }

    @Test
    void everyWantedPositionIsMissingUntilItIsCapturedOrExcepted() {
        var wanted = EnumSet.copyOf(Position.fingers());
        wanted.add(Position.FACE);
        assertThat(OPEN.missing(wanted)).hasSize(11);
        var session =
                with(rightFour(1, 80, 80, 80, 80))
                        .change()
                        .omission(missing(Position.LEFT_THUMB))
                        .made();
        assertThat(session.missing(wanted))
                .containsExactly(
                        Position.RIGHT_THUMB,
                        Position.LEFT_INDEX,
                        Position.LEFT_MIDDLE,
                        Position.LEFT_RING,
                        Position.LEFT_LITTLE,
                        Position.FACE);
    }

    @Test
    void anOverrideTakesTheAttemptItNames() {
        var session =
                with(rightFour(1, 80, 80, 10, 10), rightFour(2, 20, 80, 80, 80))
                        .change()
                        .acceptance(new Acceptance(Position.RIGHT_FOUR, 2, "vân mòn", NOW, "canbo"))
                        .made();
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(2);
        assertThat(session.done(Position.RIGHT_FOUR)).isTrue();
    }

    @Test
    void aSingleFingerCaptureCountsForItsFinger() {
        var single =
                attempt(
                        Position.RIGHT_RING,
                        1,
                        List.of(Position.RIGHT_RING),
                        List.of(judgement(Position.RIGHT_RING, 60)));
        assertThat(with(single).capturedIn(Position.RIGHT_RING)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStepThatIsNotLegalIsABug(Stage from) {
        for (var to : Stage.values()) {
            var session = at(from);
            if (from.next().contains(to)) {
                assertThat(session.change().stage(to).made().stage()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> session.change().stage(to))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    private static Session at(Stage stage) {
        return new Session(
                OPEN.id(),
                stage,
                NOW,
                "canbo",
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                3);
    }

    private static TriedAdvice tried(int attempt, String advice) {
        return new TriedAdvice(Position.RIGHT_FOUR, attempt, advice, NOW, "canbo");
    }

    @Test
    void adviceTellsEachFingersScoreBeforeAndAfterIt() {
        var session =
                OPEN.change()
                        .attempt(rightFour(1, 14, 60, 50, -1))
                        .tried(tried(2, "ice-water"))
                        .attempt(rightFour(2, 31, 58, -1, 40))
                        .made();
        var effects = session.triedAdvice().getFirst().effects(session);
        assertThat(effects)
                .extracting(TriedAdvice.Effect::finger)
                .containsExactlyElementsOf(Position.RIGHT_FOUR.members());
        assertThat(effects)
                .extracting(TriedAdvice.Effect::before)
                .containsExactly(
                        OptionalInt.of(14),
                        OptionalInt.of(60),
                        OptionalInt.of(50),
                        OptionalInt.empty());
        assertThat(effects)
                .extracting(TriedAdvice.Effect::after)
                .containsExactly(
                        OptionalInt.of(31),
                        OptionalInt.of(58),
                        OptionalInt.empty(),
                        OptionalInt.of(40));
    }

    @Test
    void adviceThatNoAttemptFollowedHasNoEffectYet() {
        var session =
                OPEN.change()
                        .attempt(rightFour(1, 14, 60, 50, 40))
                        .tried(tried(2, "ice-water"))
                        .made();
        assertThat(session.triedAdvice().getFirst().effects(session))
                .allMatch(e -> e.before().isPresent() && e.after().isEmpty());
    }

    @Test
    void theSameAdviceBeforeTheSameAttemptStandsOnce() {
        var session =
                OPEN.change()
                        .tried(tried(1, "talc"))
                        .tried(tried(1, "ice-water"))
                        .tried(tried(1, "talc"))
                        .tried(tried(2, "talc"))
                        .made();
        assertThat(session.triedAdvice())
                .extracting(t -> t.attempt() + " " + t.advice())
                .containsExactly("1 ice-water", "1 talc", "2 talc");
        assertThat(session.triedAdvice(Position.LEFT_FOUR)).isEmpty();
    }

    @Test
    void nothingOfAPersonIsPrinted() {
        var citizen =
                new Citizen(
                        Map.of(
                                Field.NAME, new Item("NGUYỄN THỊ MẪU", Source.TYPED),
                                Field.PERSONAL_NUMBER, new Item("001199000123", Source.CARD_QR)));
        var session = OPEN.change().citizen(citizen).made();
        assertThat(
                        session
                                + " "
                                + citizen
                                + " "
                                + citizen.items()
                                + new Officer("canbo", "Cán bộ Mẫu A", Role.OPERATOR))
                .doesNotContain("MẪU", "001199000123", "Mẫu");
    }
}
