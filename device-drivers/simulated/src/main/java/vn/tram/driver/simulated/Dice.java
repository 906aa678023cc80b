package vn.tram.driver.simulated;

import java.nio.charset.StandardCharsets;

/// Repeatable random numbers: SplitMix64 (Steele, Lea, Flood, *Fast splittable pseudorandom number
/// generators*, OOPSLA 2014), the same on every Java version.
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /// A sequence of its own for each list of numbers.
    static Dice of(long... parts) {
        long mixed = 0x9E37_79B9_7F4A_7C15L;
        for (long part : parts) {
            mixed = scramble(mixed ^ scramble(part + 0x632B_E59B_D9B4_E019L)) + parts.length;
        }
        return new Dice(mixed);
    }

    /// A number that stands for `text` (FNV-1a, 64 bits).
    static long number(String text) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100_0000_01B3L;
        }
        return hash;
    }

    long next() {
        state += 0x9E37_79B9_7F4A_7C15L;
        return scramble(state);
    }

    /// 0 inclusive to 1 exclusive.
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /// 0 inclusive to `bound` exclusive.
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /// Normal with mean 0 and deviation 1, cut off at ±3.
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return Math.clamp(sum, -3.0, 3.0);
    }

    private static long scramble(long z) {
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
