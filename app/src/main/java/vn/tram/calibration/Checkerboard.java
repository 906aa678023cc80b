package vn.tram.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.imaging.Mats;
import vn.tram.imaging.OpenCv;

/// A camera's lens, by at least ten views of a checkerboard (OpenCV `calibrateCamera`, Zhang's
/// method).
///
/// - `reprojection`: root mean square of the distance from each corner to where the fitted lens
///   puts it, pixels.
/// - `focal-length`: mean of both axes, pixels.
/// - `pixel-aspect`: focal length down over across · 1 for square pixels.
/// - `lens-distortion`: how far the lens shifts the middle of the left and right border, per cent
///   of its distance from the middle, the larger of both.
public final class Checkerboard implements Procedure {
    static final int VIEWS = 10;

    private static final int LEAST_SIDE = 240;

    /// A board that spans less of the picture's width measures its middle only.
    private static final double LEAST_SPAN = 0.25;

    /// Corners of two views differ by at least this share of the picture's width, on the mean.
    private static final double LEAST_CHANGE = 0.02;

    private final Target.Geometry.Checkerboard board;

    public Checkerboard(Target.Geometry.Checkerboard board) {
        this.board = board;
    }

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.CHECKERBOARD, VIEWS);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(View.CHECKERBOARD, 1, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        OpenCv.load();
        var frames = shots.of(View.CHECKERBOARD);
        var size = frames.getFirst().pixels();
        var views = new ArrayList<Point[]>();
        for (var frame : frames) {
            var corners = corners(frame);
            var wrong = wrong(corners, views, size.width());
            if (wrong.isPresent()) {
                return new Answer.Do(wrong.get());
            }
            views.add(corners.orElseThrow());
        }
        return views.size() < VIEWS
                ? new Answer.Do(
                        new Instruction.MorePictures(View.CHECKERBOARD, views.size(), VIEWS))
                : fitted(views, new Size(size.width(), size.height()));
    }

    private static Optional<Instruction> wrong(
            Optional<Point[]> corners, List<Point[]> before, int width) {
        if (corners.isEmpty()) {
            return Optional.of(new Instruction.NoTarget(View.CHECKERBOARD));
        }
        var found = corners.get();
        double left = width;
        double right = 0;
        for (var corner : found) {
            left = Math.min(left, corner.x);
            right = Math.max(right, corner.x);
        }
        if (right - left < LEAST_SPAN * width) {
            return Optional.of(new Instruction.MoveCloser());
        }
        boolean known = before.stream().anyMatch(b -> change(b, found) < LEAST_CHANGE * width);
        return known
                ? Optional.of(new Instruction.AnotherAngle(before.size(), VIEWS))
                : Optional.empty();
    }

    private static double change(Point[] a, Point[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.hypot(a[i].x - b[i].x, a[i].y - b[i].y);
        }
        return sum / a.length;
    }

    private Optional<Point[]> corners(Frame frame) {
        var gray = Mats.of(frame.pixels().toGray());
        var corners = new MatOfPoint2f();
        try {
            boolean found =
                    Calib3d.findChessboardCorners(
                            gray,
                            new Size(board.columns(), board.rows()),
                            corners,
                            Calib3d.CALIB_CB_ADAPTIVE_THRESH
                                    | Calib3d.CALIB_CB_NORMALIZE_IMAGE
                                    | Calib3d.CALIB_CB_FAST_CHECK);
            if (!found) {
                return Optional.empty();
            }
            Imgproc.cornerSubPix(
                    gray,
                    corners,
                    new Size(5, 5),
                    new Size(-1, -1),
                    new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 40, 0.001));
            return Optional.of(corners.toArray());
        } finally {
            gray.release();
            corners.release();
        }
    }

    private Answer fitted(List<Point[]> views, Size size) {
        var objects = new ArrayList<Mat>();
        var images = new ArrayList<Mat>();
        for (var view : views) {
            objects.add(new MatOfPoint3f(places()));
            images.add(new MatOfPoint2f(view));
        }
        var camera = Mat.eye(3, 3, CvType.CV_64F);
        var lens = Mat.zeros(5, 1, CvType.CV_64F);
        var turns = new ArrayList<Mat>();
        var shifts = new ArrayList<Mat>();
        try {
            double rms =
                    Calib3d.calibrateCamera(
                            objects,
                            images,
                            size,
                            camera,
                            lens,
                            turns,
                            shifts,
                            Calib3d.CALIB_FIX_K3 | Calib3d.CALIB_ZERO_TANGENT_DIST);
            double fx = camera.get(0, 0)[0];
            double fy = camera.get(1, 1)[0];
            double reach = size.width / 2 / fx;
            double square = reach * reach;
            double distortion =
                    100 * (lens.get(0, 0)[0] * square + lens.get(1, 0)[0] * square * square);
            if (!Double.isFinite(rms + fx + fy + distortion)) {
                return new Answer.Do(new Instruction.AnotherAngle(0, VIEWS));
            }
            return new Answer.Measured(
                    List.of(
                            new Reading.Measured("reprojection", rms, "pixels"),
                            new Reading.Measured("focal-length", (fx + fy) / 2, "pixels"),
                            new Reading.Measured("pixel-aspect", fy / fx, "ratio"),
                            new Reading.Measured("lens-distortion", distortion, "percent")));
        } finally {
            objects.forEach(Mat::release);
            images.forEach(Mat::release);
            turns.forEach(Mat::release);
            shifts.forEach(Mat::release);
            camera.release();
            lens.release();
        }
    }

    private Point3[] places() {
        var places = new Point3[board.columns() * board.rows()];
        for (int i = 0; i < places.length; i++) {
            places[i] =
                    new Point3(
                            i % board.columns() * board.squareMm(),
                            i / board.columns() * board.squareMm(),
                            0);
        }
        return places;
    }
}
