package vn.tram.quality.portrait;

import java.util.List;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;

/// How far down people who look straight ahead seem to look at one camera: its height and tilt, and
/// what the average face lacks. A value of the camera's calibration; the judge takes it off every
/// pitch.
///
/// @param offset degrees, above 0 where frontal faces seem to look down
public record CameraPitch(double offset) {
    /// A camera nobody has calibrated.
    ///
    /// Source: 39 frontal photographs of many cameras measured −7 to 14, about 5 on the mean; the
    /// middle of that range is 3.5, and 3 leaves limits of −11 and 11 where they always were.
    public static final CameraPitch UNKNOWN = new CameraPitch(3);

    /// For measuring what [#learned] wants: nothing is taken off.
    public static final CameraPitch NONE = new CameraPitch(0);

    /// So many faces at least: three people do not make an average.
    public static final int LEAST_FACES = 5;

    /// A camera further off hangs askew: degrees.
    public static final double MOST = 15;

    /// @throws IllegalArgumentException when the camera would look past any face
    public CameraPitch {
        if (!(Math.abs(offset) <= MOST)) {
            throw new IllegalArgumentException("a camera that hangs askew: " + offset);
        }
    }

    /// The camera's part, from what an *uncalibrated* judge ([#NONE]) measured at different people
    /// who looked straight into it.
    ///
    /// @throws IllegalArgumentException with fewer than [#LEAST_FACES], or when the camera hangs
    ///   askew
    public static CameraPitch learned(List<Judgement> faces) {
        if (faces.size() < LEAST_FACES) {
            throw new IllegalArgumentException("too few faces: " + faces.size());
        }
        return new CameraPitch(middle(faces));
    }

    /// The median of the pitches that were measured at these faces, of which there is at least one;
    /// degrees.
    public static double middle(List<Judgement> faces) {
        var pitches =
                faces.stream()
                        .flatMap(face -> face.readings().stream())
                        .filter(r -> r.metric().equals("head-pose-pitch"))
                        .filter(Reading.Measured.class::isInstance)
                        .mapToDouble(r -> ((Reading.Measured) r).value())
                        .sorted()
                        .toArray();
        int half = pitches.length / 2;
        return pitches.length % 2 == 1 ? pitches[half] : (pitches[half - 1] + pitches[half]) / 2;
    }
}
