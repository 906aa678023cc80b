package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private Seats() {}

    /// Seats for the tips, which stand from left to right: as many as there are tips and expected
    /// fingers both. Spare tips, the smallest, go without. A lone thumb of two is the left one on
    /// the left half of the glass.
    ///
    /// @param middle column of the middle of the glass
    static List<Seat> of(
            Position slap, List<Position> expected, List<Blob> tips, double middle) {
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

    /// Which hand three or four tips belong to, left to right.
    static Position handOf(List<Blob> tips) {
        double right = leastMisfit(Position.RIGHT_FOUR, tips);
        double left = leastMisfit(Position.LEFT_FOUR, tips);
        return right <= left ? Position.RIGHT_FOUR : Position.LEFT_FOUR;
    }

    static double leastMisfit(Position slap, List<Blob> tips) {
        var members = slap.members();
        var inSpace = slap == Position.RIGHT_FOUR ? members : members.reversed();
        return misfit(slap, bestChoice(slap, inSpace, tips), tips);
    }
}
