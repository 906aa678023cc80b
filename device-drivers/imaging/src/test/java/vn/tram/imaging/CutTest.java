package vn.tram.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

class CutTest {
    private static Rgb8 noise(int width, int height) {
        var samples = new byte[3 * width * height];
        new Random(3).nextBytes(samples);
        return Rgb8.wrap(width, height, samples);
    }

    @Test
    void theWholePictureInItsOwnSizeIsItself() {
        var picture = noise(31, 17);
        assertThat(Cut.of(picture, Box.whole(picture), 31, 17)).isEqualTo(picture);
    }

    @Test
    void anUprightWindowIsThePixelsInIt() {
        var picture = noise(40, 30);
        var cut = Cut.of(picture, new Box(20, 15, 10, 8, 0), 10, 8);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 10; x++) {
                assertThat(cut.at(x, y)).isEqualTo(picture.at(x + 15, y + 11));
            }
        }
    }

    /// A quarter turn clockwise shows the box's own upper side, which is the picture's right one.
    @Test
    void aQuarterTurnTurnsBack() {
        var picture = noise(12, 12);
        var cut = Cut.of(picture, new Box(6, 6, 12, 12, 90), 12, 12);
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 12; x++) {
                assertThat(cut.at(x, y)).isEqualTo(picture.at(11 - y, x));
            }
        }
    }

    /// A chessboard of single pixels becomes the gray between its levels: no pixel is skipped.
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void smallerIsTheMean(int factor) {
        var levels = new byte[64 * 64];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ((i % 64 + i / 64) % 2 * 200);
        }
        var board = Gray8.wrap(64, 64, levels);
        var cut = Cut.of(board, Box.whole(board), 64 / factor, 64 / factor);
        assertThat(cut.at(5, 5)).isEqualTo(0x646464);
    }

    @Test
    void aFileKeepsToItsSize() {
        var picture = noise(300, 400);
        for (int most : new int[] {100_000, 30_000, 15_000}) {
            assertThat(Images.jpegWithin(picture, new Resolution.Unknown(), most))
                    .hasSizeLessThanOrEqualTo(most);
            assertThat(Images.jpeg2000Within(picture, most)).hasSizeLessThanOrEqualTo(most);
        }
    }

    @Test
    void whereThereIsRoomMoreIsKept() {
        var picture = noise(300, 400);
        var coarse = Images.jpegWithin(picture, new Resolution.Unknown(), 30_000);
        var fine = Images.jpegWithin(picture, new Resolution.Unknown(), 100_000);
        assertThat(fine).hasSizeGreaterThan(2 * coarse.length);
        assertThat(((Decoding.Decoded) Images.decode(fine)).pixels().width()).isEqualTo(300);
    }
}
