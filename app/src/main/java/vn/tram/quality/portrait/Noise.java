package vn.tram.quality.portrait;

import java.util.Arrays;
import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How strong the grain of the sensor is in the face.
///
/// - **Unit, range**: levels of 255, standard deviation, from 0. Less is better.
/// - **Definition**: Immerkær's estimate, √(π/2) / 6 times the mean absolute answer to the mask 1
///   −2 1, −2 4 −2, 1 −2 1, in squares of 12 pixels of the aligned gray face inside its outline;
///   the square at the fifth part from below, since noise is everywhere and detail is not.
/// - **Source**: Immerkær 1996, *Fast noise variance estimation*, doi:10.1006/cviu.1996.0060.
///   ISO/IEC 29794-5 has no such measure.
/// - **Blind to**: noise that a codec or a filter has smeared; in a large face the aligned one has
///   averaged some of it away, as the card's print will.
final class Noise implements Metric<Face> {
    private static final int SQUARE = 12;
    private static final int FIFTH = 5;
    private static final double PER_ANSWER = Math.sqrt(Math.PI / 2) / 6;

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public Reading measure(Face face) {
        var luma = face.aligned().luma();
        var oval = face.aligned().oval();
        var levels = luma.toBytes();
        var squares = new double[luma.width() * luma.height() / SQUARE / SQUARE];
        int count = 0;
        for (int y = 1; y + SQUARE < luma.height(); y += SQUARE) {
            for (int x = 1; x + SQUARE < luma.width(); x += SQUARE) {
                if (oval.contains(x, y) && oval.contains(x + SQUARE - 1, y + SQUARE - 1)) {
                    squares[count++] = deviation(levels, luma.width(), x, y);
                }
            }
        }
        if (count == 0) {
            return new Reading.NotMeasurable(name(), "the face has no pixel");
        }
        Arrays.sort(squares, 0, count);
        return new Reading.Measured(name(), squares[count / FIFTH], "levels");
    }

    private static double deviation(byte[] levels, int width, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + SQUARE; y++) {
            for (int at = y * width + left; at < y * width + left + SQUARE; at++) {
                int corners =
                        level(levels, at - width - 1)
                                + level(levels, at - width + 1)
                                + level(levels, at + width - 1)
                                + level(levels, at + width + 1);
                int sides =
                        level(levels, at - width)
                                + level(levels, at + width)
                                + level(levels, at - 1)
                                + level(levels, at + 1);
                sum += Math.abs(corners - 2 * sides + 4 * level(levels, at));
            }
        }
        return PER_ANSWER * sum / (SQUARE * SQUARE);
    }

    private static int level(byte[] levels, int at) {
        return levels[at] & 0xFF;
    }
}
