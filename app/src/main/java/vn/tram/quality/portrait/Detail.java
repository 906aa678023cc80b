package vn.tram.quality.portrait;

import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// A window on the face with the frame's own pixels, neither scaled nor turned, for what only they
/// can tell.
final class Detail {
    /// The longest side, pixels.
    private static final int LONGEST = 640;

    private Detail() {}

    /// The middle of the box, in gray (ITU-R BT.601); at least one pixel of the frame.
    static Gray8 of(Pixels frame, Box face) {
        int left = start(face.centreX(), face.width(), frame.width());
        int top = start(face.centreY(), face.height(), frame.height());
        int width = length(left, face.centreX(), face.width(), frame.width());
        int height = length(top, face.centreY(), face.height(), frame.height());
        var levels = new byte[width * height];
        switch (frame) {
            case Gray8 gray -> {
                for (int i = 0; i < levels.length; i++) {
                    levels[i] = (byte) gray.at(left + i % width, top + i / width);
                }
            }
            case Rgb8 colours -> {
                for (int i = 0; i < levels.length; i++) {
                    levels[i] = (byte) luma(colours.at(left + i % width, top + i / width));
                }
            }
        }
        return Gray8.wrap(width, height, levels);
    }

    private static int start(double centre, double side, int limit) {
        return Math.clamp(Math.round(centre - Math.min(side, LONGEST) / 2), 0, limit - 1);
    }

    private static int length(int start, double centre, double side, int limit) {
        long end = Math.round(centre + Math.min(side, LONGEST) / 2);
        return Math.clamp(end - start, 1, Math.min(LONGEST, limit - start));
    }

    private static int luma(int rgb) {
        return (299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
    }
}
