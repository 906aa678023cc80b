package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.tram.image.Position;

/// Gives fingertips their positions.
final class Seats {
    /// Whose tip it is.
    record Seat(Position position, Blob tip) {}

    /// How far the tips of index, middle, ring and little finger stand out, in finger widths,
    /// upwards. From hand proportions; measured on inked slaps, 2026-11.
    private static final double[] REACH = {0.0, 0.55, 0.3, -0.75};

    /// Distance of neighbouring fingers, in finger widths.
    private static final double PITCH = 1.15;

    /// What tells the hands apart: weights of the difference of misfits, in proportion, and of the
    /// logarithm of the widths of first and last finger. Fitted by eye to staged slaps, 2026-11.
    private static final double HEIGHTS = 3;

    private static final double USUAL_MISFIT = 0.6;
    private static final double WIDTHS = 9;
    private static final double MOST_ENDS = 0.25;

    private Seats() {}

    /// Seats for the tips, which stand from left to right: as many as there are tips and expected
    /// fingers both. Spare tips, the smallest, go without. A lone thumb of two is the left one on
    /// the left half of the glass.
    ///
    /// @param middle column of the middle of the glass
    static List<Seat> of(Position slap, List<Position> expected, List<Blob> tips, double middle) {
        var kept =
                tips.stream()
                        .sorted(Comparator.comparingInt(Blob::area).reversed())
                        .limit(expected.size())
                        .sorted(Comparator.comparingInt(Blob::left))
                        .toList();
        var inSpace = slap == Position.RIGHT_FOUR ? expected : expected.reversed();
        var seats = new ArrayList<Seat>();
        var best =
                slap == Position.TWO_THUMBS && kept.size() == 1 && expected.size() == 2
                        ? List.of(inSpace.get(centre(kept.getFirst()) < middle ? 0 : 1))
                        : bestChoice(slap, inSpace, kept);
        for (int i = 0; i < kept.size(); i++) {
            seats.add(new Seat(best.get(i), kept.get(i)));
        }
        return seats;
    }

    /// The choice of as many positions as tips, in order, that fits gaps and heights best.
    private static List<Position> bestChoice(
            Position slap, List<Position> inSpace, List<Blob> tips) {
        List<Position> best = List.of();
        double bestMisfit = Double.POSITIVE_INFINITY;
        for (int choice = 0; choice < 1 << inSpace.size(); choice++) {
            if (Integer.bitCount(choice) != tips.size()) {
                continue;
            }
            var chosen = new ArrayList<Position>();
            for (int i = 0; i < inSpace.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    chosen.add(inSpace.get(i));
                }
            }
            double misfit = misfit(slap, chosen, tips);
            if (misfit < bestMisfit) {
                bestMisfit = misfit;
                best = chosen;
            }
        }
        return best;
    }

    /// How badly `tips` stand for these positions, in squared finger widths.
    private static double misfit(Position slap, List<Position> chosen, List<Blob> tips) {
        var order = slap.members();
        int n = tips.size();
        if (slap == Position.TWO_THUMBS || n < 2) {
            return 0;
        }
        double width = tips.stream().mapToInt(Blob::width).average().orElseThrow();
        double sum = 0;
        double meanHeight = 0;
        var heights = new double[n];
        for (int i = 0; i < n; i++) {
            heights[i] = -tips.get(i).top() / width - REACH[order.indexOf(chosen.get(i))];
            meanHeight += heights[i] / n;
        }
        for (int i = 0; i < n; i++) {
            sum += (heights[i] - meanHeight) * (heights[i] - meanHeight);
            if (i > 0) {
                double apart = (centre(tips.get(i)) - centre(tips.get(i - 1))) / width;
                int seats =
                        Math.abs(order.indexOf(chosen.get(i)) - order.indexOf(chosen.get(i - 1)));
                sum += (apart - PITCH * seats) * (apart - PITCH * seats);
            }
        }
        return sum;
    }

    private static double centre(Blob tip) {
        return (tip.left() + tip.right()) / 2.0;
    }

    /// How likely three or four tips, from left to right, are of the right hand and not of the
    /// left: 0 to 1. Tells by the heights of the tips, and by the little finger being the narrower
    /// end.
    ///
    /// @param missing fingers known not to come, of either hand; the other hand is then thought to
    ///   lack the same ones
    static double ofRightHand(List<Blob> tips, Set<Position> missing) {
        double right = leastMisfit(Position.RIGHT_FOUR, tips, missing);
        double left = leastMisfit(Position.LEFT_FOUR, tips, missing);
        double heights = HEIGHTS * (left - right) / (USUAL_MISFIT + Math.min(left, right));
        double ends = Math.log((double) tips.getFirst().width() / tips.getLast().width());
        return 1 / (1 + Math.exp(-heights - WIDTHS * Math.clamp(ends, -MOST_ENDS, MOST_ENDS)));
    }

    private static double leastMisfit(Position slap, List<Blob> tips, Set<Position> missing) {
        var gone = missing.stream().map(p -> p.slap().members().indexOf(p)).toList();
        var members = slap.members();
        var there = members.stream().filter(p -> !gone.contains(members.indexOf(p))).toList();
        var inSpace = slap == Position.RIGHT_FOUR ? there : there.reversed();
        return misfit(slap, bestChoice(slap, inSpace, tips), tips);
    }
}
