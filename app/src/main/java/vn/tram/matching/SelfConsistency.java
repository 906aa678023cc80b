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
///
/// The extraction of minutiae takes the longer the more skin a picture shows, so the copies of a
/// large print are fewer: it has more minutiae to tell by.
public final class SelfConsistency {
    /// Skin looked at in all copies of a print, mm²: five of 240, four of 300, three of 400.
    private static final double MOST_MM2 = 1200;

    /// Copies of any print.
    private static final int LEAST_COPIES = 2;

    private SelfConsistency() {}

    /// @param template of the undisturbed print
    /// @param again one for each [Disturbance] in their order, without the last ones where the
    ///   print is large
    public record Found(Template template, List<Again> again) {
        public Found {
            again = List.copyOf(again);
        }
    }

    /// How much of a print is found again after a disturbance.
    ///
    /// @param similarity of the copy with the print, by SourceAFIS: 0 upwards
    public record Again(Disturbance disturbance, double similarity) {}

    /// Takes about as long as three to six templates.
    ///
    /// @param print ridges dark, 500 ppi
    /// @param skinMm2 how much of it is skin, mm²
    public static Found of(Gray8 print, double skinMm2) {
        return of(print, disturbances(skinMm2));
    }

    /// What is done to a print that shows so much skin.
    public static List<Disturbance> disturbances(double skinMm2) {
        var all = List.of(Disturbance.values());
        int copies = (int) Math.min(all.size(), MOST_MM2 / skinMm2);
        return all.subList(0, Math.max(LEAST_COPIES, copies));
    }

    /// With the copies asked for, however much skin the print shows.
    ///
    /// @param print ridges dark, 500 ppi
    public static Found of(Gray8 print, List<Disturbance> disturbances) {
        UiThread.refuse("comparing a print with itself");
        var own = Templates.made(print, 500);
        var matcher = new FingerprintMatcher(own);
        var again = new ArrayList<Again>();
        for (var disturbance : disturbances) {
            var copy = Templates.made(disturbance.of(print), 500);
            again.add(new Again(disturbance, matcher.match(copy)));
        }
        return new Found(Template.of(own.toByteArray()), again);
    }
}
