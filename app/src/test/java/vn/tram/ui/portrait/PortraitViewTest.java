package vn.tram.ui.portrait;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.SpecialCase;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Screen;

/// The screen's states against the rules of the frame, with the simulated camera's people.
class PortraitViewTest {
    private static final Devices.Seat SEAT = Devices.Seat.CAMERA;

    @TempDir Path folder;

    private CaptureRoom room;

    private void open(String camera) throws StationFault {
        room = new CaptureRoom(folder, Map.of(SEAT, camera));
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private PortraitViewModel model() {
        return new PortraitViewModel(room.visit, room.background, room.intents::add, room.devices);
    }

    private Screen entered(Kit kit) {
        return CaptureRoom.moment(new PortraitView(kit, model()), room.background::run);
    }

    private Screen live(Kit kit, Sight sight) {
        var model = model();
        var view = new PortraitView(kit, model);
        return CaptureRoom.moment(
                view,
                () -> {
                    room.background.holdCaptures();
                    room.background.run();
                    model.loop().again();
                    room.background.show(sight);
                    CaptureRoom.picture(view, sight.frame().pixels());
                });
    }

    @Test
    void aShotAndItsTicksKeepTheRulesOfTheFrame() throws Exception {
        open("sim://camera?seed=7&person=0");
        var sights = room.captured(SEAT, Position.FACE);
        FrameRules.holdFor("portrait-done", this::entered);
        var hinted =
                sights.stream()
                        .filter(s -> s.hint().isPresent() && !s.judgements().isEmpty())
                        .findFirst()
                        .orElse(sights.getLast());
        FrameRules.holdFor("portrait-live", kit -> live(kit, hinted));
    }

    @Test
    void threeShotsAndTheTicksKeepTheRulesOfTheFrame() throws Exception {
        open("sim://camera?seed=7&person=0");
        for (int i = 0; i < 3; i++) {
            room.captured(SEAT, Position.FACE);
        }
        FrameRules.holdFor("portrait-thrice", this::entered);
    }

    @Test
    void theCountdownAndTheQuestionForASpecialCaseKeepTheRulesOfTheFrame() throws Exception {
        open("sim://camera?seed=7&person=0");
        var sights = room.captured(SEAT, Position.FACE);
        var counting =
                sights.stream()
                        .filter(s -> s.phase() == Phase.HOLDING && s.hold() > 0.5)
                        .findFirst()
                        .orElseThrow();
        FrameRules.holdFor("portrait-countdown", kit -> live(kit, counting));
        FrameRules.holdFor(
                "portrait-special",
                kit -> {
                    var model = model();
                    return CaptureRoom.moment(
                            new PortraitView(kit, model),
                            () -> {
                                room.background.run();
                                model.special().ask();
                                model.special().choose(SpecialCase.Kind.LYING_OR_SEATED);
                            });
                });
    }

    @Test
    void aSpecialCaseOnRecordKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://camera?seed=7&person=0");
        var counting = room.captured(SEAT, Position.FACE).getLast();
        CaptureRoom.done(
                room.enrollment
                        .captures()
                        .specialCases()
                        .record(
                                room.visit.session().id(),
                                SpecialCase.Kind.HEAD_SCARF,
                                "phong tục dân tộc",
                                room.operator));
        room.visit.show(room.stored());
        FrameRules.holdFor("portrait-special-live", kit -> live(kit, counting));
    }

    @Test
    void aPulledCableKeepsTheRulesOfTheFrame() throws Exception {
        open("sim://camera?seed=7&person=0&fault=unplug&at=0");
        FrameRules.holdFor("portrait-lost", this::entered);
    }
}
