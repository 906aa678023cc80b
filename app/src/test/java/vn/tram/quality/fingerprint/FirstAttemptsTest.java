package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tram.device.Request;
import vn.tram.driver.simulated.Truth;
import vn.tram.image.Position;
import vn.tram.settings.Settings;

/// Simulated people are neither kinder nor harder on the station than life.
class FirstAttemptsTest {
    private static FingerprintJudge judge;

    @BeforeAll
    static void load() throws Exception {
        judge = new FingerprintJudge(Settings.load(Path.of("../config")).fingerprint());
    }

    @Test
    void someSlapsNeedASecondAttemptAndMostOfThoseAreBetterThen() throws Exception {
        var attempts = FirstAttempts.of(10, "&skin=mixed&hand=usual", judge);
        assertThat(attempts.accepted().getFirst()).isBetween(15, 29);
        assertThat(attempts.accepted().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(27);
        assertThat(attempts.better()).isGreaterThan(attempts.again() / 2);
    }

    @Test
    void goodSkinLaidDownWellIsAcceptedAtOnce() throws Exception {
        var attempts = FirstAttempts.of(4, "&skin=normal&hand=careful", judge);
        assertThat(attempts.accepted().getFirst()).isEqualTo(attempts.slaps());
    }

    @Test
    void theFingersAreFoundWhereTheyWereLaid() throws Exception {
        var segmenter = new SlapSegmenter();
        for (int person = 0; person < 3; person++) {
            var address = URI.create("sim://slap?seed=7&skin=normal&hand=careful&person=" + person);
            var request = Request.of(Position.LEFT_FOUR, Duration.ofSeconds(30), "boxes");
            var truth = Truth.of(address, request, 0);
            var found = segmenter.segment(truth.picture(), 500, Position.LEFT_FOUR, Set.of());
            assertThat(found).hasSameSizeAs(truth.fingers());
            for (int i = 0; i < found.size(); i++) {
                var box = truth.fingers().get(i).box();
                assertThat(found.get(i).position()).isEqualTo(truth.fingers().get(i).position());
                assertThat(found.get(i).box().centreX()).isCloseTo(box.centreX(), within(40.0));
                assertThat(found.get(i).box().centreY()).isCloseTo(box.centreY(), within(60.0));
            }
        }
    }
}
