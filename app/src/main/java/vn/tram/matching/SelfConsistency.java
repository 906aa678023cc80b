package vn.tram.matching;

import com.machinezoo.sourceafis.FingerprintMatcher;
import java.util.ArrayList;
import java.util.List;
import vn.tram.image.Gray8;
import vn.tram.task.UiThread;

/// How well a print is found again in disturbed copies of itself.
///
/// A template is made of the print and of a copy after each [Disturbance], and each is compared
/// with the print's own. Minutiae that stand on firm ridges come back, those of noise do not; what
/// comes back is what another touch of the same finger will find.
public final class SelfConsistency {
    private SelfConsistency() {}

    /// @param template of the undisturbed print
    /// @param again one for each [Disturbance], in their order
    public record Found(Template template, List<Again> again) {
        public Found {
            again = List.copyOf(again);
        }
    }

    /// How much of a print is found again after a disturbance.
    ///
    /// @param similarity of the copy with the print, by SourceAFIS: 0 upwards
    public record Again(Disturbance disturbance, double similarity) {}

    /// Takes about as long as five templates.
    ///
    /// @param print ridges dark, 500 ppi
    public static Found of(Gray8 print) {
        UiThread.refuse("comparing a print with itself");
        var own = Templates.made(print, 500);
        var matcher = new FingerprintMatcher(own);
        var again = new ArrayList<Again>();
        for (var disturbance : Disturbance.values()) {
            var copy = Templates.made(disturbance.of(print), 500);
            again.add(new Again(disturbance, matcher.match(copy)));
        }
        return new Found(Template.of(own.toByteArray()), again);
    }
}
