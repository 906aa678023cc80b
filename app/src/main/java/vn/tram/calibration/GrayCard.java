package vn.tram.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Reading;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// White balance and exposure, by a gray card that fills the middle of the picture.
///
/// - `white-balance`: levels between the means of the strongest and the weakest of red, green and
///   blue · ISO/IEC 19794-5 annex on photography: at most 10.
/// - `exposure`: mean level (BT.601 luma) of the card · 18 % of light is level 118 in sRGB.
/// - `clipped`: per cent of the whole picture's pixels with a channel at 255.
public final class GrayCard implements Procedure {
    private static final int LEAST_SIDE = 96;

    /// Of width and height that the card fills.
    private static final double MIDDLE = 0.3;

    /// A card is flatter than this: deviation in levels; lit more unevenly it cannot be judged.
    private static final double MOST_DEVIATION = 18;

    private static final double UNEVEN = 25;
    private static final double LEAST_LEVEL = 40;
    private static final double MOST_LEVEL = 235;

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.GRAY_CARD, 1);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(View.GRAY_CARD, 1, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var pixels = shots.of(View.GRAY_CARD).getLast().pixels();
        int width = (int) (pixels.width() * MIDDLE);
        int height = (int) (pixels.height() * MIDDLE);
        int left = (pixels.width() - width) / 2;
        int top = (pixels.height() - height) / 2;
        var card = Levels.of(pixels).crop(left, top, width, height);
        double level = card.mean();
        if (level < LEAST_LEVEL) {
            return new Answer.Do(new Instruction.TooDark(level));
        }
        if (level > MOST_LEVEL) {
            return new Answer.Do(new Instruction.TooBright(level));
        }
        double uneven = uneven(card);
        if (uneven > UNEVEN) {
            return new Answer.Do(new Instruction.LightUneven(uneven));
        }
        if (card.deviation() > MOST_DEVIATION) {
            return new Answer.Do(new Instruction.NoTarget(View.GRAY_CARD));
        }
        return new Answer.Measured(
                List.of(
                        new Reading.Measured(
                                "white-balance", cast(pixels, left, top, width, height), "levels"),
                        new Reading.Measured("exposure", level, "level"),
                        new Reading.Measured("clipped", clipped(pixels), "percent")));
    }

    /// Between the brightest and the darkest quarter.
    private static double uneven(Levels card) {
        int w = card.width() / 2;
        int h = card.height() / 2;
        var quarters =
                new double[] {
                    card.crop(0, 0, w, h).mean(),
                    card.crop(w, 0, w, h).mean(),
                    card.crop(0, h, w, h).mean(),
                    card.crop(w, h, w, h).mean()
                };
        return Arrays.stream(quarters).max().orElseThrow()
                - Arrays.stream(quarters).min().orElseThrow();
    }

    /// None of a gray picture.
    private static double cast(Pixels pixels, int left, int top, int width, int height) {
        if (!(pixels instanceof Rgb8 rgb)) {
            return 0;
        }
        var sums = new double[3];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int colour = rgb.at(x, y);
                sums[0] += colour >> 16;
                sums[1] += colour >> 8 & 0xFF;
                sums[2] += colour & 0xFF;
            }
        }
        return (Arrays.stream(sums).max().orElseThrow() - Arrays.stream(sums).min().orElseThrow())
                / ((double) width * height);
    }

    private static double clipped(Pixels pixels) {
        var samples = pixels.toBytes();
        int channels = pixels instanceof Rgb8 ? 3 : 1;
        int clipped = 0;
        for (int i = 0; i < samples.length; i += channels) {
            boolean full = false;
            for (int c = 0; c < channels; c++) {
                full |= samples[i + c] == (byte) 255;
            }
            clipped += full ? 1 : 0;
        }
        return 100.0 * clipped / (samples.length / channels);
    }
}
