package vn.tram.quality.portrait;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// One citizen's pitches of the last seconds.
final class PitchWatch {
    /// Two to three seconds of verdicts.
    private static final int MOST = 45;

    /// With fewer a median says little.
    private static final int LEAST = 10;

    private final Deque<Double> pitches = new ArrayDeque<>();

    /// How far a pitch is off the median of the last ones, this one included, degrees; 0 until
    /// there are enough.
    double change(double pitch) {
        pitches.addLast(pitch);
        if (pitches.size() > MOST) {
            pitches.removeFirst();
        }
        if (pitches.size() < LEAST) {
            return 0;
        }
        var sorted = pitches.stream().mapToDouble(p -> p).toArray();
        Arrays.sort(sorted);
        return pitch - sorted[sorted.length / 2];
    }
}
