package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;
import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;

class LivePictureTest {
    private static int[] argb(Scaled scaled) {
        var out = new int[scaled.width() * scaled.height()];
        var buffer = IntBuffer.wrap(out);
        scaled.copyTo(buffer);
        return out;
    }

    @Test
    void aFrameIsMadeSmallEnoughAndKeepsItsShape() {
        var scaled = Scaled.of(KitScreen.ramp(400, 300), 200, 200, null);
        assertThat(scaled.width()).isEqualTo(200);
        assertThat(scaled.height()).isEqualTo(150);
        assertThat(scaled.original()).isEqualTo(new Scaled.Size(400, 300));
    }

    @Test
    void aFrameIsNeverMadeLarger() {
        var scaled = Scaled.of(KitScreen.ramp(40, 30), 200, 200, null);
        assertThat(scaled.width()).isEqualTo(40);
    }

    @Test
    void finePatternsBecomeTheirMean() {
        var stripes =
                Gray8.of(
                        4,
                        2,
                        new byte[] {0, (byte) 200, 0, (byte) 200, 0, (byte) 200, 0, (byte) 200});
        assertThat(argb(Scaled.of(stripes, 2, 1, null))).containsOnly(0xFF646464);
    }

    @Test
    void coloursKeepTheirPlaces() {
        var red = Rgb8.of(1, 1, new byte[] {(byte) 255, 16, 1});
        assertThat(argb(Scaled.of(red, 10, 10, null))).containsExactly(0xFFFF1001);
    }

    @Test
    void memoryOfAnEarlierFrameIsUsedAgain() {
        var first = Scaled.of(KitScreen.ramp(400, 300), 200, 200, null);
        assertThat(Scaled.of(KitScreen.ramp(400, 300), 200, 200, first)).isSameAs(first);
    }
}
