package vn.tram.calibration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.device.Kind;
import vn.tram.domain.Reading;

/// What `config/calibration/` says: targets, limits, how long a certificate holds, and what follows
/// where there is none.
///
/// @param limits by the reading's name
/// @param scannerNeeds and `cameraNeeds`: readings without which no certificate is passed
/// @param scannerValidity and `cameraValidity`: from the measurement to the certificate's end
/// @param missing what follows when a device was never calibrated
/// @param expired when its certificate has ended
/// @param failed when a measure was beyond its limit, or the driver, firmware or program changed
/// @param longestExtension the most that a supervisor may add
public record Rules(
        List<Target> targets,
        Map<String, Limit> limits,
        List<String> scannerNeeds,
        List<String> cameraNeeds,
        Duration scannerValidity,
        Duration cameraValidity,
        Consequence missing,
        Consequence expired,
        Consequence failed,
        Duration longestExtension) {
    /// What may still be done with a device that is not proved fit.
    public enum Consequence {
        /// Everything; the operator is told.
        WARN,
        /// Captures in training only.
        TRAINING,
        /// Nothing.
        BLOCK
    }

    public Rules {
        targets = List.copyOf(targets);
        limits = Map.copyOf(limits);
        scannerNeeds = List.copyOf(scannerNeeds);
        cameraNeeds = List.copyOf(cameraNeeds);
    }

    public Optional<Target> target(String id) {
        return targets.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public Duration validity(Kind kind) {
        return switch (kind) {
            case SLAP_SCANNER, SINGLE_FINGER_SCANNER -> scannerValidity;
            case CAMERA -> cameraValidity;
            case CODE_READER -> throw notCalibrated();
        };
    }

    public List<String> needs(Kind kind) {
        return switch (kind) {
            case SLAP_SCANNER, SINGLE_FINGER_SCANNER -> scannerNeeds;
            case CAMERA -> cameraNeeds;
            case CODE_READER -> throw notCalibrated();
        };
    }

    private static IllegalArgumentException notCalibrated() {
        return new IllegalArgumentException("a code reader takes no pictures to be measured");
    }

    public List<Measure> judged(List<Reading.Measured> readings) {
        return readings.stream()
                .map(r -> new Measure(r, limits.getOrDefault(r.metric(), Limit.none())))
                .toList();
    }
}
