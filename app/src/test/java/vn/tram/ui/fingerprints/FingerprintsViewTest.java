package vn.tram.ui.fingerprints;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Omission;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Screen;

/// The screen's states against the rules of the frame, with prints of the simulated scanners.
class FingerprintsViewTest {
    private static final Devices.Seat SEAT = Devices.Seat.FINGERPRINT;

    @TempDir Path folder;

    private CaptureRoom room;

    private void open(String scanner) throws StationFault {
        room = new CaptureRoom(folder, Map.of(SEAT, scanner));
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private FingerprintsViewModel model() {
        return new FingerprintsViewModel(
                room.visit, room.background, room.intents::add, room.devices);
    }

    /// The screen after it was entered.
    private Screen entered(Kit kit) {
        return CaptureRoom.moment(new FingerprintsView(kit, model()), room.background::run);
    }

    /// The screen at one moment of the live picture.
    private Screen live(Kit kit, Sight sight) {
        var view = new FingerprintsView(kit, model());
        return CaptureRoom.moment(
                view,
                () -> {
                    room.background.holdCaptures();
                    room.background.run();
                    room.background.show(sight);
                    CaptureRoom.picture(view, sight.frame().pixels());
                });
    }

    @Test
    void aLivePlatenAfterARefusedAttemptKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://slap?seed=7&person=0&skin=worn");
        room.captured(SEAT, Position.RIGHT_FOUR);
        var sights = room.captured(SEAT, Position.LEFT_FOUR);
        var sight =
                sights.stream()
                        .filter(s -> s.hint().isPresent() && s.judgements().size() == 4)
                        .findFirst()
                        .orElse(sights.getLast());
        FrameRules.holdFor("fingerprints-live", kit -> live(kit, sight));
    }

    @Test
    void aCompleteStepKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://slap?seed=7&person=0&skin=normal");
        for (var slap : Position.slaps()) {
            room.captured(SEAT, slap);
        }
        FrameRules.holdFor("fingerprints-done", this::entered);
    }

    @Test
    void usedUpAttemptsKeepTheRulesOfTheFrame() throws Exception {
        open("sim://slap?seed=7&person=0&skin=worn");
        except(Position.RIGHT_LITTLE);
        for (int i = 0; i < 3; i++) {
            room.captured(SEAT, Position.RIGHT_FOUR);
        }
        FrameRules.holdFor("fingerprints-used-up", this::entered);
        FrameRules.holdFor(
                "fingerprints-reason",
                kit -> {
                    var model = model();
                    return CaptureRoom.moment(
                            new FingerprintsView(kit, model),
                            () -> {
                                room.background.run();
                                model.loop().decide();
                            });
                });
    }

    private void except(Position finger) throws StationFault {
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
                                                java.util.Optional.empty(),
                                                room.visit.clock().instant(),
                                                room.operator.id()))));
    }

    @Test
    void aPulledCableKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://slap?seed=7&person=0&fault=unplug&at=0");
        FrameRules.holdFor("fingerprints-lost", this::entered);
    }

    @Test
    void aSingleFingerScannerKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://single?seed=7&person=0&skin=dry");
        var sights = room.captured(SEAT, Position.RIGHT_INDEX);
        FrameRules.holdFor("fingerprints-single", kit -> live(kit, sights.getLast()));
    }
}
