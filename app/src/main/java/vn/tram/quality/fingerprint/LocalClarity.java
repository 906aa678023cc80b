package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How cleanly ridges and valleys part.
///
/// - **Unit, range**: share, 0 to 1; good prints have more than 0.7. More is better.
/// - **Definition**: see [Profile]; mean over the patches of the foreground, 0 where a patch has no
///   ridges as wide as a finger's.
/// - **Source**: ISO/IEC 29794-4, local clarity score.
/// - **Blind to**: faintness: it looks at the sides of a threshold, not at how far they are.
final class LocalClarity implements Metric<Print> {
    @Override
    public String name() {
        return "local-clarity";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "share", p -> p.profile().clarity());
    }
}
