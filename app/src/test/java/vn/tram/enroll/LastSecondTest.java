package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

class LastSecondTest {
    private final LastSecond last = new LastSecond(Shot.merit());

    private static Shot shot(double eyes, double sharp) {
        var readings =
                List.<Reading>of(
                        new Reading.Measured("eyes-open", eyes, "1"),
                        new Reading.Measured("sharpness", sharp, "1"));
        var checks =
                List.of(
                        new Verdict.Check(
                                readings.getFirst(), 0.15, Double.POSITIVE_INFINITY, true),
                        new Verdict.Check(readings.getLast(), 0.3, 1, true));
        return new Shot(
                new Frame(
                        Rgb8.wrap(1, 1, new byte[3]),
                        new Resolution.Unknown(),
                        Instant.EPOCH,
                        "test"),
                List.of(
                        new Judgement(
                                Position.FACE,
                                new Box(0, 0, 1, 1, 0),
                                OptionalInt.empty(),
                                readings,
                                Verdict.of("p", checks, List.of()))));
    }

    private static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void theSharpestOpenEyedFrameIsTakenNotTheNewest() {
        var best = shot(0.3, 0.6);
        last.add(shot(0.3, 0.4), ms(0));
        last.add(best, ms(100));
        last.add(shot(0.05, 0.9), ms(200));
        last.add(shot(0.3, 0.5), ms(300));
        assertThat(last.best(ms(400))).contains(best);
    }

    @Test
    void shutEyesAreTakenOnlyWhereNoFrameHasOpenOnes() {
        var shut = shot(0.05, 0.9);
        last.add(shut, ms(0));
        assertThat(last.best(ms(10))).contains(shut);
        var blurred = shot(0.3, 0.1);
        last.add(blurred, ms(20));
        assertThat(last.best(ms(30))).contains(blurred);
    }

    @Test
    void whatIsOlderThanASecondIsForgotten() {
        var later = shot(0.3, 0.4);
        last.add(shot(0.3, 0.6), ms(0));
        last.add(later, ms(500));
        assertThat(last.best(ms(1001))).contains(later);
        assertThat(last.best(ms(1501))).isEmpty();
    }

    @Test
    void neverMoreFramesThanTheMostHoweverManyComeInASecond() {
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < 60; i++) {
            last.add(shot(0.3, 0.9 - i / 100.0), ms(10L * i));
            sizes.add(last.size());
        }
        assertThat(sizes).allMatch(s -> s <= LastSecond.MOST).contains(LastSecond.MOST);
        assertThat(last.best(ms(600)).orElseThrow().frame().pixels().width()).isOne();
    }
}
