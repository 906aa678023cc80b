package vn.tram.ui.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Omission;
import vn.tram.enroll.Devices;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.exception.ExceptionViewModel.Lasting;
import vn.tram.ui.exception.ExceptionViewModel.Missing;
import vn.tram.ui.exception.ExceptionViewModel.State;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.HandDrawing;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.kit.Tone;

/// Exceptions over the real workflow, with captures of a simulated scanner.
class ExceptionViewTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir Path folder;

    private CaptureRoom room;

    @BeforeEach
    void open() throws StationFault {
        room =
                new CaptureRoom(
                        folder,
                        Map.of(
                                Devices.Seat.FINGERPRINT,
                                "sim://slap?seed=7&person=0&skin=normal&hand=careful"));
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private ExceptionViewModel model() {
        return new ExceptionViewModel(room.visit, room.background, room.intents::add);
    }

    @Test
    void aRecordedExceptionIsInTheStoreAndIsCounted() throws Exception {
        var model = model();
        model.choose(Position.LEFT_INDEX);
        model.because(Omission.Reason.BANDAGED);
        model.record();
        room.background.run();
        assertThat(room.stored().omission(Position.LEFT_INDEX))
                .hasValueSatisfying(o -> {
                    assertThat(o.reason()).isEqualTo(Omission.Reason.BANDAGED);
                    assertThat(o.permanent()).isFalse();
                    assertThat(o.by()).isEqualTo(room.operator.id());
                });
        assertThat(model.counts()).isEqualTo(Map.of(Tone.EXCEPTION, 1, Tone.TO_DO, 9));
        assertThat(model.recorded()).isTrue();
    }

    @Test
    void deleteTakesTheExceptionBack() throws Exception {
        var model = model();
        model.choose(Position.LEFT_INDEX);
        model.because(Omission.Reason.MISSING);
        model.record();
        room.background.run();
        model.takeBack();
        room.background.run();
        assertThat(room.stored().omissions()).isEmpty();
    }

    @Test
    void anotherReasonWantsWords() {
        var model = model();
        model.choose(Position.RIGHT_RING);
        model.because(Omission.Reason.OTHER);
        assertThat(model.missing()).isEqualTo(Missing.WORDS);
        model.wordsProperty().set("nẹp ngón");
        assertThat(model.missing()).isEqualTo(Missing.NOTHING);
        assertThat(model.lasting()).isEqualTo(Lasting.TEMPORARY);
    }

    @Test
    void aWholeHandIsRecordedFingerByFinger() throws Exception {
        var model = model();
        model.chooseHand(Position.LEFT_THUMB);
        model.because(Omission.Reason.MISSING);
        model.record();
        room.background.run();
        assertThat(room.stored().omissions())
                .extracting(Omission::position)
                .containsExactlyInAnyOrder(
                        Position.LEFT_THUMB,
                        Position.LEFT_INDEX,
                        Position.LEFT_MIDDLE,
                        Position.LEFT_RING,
                        Position.LEFT_LITTLE);
    }

    @Test
    void aCapturedFingerIsNotExcepted() throws Exception {
        room.captured(Devices.Seat.FINGERPRINT, Position.RIGHT_FOUR);
        assertThat(room.visit.session().done(Position.RIGHT_FOUR)).isTrue();
        var model = model();
        model.choose(Position.RIGHT_INDEX);
        model.because(Omission.Reason.WORN);
        model.record();
        room.background.run();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Refused.class);
        assertThat(room.stored().omissions()).isEmpty();
    }

    @Test
    void keysChooseFingerAndReasonAndRecord() throws Exception {
        Fx.run(() -> {
            var stand =
                    new Stand(
                            Locale.of("vi"),
                            Theme.Look.LIGHT,
                            1366,
                            768,
                            kit -> new ExceptionView(kit, model()));
            stand.press(KeyCode.RIGHT);
            stand.press(KeyCode.RIGHT);
            stand.pass(SECOND);
            stand.type("2");
            stand.pass(SECOND);
            stand.press(KeyCode.ENTER);
            room.background.run();
            assertThat(room.stored().omissions())
                    .extracting(Omission::position)
                    .containsExactly(Position.LEFT_MIDDLE);
            stand.press(KeyCode.ENTER);
            assertThat(room.intents).containsExactly(new Intent.Back());
        });
    }

    @Test
    void everyFingerCanBeTouchedOnTheSmallestScreen() throws Exception {
        Fx.run(() -> {
            var stand =
                    new Stand(
                            Locale.of("vi"),
                            Theme.Look.LIGHT,
                            1280,
                            720,
                            kit -> new ExceptionView(kit, model()));
            var hands = stand.scene.getRoot().lookupAll(".hand-drawing");
            assertThat(hands).hasSize(2);
            for (var node : hands) {
                var hand = (HandDrawing) node;
                for (var finger : Position.fingers()) {
                    hand.touchWidth(finger)
                            .ifPresent(width -> assertThat(width).isGreaterThanOrEqualTo(44));
                }
            }
        });
    }

    @Test
    void theHandsKeepTheRulesOfTheFrame() throws Exception {
        room.captured(Devices.Seat.FINGERPRINT, Position.RIGHT_FOUR);
        var id = room.visit.session().id();
        room.visit.show(
                CaptureRoom.done(
                        room.enrollment
                                .captures()
                                .except(
                                        id,
                                        new Omission(
                                                Position.LEFT_INDEX,
                                                Omission.Reason.BANDAGED,
                                                false,
                                                "",
                                                Optional.empty(),
                                                room.visit.clock().instant(),
                                                room.operator.id()))));
        FrameRules.holdFor("exception", kit -> new ExceptionView(kit, model()));
        FrameRules.holdFor(
                "exception-other",
                kit -> {
                    var model = model();
                    model.because(Omission.Reason.OTHER);
                    return new ExceptionView(kit, model);
                });
    }
}
