package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// Frames of a scanner that says it has 500 ppi, and what was measured of them.
final class Pictures {
    private Pictures() {}

    static Frame frame(Pixels pixels) {
        return new Frame(pixels, Resolution.Ppi.of(500), Instant.EPOCH, "test");
    }

    static Frame[] frames(Stream<? extends Pixels> pixels) {
        return pixels.map(Pictures::frame).toArray(Frame[]::new);
    }

    static double reading(Answer answer, String metric) {
        assertThat(answer).isInstanceOf(Answer.Measured.class);
        return Reading.value(List.copyOf(((Answer.Measured) answer).readings()), metric)
                .orElseThrow();
    }

    static Instruction instruction(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Do.class);
        return ((Answer.Do) answer).instruction();
    }

    static double worst(double... errors) {
        return Arrays.stream(errors).map(Math::abs).max().orElseThrow();
    }
}
