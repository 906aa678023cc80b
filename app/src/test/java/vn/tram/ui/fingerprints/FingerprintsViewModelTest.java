package vn.tram.ui.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Progress;
import vn.tram.domain.Omission;
import vn.tram.domain.PrintState;
import vn.tram.domain.Stage;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.Reason;
import vn.tram.enroll.Standing;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.kit.AttemptRows;
import vn.tram.ui.kit.CaptureLoop;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.Crossed;
import vn.tram.ui.kit.StrictPolicy;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Tone;

/// The screen's model over the real workflow, the real judge and simulated scanners.
class FingerprintsViewModelTest {
    private static final String GOOD = "sim://slap?seed=7&person=0&skin=normal&hand=careful";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// So many frames of the live picture and an impatient officer shoots.
    private static final int FRAMES = 3;

    @TempDir Path folder;

    private CaptureRoom room;
    private FingerprintsViewModel model;
    private final List<CaptureState> seen = new ArrayList<>();

    private void open(String scanner) throws StationFault {
        open(scanner, Path.of("..", "config"));
    }

    private void open(String scanner, Path config) throws StationFault {
        room =
                new CaptureRoom(
                        folder,
                        Map.of(Seat.FINGERPRINT, scanner, Seat.CAMERA, "sim://camera?seed=7"),
                        config);
        model =
                new FingerprintsViewModel(
                        room.visit,
                        room.background,
                        room.intents::add,
                        room.devices,
                        room.station.settings().advice());
        model.stateProperty().subscribe(state -> seen.add(state));
    }

    /// A station whose policy no print can satisfy: each score must be the highest there is.
    private void openStrict() throws Exception {
        open(GOOD, StrictPolicy.in(folder));
        shootSoon();
    }

    /// From now on the shutter is pressed by hand, whatever is seen.
    private void shootSoon() {
        var frames = new AtomicInteger();
        model.loop()
                .pictureTo(_ -> {
                    if (frames.incrementAndGet() % FRAMES == 0) {
                        model.loop().captureNow();
                    }
                });
    }

    @AfterEach
    void close() throws StationFault {
        if (model != null) {
            model.leave();
            room.close();
        }
    }

    private CaptureState state() {
        return model.stateProperty().get();
    }

    private void enter() {
        model.enter();
        room.background.run();
    }

    private void except(Position... fingers) throws StationFault {
        for (var finger : fingers) {
            room.visit.show(
                    CaptureRoom.done(
                            room.enrollment
                                    .captures()
                                    .except(
                                            room.visit.session().id(),
                                            new Omission(
                                                    finger,
                                                    Omission.Reason.MISSING,
                                                    true,
                                                    "",
                                                    Optional.empty(),
                                                    Instant.now(),
                                                    room.operator.id()))));
        }
    }

    /// Until the attempts of the first position are used up.
    private void useUp() {
        enter();
        while (model.left() > 0) {
            room.background.advance(CaptureLoop.REST_REFUSED);
        }
        room.background.advance(CaptureLoop.REST_REFUSED);
    }

    private void accept(String reason) {
        model.loop().decide();
        model.loop().accept(reason);
        room.background.run();
    }

    @Test
    void aGoodSlapIsStoredByItselfAndTheNextPositionFollowsTheRest() throws Exception {
        open(GOOD);
        enter();
        assertThat(state()).isInstanceOf(CaptureState.Judged.class);
        assertThat(room.stored().attempts(Position.RIGHT_FOUR)).hasSize(1);
        assertThat(seen).anyMatch(CaptureState.Live.class::isInstance);
        shootSoon();
        room.background.advance(CaptureLoop.REST_GOOD);
        assertThat(model.here()).isEqualTo(Position.LEFT_FOUR);
        assertThat(room.stored().attempts(Position.LEFT_FOUR)).hasSize(1);
    }

    @Test
    void refusedAttemptsFollowOneAnotherUntilTheyAreUsedUp() throws Exception {
        openStrict();
        enter();
        assertThat(state()).isInstanceOf(CaptureState.Judged.class);
        assertThat(model.left()).isEqualTo(model.most() - 1);
        assertThat(model.fingers()).allMatch(f -> f.tone() == Tone.WARN);

        useUp();

        assertThat(state()).isInstanceOf(CaptureState.UsedUp.class);
        var stored = room.stored();
        assertThat(stored.attempts(Position.RIGHT_FOUR)).hasSize(model.most());
        assertThat(stored.done(Position.RIGHT_FOUR)).isFalse();
        assertThat(model.attempts())
                .hasSize(model.most())
                .filteredOn(row -> row.best() == AttemptRows.Mark.BEST)
                .singleElement()
                .extracting(AttemptRows.Row::number)
                .isEqualTo(stored.kept(Position.RIGHT_FOUR).orElseThrow().number());
    }

    @Test
    void usedUpAttemptsAreNotRaisedByAskingAgain() throws Exception {
        openStrict();
        useUp();
        model.loop().again();
        room.background.run();
        assertThat(state())
                .isEqualTo(
                        new CaptureState.Refused(
                                new Reason.AttemptsUsedUp(Position.RIGHT_FOUR, model.most())));
        assertThat(room.stored().attempts(Position.RIGHT_FOUR)).hasSize(model.most());
        model.loop().go(Position.RIGHT_FOUR);
        assertThat(state()).isInstanceOf(CaptureState.UsedUp.class);
    }

    @Test
    void aPoorAttemptIsTakenForAReasonAndTheNextPositionFollows() throws Exception {
        openStrict();
        useUp();
        var best = room.stored().kept(Position.RIGHT_FOUR).orElseThrow().number();

        accept("Vân mòn do nghề, đã lau khô.");

        var stored = room.stored();
        assertThat(stored.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(stored.needsApproval()).isTrue();
        assertThat(stored.acceptances())
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.position()).isEqualTo(Position.RIGHT_FOUR);
                    assertThat(taken.attempt()).isEqualTo(best);
                    assertThat(taken.reason()).isEqualTo("Vân mòn do nghề, đã lau khô.");
                    assertThat(taken.by()).isEqualTo(room.operator.id());
                });
        assertThat(model.here()).isEqualTo(Position.LEFT_FOUR);
    }

    @Test
    void withoutWordsNothingIsTaken() throws Exception {
        openStrict();
        useUp();
        accept("  ");
        assertThat(state()).isEqualTo(new CaptureState.Refused(new Reason.WordsMissing()));
        assertThat(room.stored().acceptances()).isEmpty();
    }

    @Test
    void backFromTheReasonsLeadsToTheAttemptsAndNotAway() throws Exception {
        openStrict();
        useUp();
        model.loop().decide();
        assertThat(state()).isInstanceOf(CaptureState.Deciding.class);
        model.back();
        assertThat(state()).isInstanceOf(CaptureState.UsedUp.class);
        assertThat(room.intents).isEmpty();
    }

    @Test
    void whileAnAdviceCardIsOpenNothingIsShotAndClosingItGoesOn() throws Exception {
        openStrict();
        enter();
        assertThat(model.advice().offered(state())).isTrue();
        model.advice().next();
        assertThat(model.advice().isOpen()).isTrue();
        room.background.advance(Duration.ofMinutes(2));
        assertThat(room.stored().attempts()).hasSize(1);

        model.back();
        room.background.run();

        assertThat(model.advice().isOpen()).isFalse();
        assertThat(room.intents).isEmpty();
        assertThat(room.stored().attempts()).hasSize(2);
        assertThat(room.stored().triedAdvice()).isEmpty();
    }

    @Test
    void followedAdviceIsStoredWithTheNextAttemptAndShownWithBothScores() throws Exception {
        openStrict();
        enter();
        model.advice().next();
        var advice = model.advice().shownProperty().get().orElseThrow().card().advice();

        model.advice().followed();
        room.background.run();

        var stored = room.stored();
        assertThat(stored.attempts(Position.RIGHT_FOUR)).hasSize(2);
        assertThat(stored.triedAdvice())
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.advice()).isEqualTo(advice);
                    assertThat(t.position()).isEqualTo(Position.RIGHT_FOUR);
                    assertThat(t.attempt()).isEqualTo(2);
                    assertThat(t.by()).isEqualTo(room.operator.id());
                });
        assertThat(model.attempts().get(0).note()).isEmpty();
        var note = new Texts(Locale.of("vi")).of(model.attempts().get(1).note().orElseThrow());
        var effects = stored.triedAdvice().getFirst().effects(stored);
        assertThat(effects)
                .anyMatch(e ->
                        note.endsWith(
                                "trước %d, sau %d"
                                        .formatted(
                                                e.before().orElseThrow(),
                                                e.after().orElseThrow())));
    }

    @Test
    void theClockOfACardCountsDownAndTurningTheCardStopsIt() throws Exception {
        open("sim://single?seed=7&person=2&skin=dry", StrictPolicy.in(folder));
        shootSoon();
        enter();
        var tips = model.advice();
        tips.next();
        var first = tips.shownProperty().get().orElseThrow();
        int clocked = first.at();
        while (first.cards().get(clocked).seconds() == 0) {
            tips.next();
            clocked++;
        }
        var card = tips.shownProperty().get().orElseThrow().card();
        assertThat(clock()).isEqualTo(new AdviceModel.Clock.Ready(card.seconds()));
        tips.start();
        for (int i = 0; i < 3; i++) {
            room.background.advance(Duration.ofSeconds(1));
        }
        assertThat(clock())
                .isEqualTo(new AdviceModel.Clock.Running(card.seconds(), card.seconds() - 3));
        tips.next();
        room.background.advance(Duration.ofSeconds(5));
        assertThat(clock()).isNotInstanceOf(AdviceModel.Clock.Running.class);
        assertThat(tips.shownProperty().get().orElseThrow().at())
                .isEqualTo((clocked + 1) % first.cards().size());
    }

    private AdviceModel.Clock clock() {
        return model.advice().shownProperty().get().orElseThrow().clock();
    }

    @Test
    void theHintFollowsTheStateOfTheWorstFinger() throws Exception {
        open("sim://single?seed=7&person=2&skin=normal&hand=steep", StrictPolicy.in(folder));
        shootSoon();
        enter();
        var judged = room.stored().attempts().getFirst().judgements().getFirst();
        var state = judged.condition().orElseThrow().state();
        assertThat(state).isEqualTo(PrintState.SMALL);
        var advice = room.station.settings().advice();
        assertThat(model.hint().order().key())
                .isEqualTo("advice." + advice.of(state).getFirst() + ".order");
        model.advice().next();
        assertThat(model.advice().shownProperty().get().orElseThrow().cards())
                .isEqualTo(advice.cards(state, Optional.empty()));
    }

    @Test
    void aGoodPositionIsTakenAgainAndTheBetterAttemptIsKept() throws Exception {
        open(GOOD);
        enter();
        shootSoon();
        model.loop().again();
        room.background.run();
        var stored = room.stored();
        assertThat(stored.attempts(Position.RIGHT_FOUR)).hasSize(2);
        assertThat(stored.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(model.left()).isEqualTo(model.most() - 2);
        assertThat(stored.kept(Position.RIGHT_FOUR)).isPresent();
        model.loop().go(Position.RIGHT_FOUR);
        assertThat(state())
                .isEqualTo(new CaptureState.Done(stored.kept(Position.RIGHT_FOUR).orElseThrow()));
    }

    @Test
    void aMissingFingerIsNotAskedForAndDoesNotHoldUpTheOthers() throws Exception {
        open(GOOD);
        except(Position.RIGHT_RING);
        enter();
        assertThat(state()).isInstanceOf(CaptureState.Judged.class);
        var stored = room.stored();
        assertThat(stored.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(stored.attempts(Position.RIGHT_FOUR).getFirst().expected())
                .containsExactlyInAnyOrder(
                        Position.RIGHT_INDEX, Position.RIGHT_MIDDLE, Position.RIGHT_LITTLE);
        assertThat(model.fingers())
                .filteredOn(f -> f.tone() == Tone.EXCEPTION)
                .singleElement()
                .extracting(FingerprintsViewModel.Finger::position)
                .isEqualTo(Position.RIGHT_RING);
    }

    @Test
    void aHandWithoutFingersIsPassedOver() throws Exception {
        open(GOOD);
        shootSoon();
        except(Position.RIGHT_FOUR.members().toArray(Position[]::new));
        enter();
        assertThat(model.here()).isEqualTo(Position.LEFT_FOUR);
        assertThat(model.parts().getFirst().tone()).isEqualTo(Tone.EXCEPTION);
        model.loop().go(Position.RIGHT_FOUR);
        assertThat(state()).isInstanceOf(CaptureState.Excepted.class);
    }

    @Test
    void aPulledCableCountsNothingAndTheCaptureGoesOnWhenItIsBack() throws Exception {
        open(GOOD + "&fault=unplug&at=2");
        enter();
        shootSoon();
        room.background.advance(CaptureLoop.REST_GOOD);
        assertThat(seen).anyMatch(CaptureState.Lost.class::isInstance);
        assertThat(room.stored().attempts()).hasSize(1);

        var until = System.nanoTime() + PATIENCE.toNanos();
        while (room.stored().attempts(Position.LEFT_FOUR).isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            room.background.advance(Duration.ofSeconds(1));
        }

        assertThat(model.here()).isEqualTo(Position.LEFT_FOUR);
        assertThat(room.stored().attempts(Position.RIGHT_FOUR)).hasSize(1);
        assertThat(room.stored().attempts(Position.LEFT_FOUR)).hasSize(1);
    }

    @Test
    void whileASupervisorMustApproveNothingIsCaptured() throws Exception {
        openStrict();
        except(Position.LEFT_FOUR.members().toArray(Position[]::new));
        except(Position.TWO_THUMBS.members().toArray(Position[]::new));
        useUp();
        accept("Vân mòn do nghề.");
        assertThat(model.complete()).isTrue();
        sign();
        assertThat(room.visit.session().stage()).isEqualTo(Stage.AWAITING_APPROVAL);

        enter();
        assertThat(state()).isInstanceOf(CaptureState.Done.class);
        model.loop().again();
        room.background.run();

        assertThat(state())
                .isEqualTo(
                        new CaptureState.Refused(new Reason.WrongStage(Stage.AWAITING_APPROVAL)));
        assertThat(room.stored().attempts(Position.RIGHT_FOUR)).hasSize(model.most());
    }

    /// Portrait, ticks and the operator's signature.
    private void sign() throws StationFault, InterruptedException {
        room.captured(Seat.CAMERA, Position.FACE);
        var id = room.visit.session().id();
        var ticks = Standing.ticksAsked(room.visit.session());
        CaptureRoom.done(room.enrollment.captures().tick(id, Set.copyOf(ticks)));
        var password =
                room.station.accounts().trainingHint().stream()
                        .filter(a -> a.officer().equals(room.operator))
                        .findFirst()
                        .orElseThrow()
                        .password()
                        .toCharArray();
        room.visit.show(
                CaptureRoom.done(
                        room.enrollment.completion().signOff(id, room.operator, password, true)));
    }

    @Test
    void oneHandForBothIsSaidWithBothPositionsAndTheWayOut() throws Exception {
        open("sim://slap?seed=7&person=0");
        model.enter();
        room.background.run();
        var scanner =
                room.devices.device(Devices.Seat.FINGERPRINT, Duration.ofSeconds(10)).orElseThrow();
        var id = room.visit.session().id();
        room.enrollment
                .captures()
                .capture(
                        id,
                        Position.LEFT_FOUR,
                        new Crossed(scanner, Position.RIGHT_FOUR),
                        Progress.none());
        room.enrollment.afterCapture().await(id);
        room.background.run();
        var hint = model.hint();
        assertThat(hint.tone()).isEqualTo(Tone.WARN);
        assertThat(new Texts(Locale.of("vi")).of(hint.order()))
                .isEqualTo("Cùng một bàn tay ở hai vị trí: Bàn phải – 4 ngón và Bàn trái – 4 ngón");
        assertThat(new Texts(Locale.of("en")).of(hint.why().orElseThrow())).contains("press F2");
        assertThat(model.parts())
                .filteredOn(p -> p.position() == Position.LEFT_FOUR)
                .extracting(FingerprintsViewModel.Part::tone)
                .containsExactly(Tone.WARN);
    }
}
