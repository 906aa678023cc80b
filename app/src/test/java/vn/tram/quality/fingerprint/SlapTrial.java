package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.SlapSegmenter.Found;

/// Counts what the segmenter finds in staged slaps against what is there.
final class SlapTrial {
    /// How far a box may lie off, pixels at 500 ppi.
    static final double TOLERANCE = 64;

    /// As the shipped policies refuse.
    private static final double SURE = 0.02;

    private int slaps;
    private int sure;
    private int fingers;
    private int found;
    private int misnumbered;
    private int strangers;
    private int hands;
    private int handsRight;
    private int handsWrong;
    private int shorts;
    private int falseSuccesses;
    private int whole;
    private int wholeFound;
    private final List<Double> centres = new ArrayList<>();
    private final List<Double> sides = new ArrayList<>();
    private final List<Double> bottoms = new ArrayList<>();
    private final List<Double> turns = new ArrayList<>();

    /// What went wrong with one slap, in words; empty when nothing did.
    List<String> add(StagedSlap slap, SlapSegmenter segmenter) {
        var shown = segmenter.slap(slap.picture(), slap.ppi(), slap.slap(), slap.told());
        sure += shown.asAsked().isPresent() && shown.asAsked().getAsDouble() < SURE ? 1 : 0;
        var hand =
                shown.asAsked().stream()
                        .mapToObj(p -> p >= 0.5 ? slap.slap() : other(slap.slap()))
                        .findFirst();
        return add(slap, shown.fingers(), hand);
    }

    private static Position other(Position hand) {
        return hand == Position.RIGHT_FOUR ? Position.LEFT_FOUR : Position.RIGHT_FOUR;
    }

    private List<String> add(StagedSlap slap, List<Found> boxes, Optional<Position> hand) {
        var faults = new ArrayList<String>();
        double unit = slap.ppi() / 500;
        slaps++;
        int ofThis = 0;
        for (var tip : slap.fingers()) {
            fingers++;
            var near = boxes.stream().filter(f -> off(f.box(), tip.box()) < TOLERANCE * unit);
            var over = near.findFirst();
            if (over.isEmpty()) {
                faults.add("no box on " + tip.position());
                continue;
            }
            if (over.get().position() != tip.position()) {
                misnumbered++;
                faults.add(tip.position() + " taken for " + over.get().position());
            }
            found++;
            ofThis++;
            measure(over.get().box(), tip.box(), unit);
        }
        for (var box : boxes) {
            if (slap.fingers().stream().noneMatch(t -> off(box.box(), t.box()) < 150 * unit)) {
                strangers++;
                faults.add("no finger under " + box);
            }
        }
        int expected = slap.slap().members().size() - slap.told().size();
        if (!slap.absent().isEmpty()) {
            shorts++;
            if (boxes.size() >= expected) {
                falseSuccesses++;
                faults.add("short, but as many boxes as expected");
            }
        } else {
            whole++;
            wholeFound += ofThis == expected ? 1 : 0;
        }
        if (slap.slap() != Position.TWO_THUMBS && slap.fingers().size() >= 3) {
            hands++;
            handsRight += hand.equals(Optional.of(slap.slap())) ? 1 : 0;
            if (hand.isPresent() && hand.get() != slap.slap()) {
                handsWrong++;
                faults.add("hand taken for " + hand.get());
            }
        }
        return faults;
    }

    private static double off(Box a, Box b) {
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY());
    }

    private void measure(Box box, Box truth, double unit) {
        double cos = Math.cos(Math.toRadians(truth.angle()));
        double sin = Math.sin(Math.toRadians(truth.angle()));
        double dx = box.centreX() - truth.centreX();
        double dy = box.centreY() - truth.centreY();
        double u = dx * cos + dy * sin;
        double v = -dx * sin + dy * cos;
        double left = Math.abs(u - (box.width() - truth.width()) / 2);
        double right = Math.abs(u + (box.width() - truth.width()) / 2);
        double top = Math.abs(v - (box.height() - truth.height()) / 2);
        centres.add(Math.hypot(dx, dy) / unit);
        sides.add(Math.max(top, Math.max(left, right)) / unit);
        bottoms.add(Math.abs(v + (box.height() - truth.height()) / 2) / unit);
        turns.add(Math.abs(box.angle() - truth.angle()));
    }

    double recall() {
        return share(found, fingers);
    }

    double misnumberedShare() {
        return share(misnumbered, found);
    }

    double handsWrongShare() {
        return share(handsWrong, hands);
    }

    int falseSuccesses() {
        return falseSuccesses;
    }

    private static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }

    private static String percentiles(List<Double> values) {
        var sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted.length == 0
                ? "-"
                : Arrays.stream(new double[] {0.5, 0.95, 0.99})
                        .mapToObj(q -> sorted[(int) (q * (sorted.length - 1))])
                        .map(v -> String.format(Locale.ROOT, "%.0f", v))
                        .reduce((a, b) -> a + " / " + b)
                        .orElseThrow();
    }

    private static String counted(int part, int of) {
        return String.format(Locale.ROOT, "%d of %d (%.2f %%)", part, of, 100 * share(part, of));
    }

    @Override
    public String toString() {
        return String.join("\n", rows());
    }

    /// Rows of a Markdown table.
    List<String> rows() {
        return List.of(
                "| fingers with a box within 64 px | " + counted(found, fingers) + " |",
                "| slaps with all their fingers | " + counted(wholeFound, whole) + " |",
                "| boxes where no finger is | " + strangers + " in " + slaps + " slaps |",
                "| fingers given another's number | " + counted(misnumbered, found) + " |",
                "| hand decided rightly | " + counted(handsRight, hands) + " |",
                "| hand decided wrongly | " + counted(handsWrong, hands) + " |",
                "| hand refused as the other one | " + counted(sure, hands) + " |",
                "| short slaps that look whole | " + counted(falseSuccesses, shorts) + " |",
                "| centre of the box off, px, 50 / 95 / 99 % | " + percentiles(centres) + " |",
                "| worst of top and sides off, px | " + percentiles(sides) + " |",
                "| lower edge off, px | " + percentiles(bottoms) + " |",
                "| turn off, degrees | " + percentiles(turns) + " |");
    }
}
