package vn.tram.calibration;

import java.time.LocalDate;
import java.util.List;

/// A physical target of this station, as its own papers describe it.
///
/// @param id as engraved or written on it, such as `RT-08`
/// @param certifiedBy whose papers say what it measures
/// @param validUntil last day on which they do
public record Target(String id, Geometry geometry, String certifiedBy, LocalDate validUntil) {
    /// What is on it.
    public sealed interface Geometry {
        /// Bars as wide as the gaps between them.
        record Ronchi(double cyclesPerMm) implements Geometry {}

        /// Bright fields between dark lines of their own width, both ways.
        record Grid(double cyclesPerMm) implements Geometry {}

        /// Patches of bars, `patchMm` each side, a dark slanted square of that size and a bright
        /// margin.
        ///
        /// @param cyclesPerMm one frequency a patch
        record BarChart(List<Double> cyclesPerMm, double patchMm) implements Geometry {
            public BarChart {
                cyclesPerMm = List.copyOf(cyclesPerMm);
            }
        }

        /// A uniform dark cover for the platen.
        record DarkCover() implements Geometry {}

        /// @param columns and `rows`: of inner corners
        record Checkerboard(int columns, int rows, double squareMm) implements Geometry {}

        /// A matt gray card, 18 % unless its papers say else.
        record GrayCard(double reflectance) implements Geometry {}

        /// A dark square on a bright card.
        record SlantedSquare() implements Geometry {}
    }

    public boolean validOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }
}
