package vn.tram.quality.portrait;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/// Releases the native memory of every matrix it was given, newest first, when it is closed.
///
/// A matrix holds megabytes that the garbage collector does not see; at ten frames a second it
/// would come too late.
final class MatScope implements AutoCloseable {
    private final List<Mat> held = new ArrayList<>();

    <M extends Mat> M own(M matrix) {
        held.add(matrix);
        return matrix;
    }

    /// An empty matrix to be filled.
    Mat fresh() {
        return own(new Mat());
    }

    /// A part of a picture, which shares its pixels; held like all else, for the same reason as in
    /// [#floats].
    Mat part(Mat picture, Rect part) {
        return own(picture.submat(part));
    }

    /// The first `count` numbers of a matrix of floats of whatever shape.
    ///
    /// What `reshape` makes is held until the end like all else: the collector may take a matrix
    /// that no Java code will touch again, and free it, while native code still reads from it.
    float[] floats(Mat matrix, int count) {
        var values = new float[count];
        own(matrix.reshape(1, 1)).get(0, 0, values);
        return values;
    }

    @Override
    public void close() {
        held.reversed().forEach(Mat::release);
        held.clear();
    }
}
