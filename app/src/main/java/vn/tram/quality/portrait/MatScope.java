package vn.tram.quality.portrait;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

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

    @Override
    public void close() {
        held.reversed().forEach(Mat::release);
        held.clear();
    }
}
