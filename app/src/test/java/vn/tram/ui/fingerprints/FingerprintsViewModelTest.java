package vn.tram.ui.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.Devices;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.CaptureState;

/// The screen's model over the real workflow, the real judge and simulated scanners.
class FingerprintsViewModelTest {
    @TempDir Path folder;

    private CaptureRoom room;
    private FingerprintsViewModel model;
    private final List<CaptureState> seen = new ArrayList<>();

    private void open(String scanner) throws StationFault {
        room = new CaptureRoom(folder, Map.of(Devices.Seat.FINGERPRINT, scanner));
        model =
                new FingerprintsViewModel(
                        room.visit, room.background, room.intents::add, room.devices);
        model.stateProperty().subscribe(state -> seen.add(state));
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

    @Test
    void aGoodSlapIsStoredByItselfAndTheNextPositionFollowsTheRest() throws Exception {
        open("sim://slap?seed=7&person=0&skin=normal&hand=careful");
        model.enter();
        room.background.run();
        assertThat(state()).isInstanceOf(CaptureState.Judged.class);
        assertThat(room.stored().attempts(Position.RIGHT_FOUR)).hasSize(1);
        assertThat(seen).anyMatch(CaptureState.Live.class::isInstance);
    }
}
