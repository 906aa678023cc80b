package vn.tram.bench;

import java.util.Arrays;

/// What came out of measuring one thing many times.
///
/// @param name what was measured
/// @param median of the runs, in `unit`
/// @param p95 the value that 95 of 100 runs do not exceed; of few runs the greatest
/// @param p99 the same for 99 of 100
/// @param unit `ms`, `MB` (2^20 bytes), `%` (of one core) or `ratio`
/// @param runs how many
public record Figures(String name, double median, double p95, double p99, String unit, long runs) {
    /// By nearest rank: the smallest sample that so many of all do not exceed.
    static Figures of(String name, String unit, double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return new Figures(
                name, rank(sorted, 50), rank(sorted, 95), rank(sorted, 99), unit, sorted.length);
    }

    private static double rank(double[] sorted, int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    /// How many times `other` this takes, median by median. The percentiles are those of this
    /// against the other's median.
    Figures over(Figures other, String ratio) {
        return new Figures(
                ratio,
                median / other.median,
                p95 / other.median,
                p99 / other.median,
                "ratio",
                Math.min(runs, other.runs));
    }
}
