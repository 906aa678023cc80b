package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much skin the picture shows.
///
/// - **Unit, range**: square millimetres, 0 to the size of the glass; a thumb has about 400. More
///   is better.
/// - **Definition**: cells of 0.41 mm whose neighbourhood deviates by at least 6 gray levels and
///   changes as often as ridges do (see [CellMap]), holes closed, specks removed.
/// - **Source**: NFIQ 2 refuses below 50,000 pixels of foreground; the definition is our own.
/// - **Blind to**: whose skin it is, and whether it shows the centre of the print.
final class ForegroundArea implements Metric<Print> {
    /// Name of the reading.
    static final String NAME = "foreground-area";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reading measure(Print print) {
        return new Reading.Measured(name(), print.foregroundMm2(), "mm2");
    }
}
