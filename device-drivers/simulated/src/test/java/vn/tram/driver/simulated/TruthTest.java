package vn.tram.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

class TruthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int INK = 190;

    private static Truth truth(String query, Position position, int earlier) throws Exception {
        var address = URI.create("sim://slap?seed=7&person=3" + query);
        return Truth.of(address, Request.of(position, PATIENCE, "truth"), earlier);
    }

    @Test
    void thePictureIsTheDevices() throws Exception {
        var address = URI.create("sim://single?seed=7&person=3");
        var request = Request.of(Position.LEFT_INDEX, PATIENCE, "truth");
        if (!(new SimulatedProvider().open(address) instanceof Opening.Opened(var device))) {
            throw new AssertionError(address);
        }
        try (device) {
            for (int earlier = 0; earlier < 2; earlier++) {
                var taken = (Capture.Taken) device.capture(request, Progress.none());
                assertThat(Truth.of(address, request, earlier).picture())
                        .isEqualTo(taken.samples().getFirst().frame().pixels());
            }
        }
    }

    @Test
    void theBoxesHoldTheInkAndLittleElse() throws Exception {
        var truth = truth("&skin=normal&hand=careful", Position.RIGHT_FOUR, 0);
        assertThat(truth.fingers())
                .extracting(LaidFinger::position)
                .containsExactlyElementsOf(Position.RIGHT_FOUR.members());
        long inside = 0;
        for (var finger : truth.fingers()) {
            var cut = finger.box().cutFrom(truth.picture());
            long ink = ink(cut);
            assertThat((double) ink / cut.width() / cut.height()).isBetween(0.25, 0.75);
            inside += ink;
        }
        assertThat(inside).isGreaterThan((long) (0.97 * ink(truth.picture())));
    }

    private static long ink(Gray8 picture) {
        long ink = 0;
        var levels = picture.histogram();
        for (int level = 0; level < INK; level++) {
            ink += levels[level];
        }
        return ink;
    }

    @Test
    void theConditionIsWhatTheSkinIs() throws Exception {
        var dry = truth("&skin=dry&hand=careful", Position.LEFT_FOUR, 0);
        assertThat(dry.fingers()).allMatch(f -> f.condition().moisture() < -0.1);
        var worn = truth("&skin=worn&hand=careful", Position.LEFT_FOUR, 0);
        var normal = truth("&skin=normal&hand=careful", Position.LEFT_FOUR, 0);
        assertThat(worn.fingers()).allMatch(f -> f.condition().worn() > 0.05);
        assertThat(normal.fingers())
                .allMatch(f -> f.condition().worn() < 0.01)
                .allMatch(f -> f.condition().covered() > 0.7)
                .allMatch(f -> f.condition().smear() == 0)
                .allMatch(f -> Math.abs(f.condition().pressure() - 0.5) < 0.5);
    }

    @Test
    void aMissingFingerIsNotThere() throws Exception {
        var request =
                new Request(Position.RIGHT_FOUR, Set.of(Position.RIGHT_RING), PATIENCE, "missing");
        assertThat(Truth.of(URI.create("sim://slap?seed=7&person=3"), request, 0).fingers())
                .extracting(LaidFinger::position)
                .doesNotContain(Position.RIGHT_RING);
    }

    @Test
    void aRolledFingerShowsMoreToBothSides() throws Exception {
        for (var finger : Position.slaps().getFirst().members()) {
            var plain = truth("", finger, 0).fingers().getFirst().box();
            var rolled = truth("", finger.otherPrint(), 0).fingers().getFirst();
            assertThat(rolled.position()).isEqualTo(finger.otherPrint());
            assertThat(rolled.box().width() / plain.width()).isBetween(1.3, 1.9);
            assertThat(rolled.box().height() / plain.height()).isBetween(0.9, 1.3);
        }
    }

    @Test
    void aRolledFingerGrowsInThePreviewFromOneSide() throws Exception {
        var platen = SimulatedProvider.platen(Script.of(URI.create("sim://single?seed=7")));
        var request = Request.of(Position.ROLLED_LEFT_RING, PATIENCE, "preview");
        var live = platen.live(request);
        live.at(Duration.ZERO);
        live.at(Duration.ofSeconds(1)); // grows the finger
        long half = ink(live.at(Duration.ofMillis(2_200)).toGray());
        long whole = ink(live.at(Duration.ofMillis(4_500)).toGray());
        assertThat(half).isBetween(whole / 6, 5 * whole / 6);
        assertThat(whole).isGreaterThan(0);
    }

    @Test
    void aCameraHasNoSuchTruth() {
        var request = Request.of(Position.FACE, PATIENCE, "camera");
        assertThatThrownBy(() -> Truth.of(URI.create("sim://camera"), request, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHandThatIsNotCapturedForLongIsLaidAnew() throws Exception {
        var platen = SimulatedProvider.platen(Script.of(URI.create("sim://single?seed=7")));
        var request = Request.of(Position.LEFT_RING, PATIENCE, "preview");
        var live = platen.live(request);
        live.at(Duration.ZERO);
        live.at(Duration.ofSeconds(1)); // grows the finger
        var first = ink(live.at(Duration.ofSeconds(3)).toGray());
        assertThat(first).isPositive();
        live.at(Duration.ofSeconds(9)); // rested for long
        live.at(Duration.ofMillis(9_100));
        assertThat(ink(live.at(Duration.ofMillis(9_500)).toGray())).isZero();
        assertThat(ink(live.at(Duration.ofSeconds(12)).toGray())).isPositive();
        assertThat(platen.shot(request)).isEqualTo(platen.truth(request, 1).picture());
    }
}
