package vn.tram.imaging;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// Between our pictures and OpenCV's. Every `Mat` made here belongs to the caller, who releases it.
///
/// OpenCV's colour order is B, G, R; ours is R, G, B. Loads OpenCV when it is not loaded.
public final class Mats {
    private Mats() {}

    /// A copy: `CV_8UC1` of gray, `CV_8UC3` in B, G, R of colour.
    public static Mat of(Pixels pixels) {
        return switch (pixels) {
            case Gray8 gray -> of(gray);
            case Rgb8 rgb -> of(rgb);
        };
    }

    /// A copy as `CV_8UC1`.
    public static Mat of(Gray8 gray) {
        OpenCv.load();
        var mat = new Mat(gray.height(), gray.width(), CvType.CV_8UC1);
        mat.put(0, 0, gray.toBytes());
        return mat;
    }

    /// A copy as `CV_8UC3` in OpenCV's order B, G, R.
    public static Mat of(Rgb8 rgb) {
        OpenCv.load();
        var mat = new Mat(rgb.height(), rgb.width(), CvType.CV_8UC3);
        mat.put(0, 0, rgb.toBytes());
        Imgproc.cvtColor(mat, mat, Imgproc.COLOR_RGB2BGR);
        return mat;
    }

    /// A copy of a `CV_8UC1` matrix.
    ///
    /// @throws IllegalArgumentException when it is of another type, or empty
    public static Gray8 gray(Mat mat) {
        return Gray8.wrap(mat.cols(), mat.rows(), samples(mat, CvType.CV_8UC1));
    }

    /// A copy of a `CV_8UC3` matrix in B, G, R.
    ///
    /// @throws IllegalArgumentException when it is of another type, or empty
    public static Rgb8 rgb(Mat mat) {
        var samples = samples(mat, CvType.CV_8UC3);
        for (int i = 0; i < samples.length; i += 3) {
            byte blue = samples[i];
            samples[i] = samples[i + 2];
            samples[i + 2] = blue;
        }
        return Rgb8.wrap(mat.cols(), mat.rows(), samples);
    }

    private static byte[] samples(Mat mat, int type) {
        if (mat.empty() || mat.type() != type) {
            throw new IllegalArgumentException(
                    "a matrix of "
                            + CvType.typeToString(type)
                            + " is wanted, this is "
                            + CvType.typeToString(mat.type())
                            + ", "
                            + mat.cols()
                            + "x"
                            + mat.rows());
        }
        var samples = new byte[Math.toIntExact(mat.total() * mat.elemSize())];
        mat.get(0, 0, samples); // row by row, also where the matrix is a part of another
        return samples;
    }
}
