package vn.tram.ui.kit;

import java.util.List;

/// Which rows of a large platen are shown, so that fingers are seen large: a share of its height,
/// which moves only when a finger lies outside. Nothing slides under the eye while all goes well.
///
/// @param top 0 to 1, the first row as a share of all
/// @param bottom 0 to 1, above `top`
record Band(double top, double bottom) {
    /// Where fingers come to lie on a platen when nobody has seen them yet.
    static final Band MIDDLE = new Band(0.2, 0.8);

    /// Room over and under the outermost finger, as a share of the platen.
    private static final double MARGIN = 0.06;

    Band {
        if (!(0 <= top && top < bottom && bottom <= 1)) {
            throw new IllegalArgumentException("no band: " + top + " to " + bottom);
        }
    }

    /// This band while every outlined finger lies in it, else one of the same height or higher
    /// around them all.
    ///
    /// @param rows of the frame
    Band with(List<Mark> marks, double rows) {
        double first = 1;
        double last = 0;
        for (var mark : marks) {
            if (mark instanceof Mark.Outline(var box, _)) {
                double reach = reach(box.width(), box.height(), box.angle()) / 2;
                first = Math.min(first, (box.centreY() - reach) / rows);
                last = Math.max(last, (box.centreY() + reach) / rows);
            }
        }
        return first >= last || first >= top && last <= bottom
                ? this
                : around(first - MARGIN, last + MARGIN);
    }

    private Band around(double first, double last) {
        double height = Math.min(1, Math.max(bottom - top, last - first));
        double start = Math.clamp((first + last - height) / 2, 0, 1 - height);
        return new Band(start, Math.min(1, start + height));
    }

    /// How high a box is that stands askew.
    private static double reach(double width, double height, double angle) {
        double turned = Math.toRadians(angle);
        return Math.abs(Math.sin(turned)) * width + Math.abs(Math.cos(turned)) * height;
    }
}
