package vn.tram.quality.fingerprint;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import vn.tram.image.Gray8;

/// Prints whose truth is known, made for tests.
final class Ridges {
    private Ridges() {}

    /// Parallel waves over the whole picture.
    ///
    /// @param period pixels from ridge to ridge
    /// @param direction across the ridges, radians
    /// @param amplitude gray levels from the middle to a crest
    static Gray8 waves(int width, int height, double period, double direction, double amplitude) {
        double cos = Math.cos(direction) * 2 * Math.PI / period;
        double sin = Math.sin(direction) * 2 * Math.PI / period;
        return painted(
                width, height, (x, y) -> 128 + amplitude * Math.sin(x * cos + y * sin + 0.3));
    }

    static Gray8 flat(int width, int height, int level) {
        return painted(width, height, (_, _) -> level);
    }

    /// Gaussian noise about a gray level.
    static Gray8 noise(int width, int height, double level, double deviation, long seed) {
        var random = new Random(seed);
        return painted(width, height, (_, _) -> level + deviation * random.nextGaussian());
    }

    static Gray8 painted(int width, int height, DoubleBinaryOperator level) {
        var samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = level.applyAsDouble(x, y);
                samples[y * width + x] = (byte) Math.round(Math.clamp(value, 0, 255));
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// A picture with every pixel changed by the same rule.
    static Gray8 changed(Gray8 picture, java.util.function.IntUnaryOperator rule) {
        return painted(
                picture.width(),
                picture.height(),
                (x, y) -> rule.applyAsInt(picture.at((int) x, (int) y)));
    }

    /// Turned by 90 degrees clockwise.
    static Gray8 turned(Gray8 picture) {
        return painted(
                picture.height(),
                picture.width(),
                (x, y) -> picture.at((int) y, picture.height() - 1 - (int) x));
    }
}
