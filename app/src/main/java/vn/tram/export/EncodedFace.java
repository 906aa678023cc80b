package vn.tram.export;

import org.jmrtd.lds.iso19794.FaceImageInfo;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;
import vn.tram.imaging.Images;

/// A face, encoded losslessly for a record.
///
/// @param colourSpace as ISO/IEC 19794-5:2005 codes it
/// @param jpeg2000 not a copy: this package alone sees it, and only reads it
record EncodedFace(int width, int height, int colourSpace, byte[] jpeg2000) {
    /// Blocks while it encodes.
    static EncodedFace of(Pixels pixels) {
        int colourSpace =
                switch (pixels) {
                    case Gray8 _ -> FaceImageInfo.IMAGE_COLOR_SPACE_GRAY8;
                    case Rgb8 _ -> FaceImageInfo.IMAGE_COLOR_SPACE_RGB24;
                };
        return new EncodedFace(
                pixels.width(), pixels.height(), colourSpace, Images.jpeg2000(pixels));
    }

    @Override
    public String toString() {
        return "EncodedFace[" + width + "x" + height + "]";
    }
}
