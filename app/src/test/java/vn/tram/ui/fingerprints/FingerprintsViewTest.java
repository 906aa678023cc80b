package vn.tram.ui.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Request;
import vn.tram.driver.simulated.Truth;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.Hint;
import vn.tram.enroll.LiveCapture;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.RollingConfig;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.StrictPolicy;

/// The fingerprints screen in its frame, with a real session and simulated scanners.
class FingerprintsViewTest {
    private static final String GOOD = "sim://slap?seed=7&person=0&skin=normal&hand=careful";

    @TempDir Path folder;

    private CaptureRoom room;

    private void open(String scanner, Path config) throws StationFault {
        room = new CaptureRoom(folder, Map.of(Seat.FINGERPRINT, scanner), config);
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    /// The screen when it was entered and `then` has happened, nothing being captured by itself.
    private Screen entered(Kit kit, BiConsumer<FingerprintsViewModel, Screen> then) {
        var model =
                new FingerprintsViewModel(
                        room.visit,
                        room.background,
                        room.intents::add,
                        room.devices,
                        room.station.settings().advice());
        var view = new FingerprintsView(kit, model);
        return CaptureRoom.moment(
                view,
                () -> {
                    room.background.holdCaptures();
                    room.background.run();
                    then.accept(model, view);
                    room.background.run();
                });
    }

    private void live(FingerprintsViewModel model, Screen view, Sight sight) {
        live(model, view, sight, Position.RIGHT_FOUR);
    }

    private void live(FingerprintsViewModel model, Screen view, Sight sight, Position position) {
        model.loop().go(position);
        model.loop().again();
        room.background.show(sight);
        CaptureRoom.picture(view, sight.frame().pixels());
    }

    @Test
    void aSlapKeepsTheRulesOfTheFrame() throws Exception {
        open(GOOD, Path.of("..", "config"));
        var sights = room.captured(Seat.FINGERPRINT, Position.RIGHT_FOUR);
        var judged =
                sights.reversed().stream()
                        .filter(s -> !s.judgements().isEmpty())
                        .findFirst()
                        .orElse(sights.getLast());
        FrameRules.holdFor(
                "fingerprints-live",
                kit -> entered(kit, (model, view) -> live(model, view, judged)));
        FrameRules.holdFor(
                "fingerprints-done",
                kit -> entered(kit, (model, _) -> model.loop().go(Position.RIGHT_FOUR)));
    }

    @Test
    void rolledFingersKeepTheRulesOfTheFrame() throws Exception {
        open(GOOD, RollingConfig.in(folder));
        room.captured(Seat.FINGERPRINT, Position.ROLLED_RIGHT_THUMB);
        room.enrollment.afterCapture().await(room.visit.session().id());
        room.visit.show(room.stored());
        var half = halfRolled(Position.ROLLED_RIGHT_INDEX);
        FrameRules.holdFor(
                "fingerprints-rolled-done",
                kit -> entered(kit, (model, _) -> model.loop().go(Position.ROLLED_RIGHT_THUMB)));
        FrameRules.holdFor(
                "fingerprints-rolled-live",
                kit ->
                        entered(
                                kit,
                                (model, view) ->
                                        live(model, view, half, Position.ROLLED_RIGHT_INDEX)));
    }

    /// What is seen when the finger does not go from nail to nail.
    private Sight halfRolled(Position position) throws Exception {
        var request = Request.of(position, Duration.ofSeconds(10), "half");
        var address = URI.create("sim://slap?seed=7&person=3&hand=aside");
        var picture = Truth.of(address, request, 0).picture();
        var frame = new Frame(picture, Resolution.Ppi.of(500), Instant.EPOCH, "sim");
        var settings = room.station.settings();
        var judge = new FingerprintJudge(settings.fingerprint(), settings.advice());
        var judged = judge.judge(frame, position, Set.of());
        var hint = Hint.of(judged, List.of(position));
        assertThat(hint).contains(new Hint("roll-wider", Optional.of(position)));
        return new Sight(LiveCapture.Phase.LOOKING, frame, judged, hint, 0);
    }

    @Test
    void aScannerThatDoesNotRollKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://single?seed=7&person=0&rolls=no", RollingConfig.in(folder));
        FrameRules.holdFor(
                "fingerprints-rolled-refused",
                kit -> {
                    var model = model();
                    return CaptureRoom.moment(
                            new FingerprintsView(kit, model),
                            () -> {
                                room.background.run();
                                model.loop().go(Position.ROLLED_LEFT_INDEX);
                                room.background.run();
                            });
                });
    }

    private FingerprintsViewModel model() {
        return new FingerprintsViewModel(
                room.visit,
                room.background,
                room.intents::add,
                room.devices,
                room.station.settings().advice());
    }

    @Test
    void usedUpAttemptsKeepTheRulesOfTheFrame() throws Exception {
        open(GOOD, StrictPolicy.in(folder));
        for (int i = 0; i < 3; i++) {
            room.captured(Seat.FINGERPRINT, Position.RIGHT_FOUR);
        }
        FrameRules.holdFor("fingerprints-used-up", kit -> entered(kit, (_, _) -> {}));
        FrameRules.holdFor(
                "fingerprints-deciding", kit -> entered(kit, (model, _) -> model.loop().decide()));
    }

    @Test
    void adviceCardsKeepTheRulesOfTheFrame() throws Exception {
        open("sim://single?seed=7&person=2&skin=dry", StrictPolicy.in(folder));
        FrameRules.holdFor(
                "fingerprints-advice-first",
                kit -> entered(kit, (model, _) -> advised(model, 1, 0)));
        room.captured(Seat.FINGERPRINT, Position.RIGHT_THUMB);
        room.visit.show(
                CaptureRoom.done(
                        room.enrollment
                                .captures()
                                .tried(
                                        room.visit.session().id(),
                                        Position.RIGHT_THUMB,
                                        "dry-finger",
                                        room.operator)));
        room.captured(Seat.FINGERPRINT, Position.RIGHT_THUMB);
        room.enrollment.afterCapture().await(room.visit.session().id());
        room.visit.show(room.stored());
        FrameRules.holdFor(
                "fingerprints-advice-running",
                kit -> entered(kit, (model, _) -> advised(model, 2, 8)));
    }

    /// That card of the thumb's is open, its clock started where it has one.
    private void advised(FingerprintsViewModel model, int card, int seconds) {
        model.loop().go(Position.RIGHT_THUMB);
        room.background.show(
                new Sight(
                        LiveCapture.Phase.LOOKING,
                        new Frame(
                                Gray8.wrap(500, 500, new byte[250_000]),
                                Resolution.Ppi.of(500),
                                Instant.EPOCH,
                                "sim"),
                        List.of(),
                        Optional.empty(),
                        0));
        for (int i = 0; i < card; i++) {
            model.advice().next();
        }
        if (seconds > 0) {
            model.advice().start();
        }
        for (int i = 0; i < seconds; i++) {
            room.background.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aPulledCableKeepsTheRulesOfTheFrame() throws Exception {
        open(GOOD + "&fault=unplug&at=0", Path.of("..", "config"));
        FrameRules.holdFor("fingerprints-lost", kit -> lost(kit));
    }

    private Screen lost(Kit kit) {
        var model =
                new FingerprintsViewModel(
                        room.visit,
                        room.background,
                        room.intents::add,
                        room.devices,
                        room.station.settings().advice());
        return CaptureRoom.moment(new FingerprintsView(kit, model), room.background::run);
    }
}
