package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far the core of the pattern lies from the middle of the print.
///
/// - **Unit, range**: millimetres, 0 to half the print's length. Less is better: around the core
///   minutiae are densest, and matchers align by it.
/// - **Definition**: from the middle of the foreground's patches to the core; of a whorl, to the
///   middle between its two (see [Cores]).
/// - **Source**: Circular 110/2020/TT-BCA asks for at most 32 pixels at 500 ppi, 1.63 mm; how the
///   core is found is our own.
/// - **Blind to**: arches, which have no core, and tips that do not show it: not measurable.
final class CoreOffset implements Metric<Print> {
    static final String NAME = "core-offset";

    private static final double MM_PER_STEP = Print.STEP * 25.4 / Print.PPI;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reading measure(Print print) {
        if (print.patches().isEmpty()) {
            return OverPatches.none(NAME);
        }
        var cores = Cores.of(print);
        if (cores.isEmpty()) {
            return new Reading.NotMeasurable(NAME, "no core is seen");
        }
        double column = cores.stream().mapToDouble(Cores.Core::column).average().orElseThrow();
        double row = cores.stream().mapToDouble(Cores.Core::row).average().orElseThrow();
        var patches = print.patches();
        column -= patches.stream().mapToInt(Patch::column).average().orElseThrow();
        row -= patches.stream().mapToInt(Patch::row).average().orElseThrow();
        return new Reading.Measured(NAME, MM_PER_STEP * Math.hypot(column, row), "mm");
    }
}
