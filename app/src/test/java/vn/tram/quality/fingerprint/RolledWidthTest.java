package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;

class RolledWidthTest {
    private static final int PAPER = 235;
    private static final double MM = 25.4 / Print.PPI;

    /// Ridges in an upright rectangle of that width in pixels, and beside it nothing.
    private static Gray8 field(int width, int left) {
        return Ridges.painted(
                640,
                480,
                (x, y) ->
                        x < left || x >= left + width || y < 60 || y >= 420
                                ? PAPER
                                : 128 + 80 * Math.sin(2 * Math.PI * y / 9));
    }

    private static double width(Gray8 picture) {
        var reading = new RolledWidth().measure(Print.of(picture, Print.PPI, Print.PPI));
        return ((Reading.Measured) reading).value();
    }

    @ParameterizedTest
    @CsvSource({"160, 100", "256, 100", "400, 100", "256, 300"})
    void itIsTheFieldsWidthToAPatch(int pixels, int left) {
        assertThat(width(field(pixels, left))).isCloseTo(pixels * MM, within(Print.PATCH * MM));
    }

    @Test
    void ofAnEllipseItIsTheMiddlesWidth() {
        var ellipse =
                Ridges.painted(
                        640,
                        480,
                        (x, y) ->
                                Math.hypot((x - 320) / 240, (y - 240) / 200) > 1
                                        ? PAPER
                                        : 128 + 80 * Math.sin(2 * Math.PI * y / 9));
        assertThat(width(ellipse)).isBetween(0.85 * 480 * MM, (480 + Print.PATCH) * MM);
    }

    @Test
    void ofNothingItIsNotMeasurable() {
        var nothing = Print.of(Ridges.flat(300, 300, PAPER), Print.PPI, Print.PPI);
        assertThat(new RolledWidth().measure(nothing)).isInstanceOf(Reading.NotMeasurable.class);
    }
}
