package vn.tram.quality.portrait;

import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;

/// A face brought to one size and upright: 480 x 600 pixels, the eyes' centres at (180, 240) and
/// (300, 240), so 120 pixels apart.
///
/// @param picture in colour; what lay outside the frame repeats its border
/// @param luma the same in gray (ITU-R BT.601)
/// @param landmarks the mesh in this picture's pixels
/// @param oval the pixels inside the face's outline
record Aligned(Rgb8 picture, Gray8 luma, Landmarks landmarks, Region oval) {
    static final int WIDTH = 480;
    static final int HEIGHT = 600;
    static final Point LEFT_EYE = new Point(180, 240);
    static final Point RIGHT_EYE = new Point(300, 240);

    /// Between the eyes, pixels.
    static final double EYES_APART = 120;

    static Aligned of(Rgb8 picture, Landmarks landmarks) {
        return new Aligned(
                picture,
                picture.toGray(),
                landmarks,
                Region.inside(landmarks.outline(), picture.width(), picture.height()));
    }

    /// The mean colour of a region, taken in sRGB; not a number of none.
    Lab colour(Region region) {
        var sums = new double[3];
        for (var it = region.indices().iterator(); it.hasNext(); ) {
            int i = it.nextInt();
            int rgb = picture.at(i % picture.width(), i / picture.width());
            sums[0] += rgb >> 16;
            sums[1] += rgb >> 8 & 0xFF;
            sums[2] += rgb & 0xFF;
        }
        int count = region.size();
        return Lab.of(sums[0] / count, sums[1] / count, sums[2] / count);
    }

    /// What brings a face there.
    static Similarity similarity(Landmarks face) {
        return Similarity.of(face.leftEye(), face.rightEye(), LEFT_EYE, RIGHT_EYE);
    }
}
