package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Progress;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.ui.fingerprints.FingerprintsViewModel;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.StrictPolicy;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Tone;

/// A policy that asks for more minutiae than any print has, over the real workflow and store.
class SparsePrintTest {
    @TempDir Path folder;

    private CaptureRoom room;

    @BeforeEach
    void open() throws Exception {
        room =
                new CaptureRoom(
                        folder,
                        Map.of(Devices.Seat.FINGERPRINT, "sim://slap?seed=7&person=0"),
                        StrictPolicy.minutiae(folder, 99));
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private Attempt captured() throws StationFault, InterruptedException {
        var scanner =
                room.devices.device(Devices.Seat.FINGERPRINT, Duration.ofSeconds(10)).orElseThrow();
        var id = room.visit.session().id();
        var outcome =
                room.enrollment
                        .captures()
                        .capture(id, Position.TWO_THUMBS, scanner, Progress.none());
        return ((CaptureOutcome.Stored) outcome).attempt();
    }

    private Session settled() throws StationFault, InterruptedException {
        room.enrollment.afterCapture().await(room.visit.session().id());
        return room.stored();
    }

    @Test
    void isToldWhileTheOperatorGoesOnAndNotSigned() throws StationFault, InterruptedException {
        var told = new AtomicInteger();
        room.enrollment.afterCapture().onFinding(told::incrementAndGet);
        assertThat(captured().accepted()).isTrue();
        var session = settled();
        assertThat(told).hasValue(1);
        assertThat(session.done(Position.TWO_THUMBS)).isFalse();
        var found = SparsePrint.of(session).orElseThrow();
        assertThat(found.finger()).isEqualTo(Position.RIGHT_THUMB);
        assertThat(found.least()).isEqualTo(99);
        assertThat(found.minutiae()).isBetween(12, 98);
        var outcome =
                room.enrollment
                        .completion()
                        .signOff(session.id(), room.operator, new char[0], true);
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Refused(
                                new Reason.FewMinutiae(found.finger(), found.minutiae(), 99)));
    }

    @Test
    void isTakenWithAReasonOnceTheAttemptsAreUsedUp() throws StationFault, InterruptedException {
        captured();
        var id = settled().id();
        var captures = room.enrollment.captures();
        assertThat(captures.accept(id, Position.TWO_THUMBS, "worn", room.operator))
                .isEqualTo(new Outcome.Refused(new Reason.AttemptsLeft(Position.TWO_THUMBS, 2)));
        captured();
        captured();
        settled();
        var session =
                CaptureRoom.done(captures.accept(id, Position.TWO_THUMBS, "worn", room.operator));
        assertThat(session.done(Position.TWO_THUMBS)).isTrue();
        assertThat(SparsePrint.of(session)).isEmpty();
        assertThat(session.needsApproval()).isTrue();
    }

    @Test
    void isSaidWithFingerNumbersAndTheWayOut() throws StationFault, InterruptedException {
        var model =
                new FingerprintsViewModel(
                        room.visit,
                        room.background,
                        room.intents::add,
                        room.devices,
                        room.station.settings().advice());
        model.enter();
        room.background.run();
        settled();
        room.background.run();
        var found = SparsePrint.of(room.stored()).orElseThrow();
        var hint = model.hint();
        assertThat(hint.tone()).isEqualTo(Tone.WARN);
        assertThat(new Texts(Locale.of("vi")).of(hint.order()))
                .endsWith("phải: chỉ có " + found.minutiae() + " điểm đặc trưng, cần 99");
        assertThat(new Texts(Locale.of("en")).of(hint.why().orElseThrow())).contains("F2", "F8");
        assertThat(model.parts().getFirst().tone()).isIn(Tone.WARN, Tone.HERE);
        model.leave();
    }
}
