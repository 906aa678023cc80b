package vn.tram.calibration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Digest;

/// The outcome of a device's calibration, passed or not.
///
/// @param driver scheme and version, such as `zfm 0.1.0`
/// @param program version of the station
/// @param technician account of who measured
/// @param until from then on it has ended; the earlier of the rule's and the targets' own end
/// @param missing readings that the rules want and nobody measured
/// @param pictures what was measured, by the digest of its samples
public record Certificate(
        int number,
        Subject device,
        String driver,
        String program,
        String station,
        String technician,
        Instant at,
        Instant until,
        List<UsedTarget> targets,
        List<Measure> measures,
        List<String> missing,
        List<Curve> curves,
        List<RawPicture> pictures,
        Optional<Digest> before)
        implements Entry {
    /// A target as its own papers were on that day.
    public record UsedTarget(String id, String certifiedBy, LocalDate validUntil) {}

    /// @param digest SHA-256 of the samples (`Pixels.toBytes`)
    public record RawPicture(View view, int width, int height, Digest digest) {}

    public Certificate {
        targets = List.copyOf(targets);
        measures = List.copyOf(measures);
        missing = List.copyOf(missing);
        curves = List.copyOf(curves);
        pictures = List.copyOf(pictures);
    }

    /// Whether everything that is wanted was measured and lies within its limit.
    public boolean passed() {
        return !measures.isEmpty()
                && missing.isEmpty()
                && measures.stream().allMatch(Measure::passed);
    }
}
