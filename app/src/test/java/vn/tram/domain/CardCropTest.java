package vn.tram.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardCropTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /// Eyes 200 apart about (x, y), the chin 350 below them, all turned clockwise by `degrees`.
    private static List<Reading> face(double x, double y, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return List.of(
                px("left-eye-x", x - 100 * cos),
                px("left-eye-y", y - 100 * sin),
                px("right-eye-x", x + 100 * cos),
                px("right-eye-y", y + 100 * sin),
                px("chin-x", x - 350 * sin),
                px("chin-y", y + 350 * cos));
    }

    private static Reading px(String name, double value) {
        return new Reading.Measured(name, value, "px");
    }

    private static CardCrop cut(CardFormat format, List<Reading> face) {
        return CardCrop.of(format, face, 4000, 3000).orElseThrow();
    }

    /// A head of 700 pixels is 0.7 of 1000; the eyes at 0.45 lie 50 above the middle.
    @Test
    void anUprightFaceIsCutByTheFormatsProportions() {
        var crop = cut(CardFormat.CARD_3X4, face(2000, 1500, 0));
        assertThat(crop.head()).isEqualTo(0.7, EXACT);
        assertThat(crop.box().height()).isEqualTo(1000, within(1e-6));
        assertThat(crop.box().width()).isEqualTo(750, within(1e-6));
        assertThat(crop.box().centreX()).isEqualTo(2000, within(1e-6));
        assertThat(crop.box().centreY()).isEqualTo(1550, within(1e-6));
        assertThat(crop.box().angle()).isEqualTo(0, EXACT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, -3, 5, 14})
    void theBoxTurnsWithTheHeadAboutTheEyes(double degrees) {
        var crop = cut(CardFormat.PASSPORT_35X45, face(2000, 1500, degrees));
        double above = 0.05 * crop.box().height();
        double turn = Math.toRadians(degrees);
        assertThat(crop.box().angle()).isEqualTo(degrees, within(1e-6));
        assertThat(crop.box().centreX()).isEqualTo(2000 - above * Math.sin(turn), within(1e-6));
        assertThat(crop.box().centreY()).isEqualTo(1500 + above * Math.cos(turn), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsEnlarged(CardFormat format) {
        var crop = cut(format, face(2000, 1500, 4));
        assertThat(crop.height()).isLessThanOrEqualTo(format.mostRows());
        assertThat((double) crop.height()).isLessThanOrEqualTo(crop.box().height());
        assertThat((double) crop.width() / crop.height())
                .isEqualTo(format.widthMm() / format.heightMm(), within(0.002));
    }

    /// Half as large a face has half as many pixels, where the format would take more.
    @Test
    void aSmallFaceMakesASmallPicture() {
        var readings =
                List.of(
                        px("left-eye-x", 480),
                        px("left-eye-y", 400),
                        px("right-eye-x", 520),
                        px("right-eye-y", 400),
                        px("chin-x", 500),
                        px("chin-y", 470));
        var crop = CardCrop.of(CardFormat.CARD_3X4, readings, 1280, 720).orElseThrow();
        assertThat(crop.height()).isEqualTo(200);
        assertThat(crop.width()).isEqualTo(150);
    }

    @Test
    void nearTheBorderTheHeadIsShownLarger() {
        // 450 above the eyes would be wanted, 420 are there
        var crop = cut(CardFormat.CARD_3X4, face(2000, 420, 0));
        assertThat(crop.head()).isBetween(0.74, 0.77);
        assertThat(crop.box().centreY() - crop.box().height() / 2).isBetween(0.0, 5.0);
    }

    @Test
    void beyondTheFrameNothingIsPainted() {
        assertThat(CardCrop.of(CardFormat.CARD_3X4, face(2000, 300, 0), 4000, 3000)).isEmpty();
        assertThat(CardCrop.of(CardFormat.CARD_3X4, face(150, 1500, 0), 4000, 3000)).isEmpty();
    }

    @Test
    void withoutThePointsThereIsNoCut() {
        var without = face(2000, 1500, 0).subList(1, 6);
        assertThat(CardCrop.of(CardFormat.CARD_3X4, without, 4000, 3000)).isEmpty();
    }
}
