package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.tram.quality.fingerprint.PublicSets.Comparison;
import vn.tram.quality.fingerprint.PublicSets.Matcher;

/// Error versus discard: how many false non-matches remain at FMR 0.1 % when the pairs with the
/// worst quality are thrown away, a pair being as good as its worse picture.
///
/// *Area* is the mean of the false non-match rate over 0 to 30 % thrown away; less is better. Pairs
/// of equal quality are thrown away in equal parts.
final class DiscardCurve {
    private static final double FALSE_MATCHES = 0.001;
    private static final double MOST_DISCARDED = 0.3;
    private static final int STEPS = 60;

    private DiscardCurve() {}

    /// A genuine pair under two qualities.
    private record Pair(double ours, double theirs, boolean missed) {}

    /// @param area of ours
    /// @param low end of the interval of ours less theirs that 95 % of the resamples lie in
    record Difference(double area, double theirs, double low, double high) {}

    /// Each set's difference, and that of the mean over the sets under the name `mean`.
    ///
    /// @param ours quality by file, more is better
    /// @param resamples of the fingers of each set, drawn with replacement
    static Map<String, Difference> compared(
            Matcher matcher, Map<String, Double> ours, Map<String, Double> theirs, int resamples) {
        var random = new Random(7);
        var differences = new TreeMap<String, Difference>();
        var means = new double[resamples];
        double mean = 0;
        double theirMean = 0;
        var sets = matcher.genuine().keySet();
        for (var set : sets) {
            var fingers = fingers(matcher, set, ours, theirs);
            var all = fingers.stream().flatMap(List::stream).toList();
            var drawn = new double[resamples];
            for (int i = 0; i < resamples; i++) {
                var pairs = new ArrayList<Pair>();
                fingers.forEach(_ -> pairs.addAll(fingers.get(random.nextInt(fingers.size()))));
                drawn[i] = area(pairs, Pair::ours) - area(pairs, Pair::theirs);
                means[i] += drawn[i] / sets.size();
            }
            var difference = difference(area(all, Pair::ours), area(all, Pair::theirs), drawn);
            differences.put(set, difference);
            mean += difference.area / sets.size();
            theirMean += difference.theirs / sets.size();
        }
        differences.put("mean", difference(mean, theirMean, means));
        return differences;
    }

    private static Difference difference(double ours, double theirs, double[] drawn) {
        Arrays.sort(drawn);
        return new Difference(
                ours,
                theirs,
                drawn[(int) (drawn.length * 0.025)],
                drawn[(int) (drawn.length * 0.975)]);
    }

    /// The pairs of a set, finger by finger.
    private static List<List<Pair>> fingers(
            Matcher matcher, String set, Map<String, Double> ours, Map<String, Double> theirs) {
        double threshold = threshold(matcher.impostors().get(set));
        var fingers = new TreeMap<String, List<Pair>>();
        for (var c : matcher.genuine().get(set)) {
            var finger = c.one().substring(0, c.one().lastIndexOf('_'));
            fingers.computeIfAbsent(finger, _ -> new ArrayList<>())
                    .add(
                            new Pair(
                                    Math.min(ours.get(c.one()), ours.get(c.other())),
                                    Math.min(theirs.get(c.one()), theirs.get(c.other())),
                                    c.score() <= threshold));
        }
        return List.copyOf(fingers.values());
    }

    /// The score that no more than the tolerated share of strangers exceed.
    private static double threshold(List<Comparison> impostors) {
        var scores =
                impostors.stream()
                        .map(Comparison::score)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        return scores.get((int) (scores.size() * FALSE_MATCHES));
    }

    private static double area(List<Pair> pairs, java.util.function.ToDoubleFunction<Pair> by) {
        var sorted = pairs.stream().sorted(Comparator.comparingDouble(by)).toList();
        double before = missedAfter(sorted, by, 0);
        double area = 0;
        for (int i = 1; i <= STEPS; i++) {
            double now = missedAfter(sorted, by, MOST_DISCARDED * i / STEPS);
            area += (before + now) / 2 / STEPS;
            before = now;
        }
        return area;
    }

    /// Share of the pairs left that are missed, after `share` of all were thrown away.
    private static double missedAfter(
            List<Pair> sorted, java.util.function.ToDoubleFunction<Pair> by, double share) {
        int n = sorted.size();
        double cut = share * n;
        double kept = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            int missed = 0;
            while (to < n
                    && by.applyAsDouble(sorted.get(to)) == by.applyAsDouble(sorted.get(from))) {
                missed += sorted.get(to).missed ? 1 : 0;
                to++;
            }
            double left = Math.clamp((to - cut) / (to - from), 0, 1); // of these equal ones
            kept += left * missed;
            from = to;
        }
        return kept / (n - cut);
    }
}
