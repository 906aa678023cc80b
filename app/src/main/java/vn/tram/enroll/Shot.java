package vn.tram.enroll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// A frame and what it was judged to be.
record Shot(Frame frame, List<Judgement> judgements) {
    /// Reading of a portrait that was taken from the live picture, because the full still after it
    /// was refused; 1, in no unit.
    static final String FROM_PREVIEW = "taken-from-preview";

    private static final String EYES = "eyes-open";
    private static final String SHARP = "sharpness";

    Shot {
        judgements = List.copyOf(judgements);
    }

    /// Of two portraits the better one is greater: not refused first, then open eyes, then the
    /// sharper.
    static Comparator<Shot> merit() {
        return Comparator.comparing((Shot s) -> s.good(List.of(Position.FACE)))
                .thenComparing(Shot::eyesOpen)
                .thenComparingDouble(Shot::sharpness);
    }

    /// Whether everything expected is there and nothing refused.
    boolean good(List<Position> expected) {
        return expected.stream()
                .allMatch(p ->
                        judgements.stream()
                                .anyMatch(j ->
                                        j.position() == p
                                                && j.verdict().outcome()
                                                        != Verdict.Outcome.REFUSED));
    }

    /// Whether this frame of the live picture is taken in the full still's place: the still is
    /// refused and the frame is not, or the still is no larger and has less merit.
    boolean beats(Shot still, List<Position> expected) {
        if (!good(expected)) {
            return false;
        }
        var large = still.frame().pixels();
        var small = frame.pixels();
        boolean larger =
                (long) large.width() * large.height() > (long) small.width() * small.height();
        return !still.good(expected) || !larger && merit().compare(this, still) > 0;
    }

    private boolean eyesOpen() {
        return !judgements.isEmpty()
                && judgements.stream()
                        .flatMap(j -> j.verdict().checks().stream())
                        .filter(c -> c.reading().metric().equals(EYES))
                        .allMatch(Verdict.Check::holds);
    }

    private double sharpness() {
        return judgements.stream()
                .flatMap(j -> j.readings().stream())
                .filter(r -> r.metric().equals(SHARP))
                .mapToDouble(r -> r instanceof Reading.Measured(_, var value, _) ? value : 0)
                .max()
                .orElse(0);
    }

    /// Names of the metrics that refuse it; `nothing-found` when nobody is seen.
    String failed() {
        return judgements.isEmpty()
                ? "nothing-found"
                : judgements.stream()
                        .flatMap(j -> j.verdict().failed().stream())
                        .collect(Collectors.joining(" "));
    }

    /// The same, marked as taken from the live picture.
    Shot fromPreview() {
        return new Shot(
                frame,
                judgements.stream()
                        .map(j -> marked(j, new Reading.Measured(FROM_PREVIEW, 1, "1")))
                        .toList());
    }

    private static Judgement marked(Judgement j, Reading more) {
        var readings = new ArrayList<>(j.readings());
        readings.add(more);
        return j.with(readings, j.verdict());
    }
}
