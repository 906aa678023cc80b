package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;

class GrayLevelsTest {
    private static final Gray8 WAVES = Ridges.waves(320, 320, 9, 0.5, 120);

    private static double levels(Gray8 picture) {
        return ((Reading.Measured) GrayLevels.of(picture)).value();
    }

    private static double levels(IntUnaryOperator rule) {
        return levels(Ridges.changed(WAVES, rule));
    }

    /// Bits that the scanner has, blown up to eight.
    @ParameterizedTest
    @CsvSource({"8, 256", "7, 128", "6, 64", "5, 32", "4, 16", "3, 8"})
    void aPictureOfFewerBitsHasFewerLevels(int bits, int expected) {
        int unit = 256 >> bits;
        assertThat(levels(g -> g / unit * unit)).isEqualTo(expected);
    }

    @Test
    void stretchingTheContrastMakesNoNewLevels() {
        var faint = Ridges.waves(320, 320, 9, 0.5, 60);
        assertThat(levels(faint)).isEqualTo(256);
        assertThat(levels(Ridges.changed(faint, g -> 128 + (g - 128) * 2))).isEqualTo(128);
    }

    @Test
    void aFaintPrintOnFarPaperHasAllLevels() {
        var faint = Ridges.waves(320, 320, 9, 0.5, 12);
        var paper = Ridges.painted(320, 320, (x, y) -> y < 200 ? 255 : faint.at((int) x, (int) y));
        assertThat(levels(paper)).isEqualTo(256);
    }

    @Test
    void onePlainLevelIsOneAndBlackOnWhiteIsTwo() {
        assertThat(levels(Ridges.flat(50, 50, 0))).isEqualTo(1);
        assertThat(levels(Ridges.flat(1, 1, 255))).isEqualTo(1);
        assertThat(levels(g -> g < 128 ? 0 : 255)).isEqualTo(2);
    }

    @Test
    void aLargePictureIsSeenInPartAndSaysTheSame() {
        assertThat(levels(Ridges.waves(3000, 2000, 9, 0.5, 120))).isEqualTo(256);
    }

    @Test
    void everyPrintOfThePublicSetsHasThemAll() throws IOException {
        assumeThat(PublicSets.USUAL).isDirectory();
        var sets = PublicSets.in(PublicSets.USUAL);
        for (int i = 0; i < sets.images().size(); i += 40) {
            var image = sets.images().get(i);
            assertThat(levels(sets.picture(image))).as(image.file()).isEqualTo(256);
        }
    }
}
