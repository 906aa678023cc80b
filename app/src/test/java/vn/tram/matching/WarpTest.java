package vn.tram.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tram.image.Gray8;

class WarpTest {
    private static final Gray8 NOISE = noise(37, 23);

    @Test
    void fourQuarterTurnsChangeNothing() {
        var turned = NOISE;
        for (int i = 0; i < 4; i++) {
            turned = Warp.quarterTurned(turned);
        }
        assertThat(turned).isEqualTo(NOISE);
        var corner = Gray8.wrap(2, 1, new byte[] {10, 20});
        assertThat(Warp.quarterTurned(corner)).isEqualTo(Gray8.wrap(1, 2, new byte[] {10, 20}));
    }

    @Test
    void aTurnKeepsTheMiddleAndFillsTheCornersWithTheMean() {
        var turned = Warp.turned(dotted(50, 50), 15);
        assertThat(turned.width()).isEqualTo((int) Math.ceil(101 * (0.9659258 + 0.2588190)));
        assertThat(turned.at(turned.width() / 2, turned.height() / 2)).isGreaterThan(200);
        assertThat(turned.at(0, 0)).isOne(); // 25 * 255 / 10201, rounded
    }

    /// A dot to the right of the middle goes down when the picture turns clockwise.
    @Test
    void aTurnIsClockwise() {
        var turned = Warp.turned(dotted(90, 50), 20);
        int x = (int) Math.round(turned.width() / 2.0 + 40 * Math.cos(Math.toRadians(20)) - 0.5);
        int y = (int) Math.round(turned.height() / 2.0 + 40 * Math.sin(Math.toRadians(20)) - 0.5);
        assertThat(turned.at(x, y)).isGreaterThan(200);
    }

    @Test
    void aSwollenDotIsThreeByThree() {
        var samples = new byte[49];
        java.util.Arrays.fill(samples, (byte) 200);
        samples[3 * 7 + 3] = 10;
        var swollen = Warp.swollen(Gray8.wrap(7, 7, samples));
        for (int i = 0; i < 49; i++) {
            boolean near = Math.abs(i / 7 - 3) <= 1 && Math.abs(i % 7 - 3) <= 1;
            assertThat(swollen.at(i % 7, i / 7)).isEqualTo(near ? 10 : 200);
        }
    }

    @Test
    void whatIsEvenStaysEven() {
        var samples = new byte[50 * 40];
        java.util.Arrays.fill(samples, (byte) 77);
        var even = Gray8.wrap(50, 40, samples);
        assertThat(Warp.blurred(even)).isEqualTo(even);
        assertThat(Warp.stretched(even, 4, 170)).isEqualTo(even);
        assertThat(Warp.swollen(even)).isEqualTo(even);
    }

    @Test
    void aBlurKeepsTheMeanAndTakesFromTheDeviation() {
        var noise = noise(200, 200);
        var blurred = Warp.blurred(noise);
        assertThat(mean(blurred)).isCloseTo(mean(noise), within(0.5));
        assertThat(deviation(blurred)).isLessThan(0.5 * deviation(noise));
    }

    @Test
    void noiseHasItsShareOfTheDeviationAndIsTheSameAgain() {
        var print = noise(300, 280);
        var even = Warp.blurred(Warp.blurred(print));
        var noisy = Warp.noisy(even, 0.5);
        assertThat(mean(noisy)).isCloseTo(mean(even), within(1.0));
        assertThat(deviation(noisy) / deviation(even)).isCloseTo(Math.sqrt(1.25), within(0.03));
        assertThat(Warp.noisy(even, 0.5)).isEqualTo(noisy);
    }

    @Test
    void bareGlassStaysBareUnderNoise() {
        var samples = new byte[320 * 160];
        for (int i = 0; i < samples.length; i++) {
            int x = i % 320;
            samples[i] = (byte) (x < 160 ? 128 + 90 * Math.sin(0.7 * x) : 240);
        }
        var noisy = Warp.noisy(Gray8.wrap(320, 160, samples), 0.5);
        int changed = 0;
        for (int i = 0; i < samples.length; i++) {
            boolean same = (noisy.at(i % 320, i / 320) & 0xFF) == (samples[i] & 0xFF);
            changed += same ? 0 : 1;
            assertThat(same || i % 320 < 160).isTrue();
        }
        assertThat(changed).isGreaterThan(140 * 160);
    }

    @Test
    void noSizeIsTooSmall() {
        for (int width = 1; width < 4; width++) {
            for (int height = 1; height < 4; height++) {
                for (var disturbance : Disturbance.values()) {
                    assertThat(disturbance.of(noise(width, height))).isNotNull();
                }
            }
        }
    }

    /// Black, with a white dot of 5 x 5 pixels about a place.
    private static Gray8 dotted(int column, int row) {
        var samples = new byte[101 * 101];
        for (int y = row - 2; y <= row + 2; y++) {
            for (int x = column - 2; x <= column + 2; x++) {
                samples[y * 101 + x] = (byte) 255;
            }
        }
        return Gray8.wrap(101, 101, samples);
    }

    private static Gray8 noise(int width, int height) {
        var samples = new byte[width * height];
        new Random(3).nextBytes(samples);
        return Gray8.wrap(width, height, samples);
    }

    private static double mean(Gray8 picture) {
        double sum = 0;
        for (byte sample : picture.toBytes()) {
            sum += sample & 0xFF;
        }
        return sum / picture.width() / picture.height();
    }

    private static double deviation(Gray8 picture) {
        double mean = mean(picture);
        double sum = 0;
        for (byte sample : picture.toBytes()) {
            sum += Math.pow((sample & 0xFF) - mean, 2);
        }
        return Math.sqrt(sum / picture.width() / picture.height());
    }
}
