package vn.tram.calibration;

import java.util.Locale;
import java.util.Optional;

/// What lies or stands before a device while a picture is taken for its calibration.
public enum View {
    /// A scanner's clean platen, nothing on it.
    CLEAN,
    /// The platen under the dark cover, or the dark uniform target.
    DARK,
    /// Ronchi bars, upright in the picture.
    BARS,
    /// The same bars, a quarter turned: level in the picture.
    BARS_TURNED,
    /// A grid of lines in both directions.
    GRID,
    /// Patches of bars of several frequencies, with a dark slanted square.
    BAR_CHART,
    /// A finger of one of several people.
    PRINT,
    /// A checkerboard before the camera.
    CHECKERBOARD,
    /// A gray card that fills the middle of the picture.
    GRAY_CARD,
    /// A dark slanted square where the eyes of a face will be.
    EYE_EDGE,
    /// A matt gray card or head where a face will be.
    FACE_PLACE,
    /// Somebody who looks straight into the camera.
    FRONTAL_FACE;

    /// As written in commands and certificates: `bars-turned`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether each picture of it stands for itself: where one is wrong the others are kept.
    public boolean standsAlone() {
        return this == CHECKERBOARD || this == FRONTAL_FACE || this == PRINT;
    }

    /// The view with that text, if there is one.
    public static Optional<View> ofText(String text) {
        for (var view : values()) {
            if (view.text().equals(text)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }
}
