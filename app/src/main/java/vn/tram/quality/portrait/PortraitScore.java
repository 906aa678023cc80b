package vn.tram.quality.portrait;

import java.util.List;
import java.util.Map;
import vn.tram.domain.Reading;

/// One number for a portrait, to be shown and to choose the better of two attempts by. Verdicts do
/// not hang on it: they hold each reading against its limit.
///
/// It is as good as the worst property: each reading below is laid on a straight ramp from useless
/// (0) to as good as it need be (1), and the score is 100 times the least of them. What was not
/// measured does not count. Ramps: end points lie outside and inside the limits of
/// `portrait-training`, chosen with it on 2026-11-22.
final class PortraitScore {
    private static final Map<String, Ramp> RAMPS =
            Map.ofEntries(
                    Map.entry("single-face-present", new Ramp(0, 0, 1)),
                    Map.entry("inter-eye-distance", new Ramp(0, 30, 120)),
                    Map.entry("head-pose-yaw", new Ramp(0, 20, 0)),
                    Map.entry("head-pose-pitch", new Ramp(0, 30, 0)),
                    Map.entry("head-pose-roll", new Ramp(0, 25, 0)),
                    Map.entry("luminance-mean", new Ramp(140, 140, 40)),
                    Map.entry("under-exposure", new Ramp(0, 0.3, 0)),
                    Map.entry("over-exposure", new Ramp(0, 0.3, 0)),
                    Map.entry("dynamic-range", new Ramp(0, 4, 7)),
                    Map.entry("sharpness", new Ramp(0, 0.1, 0.5)),
                    Map.entry("eyes-open", new Ramp(0, 0, 0.25)),
                    Map.entry("mouth-closed", new Ramp(0, 0.5, 0)));

    private PortraitScore() {}

    /// 0 to 100, more is better.
    static int of(List<Reading> readings) {
        double least = 1;
        for (var reading : readings) {
            var ramp = RAMPS.get(reading.metric());
            if (ramp != null && reading instanceof Reading.Measured(_, var value, _)) {
                least = Math.min(least, ramp.of(value));
            }
        }
        return (int) Math.round(100 * least);
    }

    /// From 0 at a distance of `useless` from `target` to 1 at `good`.
    private record Ramp(double target, double useless, double good) {
        double of(double value) {
            double share = (Math.abs(value - target) - useless) / (good - useless);
            return Math.clamp(share, 0, 1);
        }
    }
}
