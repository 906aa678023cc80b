package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.quality.Trace;

/// Finds the fingertips in a slap and tells whose they are.
///
/// A box holds the distal phalanx: upright with its finger, tight, its lower edge at the joint. All
/// fingers of a slap share one turn, up to 45 degrees. What is too wide for a finger (a palm) and
/// too small (handwriting, dust) is left out. Source of the conventions: NIST SlapSeg III plan, BSI
/// TR-03121-3.
///
/// Positions follow from the order in space: seen in the picture, the right hand's fingers stand
/// index to little from left to right, the left hand's little to index, thumbs left before right.
public final class SlapSegmenter {
    /// A fingertip that was found.
    ///
    /// @param box in the picture, pixels
    public record Found(Position position, Box box) {}

    /// Sizes of adult and children's fingers as they touch the glass, in cells.
    private static final double NARROWEST = cells(6);

    private static final double WIDEST = cells(28);
    private static final double WIDEST_PAIR = cells(110);
    private static final double SMALLEST_AREA = cells(6) * cells(7);
    private static final double LARGEST_HOLE = cells(5) * cells(5);

    /// Cells taken off and put back all around: strokes of writing are thinner than 3 mm.
    private static final int OPENING = 3;

    /// Gaps of twice that many cells are closed where fingers are wanting.
    private static final int CLOSING = 2;

    /// Share of its rectangle that a finger's part fills; an ellipse fills 0.79, writing less.
    private static final double LEAST_FILL = 0.48;

    /// Writing and stamps are marked unevenly, 0.6 to 0.8; of 310 staged fingertips, dry and worn
    /// ones among them, a hundredth has less than 0.66.
    private static final double LEAST_EVENNESS = 0.65;

    /// How thin the silhouette must get between two fingers, as a share of the thinner one.
    private static final double NOTCH = 0.85;

    /// The same where the whole is no wider than a broad finger: there a pale streak along one
    /// finger must not part it.
    private static final double DEEP_NOTCH = 0.5;

    private static final double USUAL_WIDTH = cells(17);

    /// By how much the fingers' own axes may correct the turn, degrees; less than the least is not
    /// worth it.
    private static final double MOST_MORE = 20;

    private static final double LEAST_MORE = 1.5;

    private static double cells(double mm) {
        return mm / CellMap.CELL_MM;
    }

    /// What a picture shows of a slap.
    ///
    /// @param fingers in order of merit; may be fewer than expected, never more
    /// @param asAsked how likely they are of the hand that was asked for and not of the other, 0 to
    ///   1; empty for thumbs and for fewer than three fingers, where geometry cannot tell
    public record Slap(List<Found> fingers, OptionalDouble asAsked) {
        static final Slap EMPTY = new Slap(List.of(), OptionalDouble.empty());
    }

    /// The fingers of `slap` that are on the glass, in order of merit. May be fewer than expected,
    /// never more.
    ///
    /// @param ppi of the picture
    /// @param missing fingers known not to come
    public List<Found> segment(Gray8 picture, double ppi, Position slap, Set<Position> missing) {
        return slap(picture, ppi, slap, missing).fingers();
    }

    /// The same, and how likely the hand is the one asked for.
    public Slap slap(Gray8 picture, double ppi, Position slap, Set<Position> missing) {
        var expected = slap.members().stream().filter(p -> !missing.contains(p)).toList();
        if (expected.isEmpty() || !isLargeEnough(picture)) {
            return Slap.EMPTY;
        }
        var seen = seen(picture, ppi, expected.size());
        Trace.note("slap-angle", seen.turned.angle());
        Trace.note("slap-fingers", seen.tips.size());
        var seats = Seats.of(slap, expected, seen.tips, seen.turned.mask().columns / 2.0);
        var fingers =
                seats.stream()
                        .map(seat -> new Found(seat.position(), seen.boxOf(seat.tip())))
                        .sorted(Comparator.comparingInt(f -> slap.members().indexOf(f.position())))
                        .toList();
        boolean hand = slap != Position.TWO_THUMBS && isHand(seats.size());
        var tips = seats.stream().map(Seats.Seat::tip).toList();
        return new Slap(
                fingers,
                hand
                        ? OptionalDouble.of(asAsked(slap, Seats.ofRightHand(tips, missing)))
                        : OptionalDouble.empty());
    }

    private static double asAsked(Position slap, double right) {
        return slap == Position.RIGHT_FOUR ? right : 1 - right;
    }

    private static boolean isHand(int fingers) {
        return fingers == 3 || fingers == 4;
    }

    private static boolean isLargeEnough(Gray8 picture) {
        return picture.width() >= 16 && picture.height() >= 16;
    }

    /// Which slap a picture shows: that of the likelier hand. Two fingers are taken for thumbs;
    /// fewer or more than a hand has tell nothing.
    ///
    /// @param missing fingers known not to come, of either hand
    public Optional<Position> slapIn(Gray8 picture, double ppi, Set<Position> missing) {
        if (!isLargeEnough(picture)) {
            return Optional.empty();
        }
        var tips = seen(picture, ppi, 4 - Math.min(3, missing.size())).tips;
        if (isHand(tips.size())) {
            boolean right = Seats.ofRightHand(tips, missing) >= 0.5;
            return Optional.of(right ? Position.RIGHT_FOUR : Position.LEFT_FOUR);
        }
        return tips.size() == 2 ? Optional.of(Position.TWO_THUMBS) : Optional.empty();
    }

    /// The fingertips in a picture, from left to right.
    ///
    /// @param cell side of the map's cells, pixels
    private record Seen(Turned turned, List<Blob> tips, int cell) {
        Box boxOf(Blob tip) {
            return turned.box(tip.left(), tip.top(), tip.right(), tip.bottom(), cell);
        }
    }

    /// The fingertips as they show at once; where these are fewer than `wanted`, with the gaps
    /// closed that dry and worn skin leaves, if that shows more and not too many.
    private static Seen seen(Gray8 picture, double ppi, int wanted) {
        var map = CellMap.of(picture, ppi);
        var ridged = map.ridged();
        var seen = seen(map, ridged.filled((int) LARGEST_HOLE));
        if (seen.tips.size() >= wanted) {
            return seen;
        }
        var closed = ridged.dilated(CLOSING).filled((int) LARGEST_HOLE).eroded(CLOSING);
        var more = seen(map, closed);
        boolean better = more.tips.size() > seen.tips.size() && more.tips.size() <= wanted;
        return better ? more : seen;
    }

    private static Seen seen(CellMap map, Mask ridged) {
        var turned = upright(ridged, map.ink());
        return new Seen(turned, tips(turned), map.cell);
    }

    /// The map turned so that the fingers stand upright: first by the gaps between them, then by
    /// their own long axes.
    private static Turned upright(Mask ridged, float[] ink) {
        var firm = ridged.eroded(OPENING).dilated(OPENING); // what is thin goes, fingers stay
        var first = Turned.back(firm, ink, Tilt.of(firm));
        var leans = fingers(first.mask()).stream().map(Blob::merged).map(Lean::of).toList();
        double more = Lean.of(leans).degrees(MOST_MORE);
        return Math.abs(more) < LEAST_MORE
                ? first
                : Turned.back(firm, ink, Math.clamp(first.angle() + more, -Tilt.MOST, Tilt.MOST));
    }

    /// Every fingertip in an upright map, from left to right.
    private static List<Blob> tips(Turned turned) {
        return fingers(turned.mask()).stream()
                .map(parts -> FingertipCut.tip(parts, turned))
                .filter(tip -> tip.width() >= NARROWEST && tip.area() >= SMALLEST_AREA)
                .filter(tip -> FingertipCut.evenness(tip, turned) >= LEAST_EVENNESS)
                .filter(tip -> tip.width() <= WIDEST && tip.height() >= 0.6 * tip.width())
                .sorted(Comparator.comparingInt(Blob::left))
                .toList();
    }

    /// The parts of every finger in an upright mask.
    private static List<List<Blob>> fingers(Mask mask) {
        var parts = new ArrayList<Blob>();
        for (var blob : mask.eroded(1).blobs()) {
            if (blob.area() >= SMALLEST_AREA / 3 && blob.width() <= WIDEST_PAIR) {
                split(blob).stream().filter(p -> p.fill() >= LEAST_FILL).forEach(parts::add);
            }
        }
        return columnsOf(parts);
    }

    /// Fingers that touch each other, parted where the silhouette is thinnest. What has no notch
    /// there is a palm, and no part of it is a finger.
    private static List<Blob> split(Blob blob) {
        if (blob.width() <= WIDEST) {
            return blob.width() <= USUAL_WIDTH ? List.of(blob) : neighboursParted(blob);
        }
        int fingers = (int) Math.max(2, Math.round(blob.width() / USUAL_WIDTH));
        var counts = blob.columnCounts();
        var parts = new ArrayList<Blob>();
        int from = 0;
        for (int i = 1; i <= fingers; i++) {
            double near = (double) counts.length * i / fingers;
            double slack = 0.35 * counts.length / fingers;
            int to = i == fingers ? counts.length : thinnest(counts, near, slack);
            if (i < fingers && notch(counts, to) > NOTCH) {
                return List.of();
            }
            if (to > from) {
                parts.add(blob.columns(blob.left() + from, blob.left() + to));
            }
            from = to;
        }
        return parts;
    }

    /// Two narrow fingers, or one and the rim of its neighbour on the card, that are together as
    /// wide as a broad one.
    private static List<Blob> neighboursParted(Blob blob) {
        var counts = blob.columnCounts();
        int deepest =
                IntStream.range(1, counts.length - 1)
                        .boxed()
                        .min(Comparator.comparingDouble(at -> notch(counts, at)))
                        .orElseThrow();
        return notch(counts, deepest) <= DEEP_NOTCH
                ? List.of(
                        blob.columns(blob.left(), blob.left() + deepest),
                        blob.columns(blob.left() + deepest, blob.right()))
                : List.of(blob);
    }

    private static int thinnest(int[] counts, double near, double slack) {
        int best = (int) near;
        double least = Double.POSITIVE_INFINITY;
        int from = Math.max(1, (int) (near - slack));
        int to = Math.min(counts.length - 1, (int) (near + slack));
        for (int i = from; i <= to; i++) {
            double thickness = counts[i] * (1 + 0.2 * Math.abs(i - near) / slack);
            if (thickness < least) {
                least = thickness;
                best = i;
            }
        }
        return best;
    }

    /// How thin the silhouette is there, as a share of the thinner side's thickest place.
    private static double notch(int[] counts, int at) {
        int left = Arrays.stream(counts, 0, at).max().orElse(0);
        int right = Arrays.stream(counts, at, counts.length).max().orElse(0);
        return counts[at] / (double) Math.max(1, Math.min(left, right));
    }

    /// Parts that stand above one another belong to one finger: tip, joint, next phalanx.
    private static List<List<Blob>> columnsOf(List<Blob> parts) {
        var columns = new ArrayList<List<Blob>>();
        var bySize = parts.stream().sorted(Comparator.comparingInt(Blob::area).reversed()).toList();
        for (var part : bySize) {
            var home = columns.stream().filter(c -> standsOver(c.getFirst(), part)).findFirst();
            home.ifPresentOrElse(
                    c -> c.add(part), () -> columns.add(new ArrayList<>(List.of(part))));
        }
        return columns;
    }

    private static boolean standsOver(Blob a, Blob b) {
        int shared = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        return shared >= 0.5 * Math.min(a.width(), b.width());
    }
}
