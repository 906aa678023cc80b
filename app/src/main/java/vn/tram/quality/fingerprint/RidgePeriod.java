package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far apart the ridges are.
///
/// - **Unit, range**: millimetres, 0.25 to 0.73. Neither more nor less is better.
/// - **Definition**: median over the patches of the foreground whose direction is more certain than
///   not, of the wave length at which their spectrum is strongest.
/// - **Source**: own. Ridges of grown-up people are about 0.46 mm apart, of children from 0.3 on.
/// - **Blind to**: what lies outside of the range: the strongest wave within it is taken.
final class RidgePeriod implements Metric<Print> {
    static final String NAME = "ridge-period";

    private static final double CERTAIN = 0.5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reading measure(Print print) {
        var periods =
                print.patches().stream()
                        .filter(p -> p.direction().certainty() > CERTAIN)
                        .filter(p -> p.spectrum().peak() > 0)
                        .mapToDouble(p -> Print.PATCH / p.spectrum().peak() * 25.4 / Print.PPI)
                        .sorted()
                        .toArray();
        return periods.length == 0
                ? new Reading.NotMeasurable(name(), "no direction is certain")
                : new Reading.Measured(name(), periods[periods.length / 2], "mm");
    }
}
