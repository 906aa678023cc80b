package vn.tram.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.fingerprint.SameFinger;
import vn.tram.settings.Settings;

/// The sequence check over prints of simulated people who lay down careful, normal fingers.
class PrintsTest {
    private static FingerprintJudge judge;
    private static FinalScore scorer;

    private record Key(int capture, Position finger) {}

    private record Touched(Position finger, Template template) {}

    @BeforeAll
    static void read() throws StationFault {
        var policy = Settings.load(Path.of("..", "config")).fingerprint();
        judge = new FingerprintJudge(policy);
        scorer = new FinalScore(policy);
    }

    /// The fingers of one capture, named as `asked` although `laid` is on the glass.
    private static List<Touched> captured(int person, Position laid, Position asked)
            throws InterruptedException {
        var address = URI.create("sim://slap?seed=31&person=" + person);
        var opening = Drivers.load(PrintsTest.class.getClassLoader()).open(address);
        try (var device = ((Opening.Opened) opening).device()) {
            var request = Request.of(laid, Duration.ofSeconds(60), "test");
            var taken = (Capture.Taken) device.capture(request, Progress.none());
            var frame = taken.samples().getFirst().frame();
            var touched = new ArrayList<Touched>();
            for (var judgement : judge.judge(frame, asked, Set.of())) {
                scorer.template(frame, judgement)
                        .ifPresent(t -> touched.add(new Touched(judgement.position(), t)));
            }
            assertThat(touched).hasSize(asked.members().size());
            return touched;
        }
    }

    private static Prints<Key> prints() {
        double same = scorer.limit(SameFinger.ELSEWHERE);
        return new Prints<>((a, b) -> a.finger == b.finger ? Double.POSITIVE_INFINITY : same);
    }

    private static List<Prints.Alike<Key>> add(
            Prints<Key> prints, int capture, List<Touched> fingers) {
        var found = new ArrayList<Prints.Alike<Key>>();
        for (var finger : fingers) {
            found.addAll(prints.add(new Key(capture, finger.finger), finger.template));
        }
        return found;
    }

    @Test
    void tenFingersOfTenPeopleAreAllDifferent() throws InterruptedException {
        for (int person = 0; person < 10; person++) {
            var prints = prints();
            for (var slap : Position.slaps()) {
                add(prints, slap.code(), captured(person, slap, slap));
            }
            assertThat(prints.alike()).as("person %d", person).isEmpty();
        }
    }

    @Test
    void theRightHandLaidDownForTheLeftIsFoundFingerByFinger() throws InterruptedException {
        var prints = prints();
        add(prints, 1, captured(3, Position.RIGHT_FOUR, Position.RIGHT_FOUR));
        var found = add(prints, 2, captured(3, Position.RIGHT_FOUR, Position.LEFT_FOUR));
        assertThat(found)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(alike -> {
                    assertThat(alike.one().finger().slap()).isEqualTo(Position.RIGHT_FOUR);
                    assertThat(alike.other().finger().slap()).isEqualTo(Position.LEFT_FOUR);
                    assertThat(alike.similarity())
                            .isGreaterThanOrEqualTo(scorer.limit(SameFinger.ELSEWHERE));
                });
    }

    @Test
    void aFingerOfferedForAnotherIsFoundAndNoneBeside() throws InterruptedException {
        var prints = prints();
        add(prints, 1, captured(4, Position.RIGHT_FOUR, Position.RIGHT_FOUR));
        var index = captured(4, Position.RIGHT_FOUR, Position.RIGHT_FOUR).getFirst();
        var found = prints.add(new Key(2, Position.LEFT_THUMB), index.template);
        assertThat(found)
                .extracting(alike -> alike.one().finger())
                .containsExactly(Position.RIGHT_INDEX);
    }

    @Test
    void oneFingerTriedAgainIsNoFinding() throws InterruptedException {
        var prints = prints();
        add(prints, 1, captured(4, Position.TWO_THUMBS, Position.TWO_THUMBS));
        assertThat(add(prints, 2, captured(4, Position.TWO_THUMBS, Position.TWO_THUMBS))).isEmpty();
    }

    @Test
    void aPrintIsComparedOnce() throws InterruptedException {
        var prints = new Prints<Integer>((_, _) -> scorer.limit(SameFinger.ELSEWHERE));
        var template = captured(4, Position.TWO_THUMBS, Position.TWO_THUMBS).getFirst().template;
        assertThat(prints.add(1, template)).isEmpty();
        assertThat(prints.add(1, template)).isEmpty();
        assertThat(prints.add(2, template)).hasSize(1);
        assertThat(prints.alike()).hasSize(1);
    }

    @Test
    void whatIsHeldIsComparedWithWhatComesAfterAndNotWithEachOther() throws InterruptedException {
        double same = scorer.limit(SameFinger.OFFICERS);
        var held = new Prints<Key>((_, _) -> same);
        var before = captured(4, Position.TWO_THUMBS, Position.TWO_THUMBS);
        before.forEach(t -> held.hold(new Key(0, t.finger), t.template));
        before.forEach(t -> held.hold(new Key(1, t.finger), t.template));
        assertThat(held.alike()).isEmpty();
        var session = held.copy();
        assertThat(add(session, 2, captured(4, Position.TWO_THUMBS, Position.TWO_THUMBS)))
                .hasSize(4);
        assertThat(held.keys()).hasSize(4);
    }
}
