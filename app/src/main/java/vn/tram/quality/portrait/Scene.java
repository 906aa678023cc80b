package vn.tram.quality.portrait;

import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;

/// The whole frame squeezed to 256 x 256 pixels, and how much of each pixel is a person.
///
/// @param picture in colour
/// @param person 0 surely not to 255 surely a person
record Scene(Rgb8 picture, Gray8 person) {
    static final int SIDE = 256;

    /// From this level on a pixel shows a person more likely than not.
    private static final int LIKELY = 128;

    boolean showsPerson(int x, int y) {
        return person.at(x, y) >= LIKELY;
    }
}
