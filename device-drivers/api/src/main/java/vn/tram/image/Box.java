package vn.tram.image;

/// A rectangle in a picture that may stand askew: where a finger or a face lies.
///
/// @param centreX column of its centre, pixels
/// @param centreY row of its centre, pixels
/// @param width along its own horizontal side, pixels, above 0
/// @param height along its own vertical side, pixels, above 0
/// @param angle how far it is turned clockwise as seen on the screen, degrees
public record Box(double centreX, double centreY, double width, double height, double angle) {
    public Box {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a box has a size: " + width + " x " + height);
        }
    }

    /// The upright box over a whole picture.
    public static Box whole(Pixels pixels) {
        return new Box(
                pixels.width() / 2.0, pixels.height() / 2.0, pixels.width(), pixels.height(), 0);
    }

    /// Turns places of the picture into places of the box and back, for many of them.
    public Axes axes() {
        return new Axes(this, Math.cos(Math.toRadians(angle)), Math.sin(Math.toRadians(angle)));
    }

    /// A box's own directions: across it to its right side, down it to its lower one, in pixels
    /// from its centre.
    ///
    /// @param cos and `sin`: of the box's angle
    public record Axes(Box box, double cos, double sin) {
        /// How far across the box a place of the picture lies.
        public double across(double x, double y) {
            return (x - box.centreX) * cos + (y - box.centreY) * sin;
        }

        /// How far down the box a place of the picture lies.
        public double down(double x, double y) {
            return (y - box.centreY) * cos - (x - box.centreX) * sin;
        }

        /// The column of the picture where a place of the box lies.
        public double x(double across, double down) {
            return box.centreX + across * cos - down * sin;
        }

        /// The row of the picture where a place of the box lies.
        public double y(double across, double down) {
            return box.centreY + across * sin + down * cos;
        }
    }

    /// The content, turned upright, bilinear, one pixel to one pixel; white where the box leaves
    /// the picture.
    public Gray8 cutFrom(Gray8 picture) {
        int columns = Math.max(1, (int) Math.round(width));
        int rows = Math.max(1, (int) Math.round(height));
        var axes = axes();
        double left = centreX - columns / 2.0;
        double top = centreY - rows / 2.0;
        if (angle == 0
                && isWholeIn(left, columns, picture.width())
                && isWholeIn(top, rows, picture.height())) {
            return picture.crop((int) left, (int) top, columns, rows);
        }
        var cut = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            double dy = row + 0.5 - rows / 2.0;
            for (int column = 0; column < columns; column++) {
                double dx = column + 0.5 - columns / 2.0;
                double x = axes.x(dx, dy) - 0.5;
                double y = axes.y(dx, dy) - 0.5;
                cut[row * columns + column] = (byte) Math.round(bilinear(picture, x, y));
            }
        }
        return Gray8.wrap(columns, rows, cut);
    }

    private static boolean isWholeIn(double from, int count, int size) {
        return from == Math.rint(from) && from >= 0 && from + count <= size;
    }

    private static double bilinear(Gray8 picture, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double fx = x - left;
        double fy = y - top;
        return (1 - fy)
                        * ((1 - fx) * level(picture, left, top)
                                + fx * level(picture, left + 1, top))
                + fy
                        * ((1 - fx) * level(picture, left, top + 1)
                                + fx * level(picture, left + 1, top + 1));
    }

    private static int level(Gray8 picture, int x, int y) {
        return x < 0 || y < 0 || x >= picture.width() || y >= picture.height()
                ? 255
                : picture.at(x, y);
    }
}
