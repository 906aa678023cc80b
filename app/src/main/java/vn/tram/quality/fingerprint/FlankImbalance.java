package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far the print shows one flank of the finger more than the other.
///
/// - **Unit, range**: share, 0 (both alike) to 1 (one alone). Less is better.
/// - **Definition**: mean of sin 2t over the patches of the foreground, without its sign; t is the
///   direction across the ridges. Ridges rise towards the core from both sides, so that flanks have
///   opposite signs.
/// - **Source**: own.
/// - **Blind to**: fingers that are cut off the same on both sides; and a finger that lies turned,
///   or a steep loop, counts as a little off.
final class FlankImbalance implements Metric<Print> {
    @Override
    public String name() {
        return "flank-imbalance";
    }

    @Override
    public Reading measure(Print print) {
        double sum = 0;
        for (var patch : print.patches()) {
            sum += Math.sin(2 * patch.direction().normal());
        }
        int count = print.patches().size();
        return count == 0
                ? OverPatches.none(name())
                : new Reading.Measured(name(), Math.abs(sum) / count, "share");
    }
}
