package vn.tram.export;

import java.util.OptionalInt;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// One finger or slap, encoded losslessly for a record.
final class EncodedPrint {
    private final Position position;
    private final int width;
    private final int height;
    private final Resolution.Ppi resolution;
    private final OptionalInt score;
    private final byte[] png;

    private EncodedPrint(
            Position position, Gray8 pixels, Resolution.Ppi resolution, OptionalInt score) {
        this.position = position;
        this.width = pixels.width();
        this.height = pixels.height();
        this.resolution = resolution;
        this.score = score;
        this.png = Images.png(pixels, resolution);
    }

    /// @param score 0 to 100; empty when it was not judged
    static EncodedPrint of(
            Position position, Gray8 pixels, Resolution.Ppi resolution, OptionalInt score) {
        if (!position.isFinger() && !position.isSlap()) {
            throw new IllegalArgumentException(position + " is no print");
        }
        return new EncodedPrint(position, pixels, resolution, score);
    }

    Position position() {
        return position;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Resolution.Ppi resolution() {
        return resolution;
    }

    OptionalInt score() {
        return score;
    }

    /// Not a copy: this package alone sees it, and only reads it.
    byte[] png() {
        return png;
    }

    @Override
    public String toString() {
        return "EncodedPrint[" + position + ", " + width + "x" + height + "]";
    }
}
