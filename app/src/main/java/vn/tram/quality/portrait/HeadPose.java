package vn.tram.quality.portrait;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// How a head is turned against a camera that it looks straight into, degrees.
///
/// Signs as in ISO/IEC 19794-5, *pose angle*: each angle is what the citizen does.
///
/// @param yaw above 0 when looking to the citizen's own left
/// @param pitch above 0 when looking down
/// @param roll above 0 when the head is tilted to the citizen's right shoulder
record HeadPose(double yaw, double pitch, double roll) {
    /// The rotation that lays the average face over the mesh best: weighted Kabsch, seen in
    /// parallel perspective.
    ///
    /// A full camera model is not used: with an unknown focal length it takes a face beside the
    /// middle of the picture for a turned one.
    static HeadPose of(Landmarks face, CanonicalFace average) {
        var here = new double[3];
        var there = new double[3];
        double total = 0;
        for (var anchor : average.anchors()) {
            double w = anchor.weight();
            total += w;
            for (int i = 0; i < 3; i++) {
                here[i] += w * mesh(face, anchor, i);
                there[i] += w * canonical(anchor, i);
            }
        }
        var covariance = new double[9];
        for (var anchor : average.anchors()) {
            for (int row = 0; row < 3; row++) {
                double mesh = mesh(face, anchor, row) - here[row] / total;
                for (int column = 0; column < 3; column++) {
                    double canonical = canonical(anchor, column) - there[column] / total;
                    covariance[3 * row + column] += anchor.weight() * mesh * canonical;
                }
            }
        }
        return angles(rotation(covariance));
    }

    /// As seen by a camera whose own part is known.
    HeadPose at(CameraPitch camera) {
        return new HeadPose(yaw, pitch - camera.offset(), roll);
    }

    private static double mesh(Landmarks face, CanonicalFace.Anchor anchor, int axis) {
        return switch (axis) {
            case 0 -> face.x(anchor.landmark());
            case 1 -> face.y(anchor.landmark());
            default -> face.z(anchor.landmark());
        };
    }

    /// In the picture's axes: x right, y down, z away from the camera.
    private static double canonical(CanonicalFace.Anchor anchor, int axis) {
        return switch (axis) {
            case 0 -> anchor.x();
            case 1 -> -anchor.y();
            default -> -anchor.z();
        };
    }

    /// The rotation nearest to a covariance matrix, row by row; never a reflection.
    private static double[] rotation(double[] covariance) {
        try (var scope = new MatScope()) {
            var matrix = scope.own(new Mat(3, 3, CvType.CV_64F));
            matrix.put(0, 0, covariance);
            var w = scope.fresh();
            var u = scope.fresh();
            var vt = scope.fresh();
            Core.SVDecomp(matrix, w, u, vt);
            var mirror = scope.own(Mat.eye(3, 3, CvType.CV_64F));
            mirror.put(2, 2, Math.signum(Core.determinant(u) * Core.determinant(vt)));
            var half = scope.fresh();
            var full = scope.fresh();
            var nothing = scope.fresh();
            Core.gemm(u, mirror, 1, nothing, 0, half);
            Core.gemm(half, vt, 1, nothing, 0, full);
            var rotation = new double[9];
            full.get(0, 0, rotation);
            return rotation;
        }
    }

    /// The nose's direction is the third column turned round; the eyes' line is the first one.
    private static HeadPose angles(double[] r) {
        double yaw = Math.atan2(-r[2], r[8]);
        double pitch = Math.asin(Math.clamp(-r[5], -1.0, 1.0));
        double roll = -Math.atan2(r[3], r[0]);
        return new HeadPose(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
    }
}
