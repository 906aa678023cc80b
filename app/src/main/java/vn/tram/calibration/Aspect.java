package vn.tram.calibration;

import java.util.List;
import vn.tram.device.Kind;

/// What of a device is measured with one target, in the order in which it is gone through.
public enum Aspect {
    GEOMETRY(false, "resolution-", "skew", "shear", "across-bar", "along-bar", "distortion"),
    UNIFORMITY(false, "snr-", "rows-", "pixels-", "areas-", "dead-pixels", "ghost"),
    CONTRAST(false, "ctf-", "mtf-"),
    /// Of prints of several people.
    GRAY_RANGE(false, "gray-levels"),
    LENS(true, "reprojection", "focal-length", "pixel-aspect", "lens-distortion"),
    LIGHT(true, "white-balance", "exposure", "clipped", "face-light"),
    SHARPNESS(true, "sharpness"),
    /// Of faces of several people.
    PITCH(true, "pitch-offset");

    private final boolean ofCamera;
    private final List<String> metrics;

    /// @param metrics names of its readings, or how they begin
    Aspect(boolean ofCamera, String... metrics) {
        this.ofCamera = ofCamera;
        this.metrics = List.of(metrics);
    }

    /// Whether such a device has it.
    public boolean isOf(Kind kind) {
        return switch (kind) {
            case CAMERA -> ofCamera;
            case SLAP_SCANNER, SINGLE_FINGER_SCANNER -> !ofCamera;
            case CODE_READER -> false;
        };
    }

    /// Whether it takes people instead of a target.
    public boolean wantsPeople() {
        return this == GRAY_RANGE || this == PITCH;
    }

    /// Whether a reading of that name is one of its own.
    public boolean has(String metric) {
        return metrics.stream().anyMatch(metric::startsWith);
    }

    /// What is measured with such a target.
    public static Aspect of(Target target) {
        return switch (target.geometry()) {
            case Target.Geometry.Ronchi _, Target.Geometry.Grid _ -> GEOMETRY;
            case Target.Geometry.DarkCover _ -> UNIFORMITY;
            case Target.Geometry.BarChart _ -> CONTRAST;
            case Target.Geometry.Checkerboard _ -> LENS;
            case Target.Geometry.GrayCard _ -> LIGHT;
            case Target.Geometry.SlantedSquare _ -> SHARPNESS;
        };
    }
}
