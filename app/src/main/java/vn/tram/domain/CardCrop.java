package vn.tram.domain;

import java.util.List;
import java.util.Optional;
import vn.tram.image.Box;

/// The part of a portrait's frame that becomes a card's picture: upright, the eyes level, at the
/// format's place and size. Told by the face's points alone, so it can be told again from the
/// readings that are kept.
///
/// @param format of the card's picture
/// @param box in the frame, pixels, turned with the head
/// @param width of the picture, pixels: never more than the box has
/// @param height likewise
/// @param head chin to crown over the picture's height
public record CardCrop(CardFormat format, Box box, int width, int height, double head) {
    /// The points it hangs on. Left and right are the picture's.
    public enum Anchor {
        LEFT_EYE("left-eye"),
        RIGHT_EYE("right-eye"),
        CHIN("chin");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }

        /// Name of the reading that tells its column, pixels.
        public String column() {
            return word + "-x";
        }

        /// Name of the reading that tells its row, pixels.
        public String row() {
            return word + "-y";
        }
    }

    /// How finely the head's size is tried between the format's least and greatest.
    private static final int TRIES = 20;

    /// The cut that shows the head as near to the format's ideal size as the frame allows.
    ///
    /// @param readings of the face, with its points
    /// @param frameWidth and `frameHeight`: pixels
    /// @return empty when a point was not measured, or the frame ends within every cut that shows
    ///   the head small enough: nothing is ever painted beyond the frame
    public static Optional<CardCrop> of(
            CardFormat format, List<Reading> readings, int frameWidth, int frameHeight) {
        var points = new double[2 * Anchor.values().length];
        for (var anchor : Anchor.values()) {
            var x = Reading.value(readings, anchor.column());
            var y = Reading.value(readings, anchor.row());
            if (x.isEmpty() || y.isEmpty()) {
                return Optional.empty();
            }
            points[2 * anchor.ordinal()] = x.getAsDouble();
            points[2 * anchor.ordinal() + 1] = y.getAsDouble();
        }
        for (int i = 0; i <= TRIES; i++) {
            double head = format.head() + i * (format.mostHead() - format.head()) / TRIES;
            var crop = of(format, points, head);
            if (crop.inside(frameWidth, frameHeight)) {
                return Optional.of(crop);
            }
        }
        return Optional.empty();
    }

    private static CardCrop of(CardFormat format, double[] points, double head) {
        double turn = Math.atan2(points[3] - points[1], points[2] - points[0]);
        double eyesX = (points[0] + points[2]) / 2;
        double eyesY = (points[1] + points[3]) / 2;
        double length = 2 * Math.hypot(points[4] - eyesX, points[5] - eyesY);
        double high = Math.max(1, length / head);
        double wide = high * format.widthMm() / format.heightMm();
        // the eyes lie above the middle by this much, along the head's own axis
        double above = (0.5 - format.eyes()) * high;
        var box =
                new Box(
                        eyesX - above * Math.sin(turn),
                        eyesY + above * Math.cos(turn),
                        wide,
                        high,
                        Math.toDegrees(turn));
        int height = (int) Math.min(format.mostRows(), Math.floor(high));
        int width = (int) Math.max(1, Math.round(height * format.widthMm() / format.heightMm()));
        return new CardCrop(format, box, width, Math.max(1, height), head);
    }

    /// Whether its four corners lie in a frame of that size.
    private boolean inside(int frameWidth, int frameHeight) {
        double cos = Math.abs(Math.cos(Math.toRadians(box.angle())));
        double sin = Math.abs(Math.sin(Math.toRadians(box.angle())));
        double across = (box.width() * cos + box.height() * sin) / 2;
        double down = (box.width() * sin + box.height() * cos) / 2;
        return box.centreX() >= across
                && box.centreX() <= frameWidth - across
                && box.centreY() >= down
                && box.centreY() <= frameHeight - down;
    }
}
