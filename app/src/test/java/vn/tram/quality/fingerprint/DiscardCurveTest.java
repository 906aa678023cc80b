package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.tram.quality.fingerprint.PublicSets.Comparison;
import vn.tram.quality.fingerprint.PublicSets.Matcher;

class DiscardCurveTest {
    /// Ten pairs of ten fingers, of which the first three are missed.
    private static final Matcher MATCHER = matcher(3);

    private static Matcher matcher(int missed) {
        var genuine = new ArrayList<Comparison>();
        var impostors = new ArrayList<Comparison>();
        for (int i = 0; i < 10; i++) {
            genuine.add(new Comparison("s", "s/" + i + "_1", "s/" + i + "_2", i < missed ? 1 : 99));
        }
        for (int i = 0; i < 2000; i++) {
            impostors.add(new Comparison("s", "a", "b", i < 2 ? 50 : 10));
        }
        return new Matcher(
                "m", new TreeMap<>(Map.of("s", genuine)), new TreeMap<>(Map.of("s", impostors)));
    }

    /// Quality of finger `i` by a rule; both its pictures have it.
    private static Map<String, Double> quality(java.util.function.IntToDoubleFunction rule) {
        var quality = new HashMap<String, Double>();
        for (int i = 0; i < 10; i++) {
            quality.put("s/" + i + "_1", rule.applyAsDouble(i));
            quality.put("s/" + i + "_2", rule.applyAsDouble(i));
        }
        return quality;
    }

    /// After a share d is thrown away, (0.3 - d) / (1 - d) of the rest is missed: its mean over 0
    /// to 0.3 is 1 + 0.7 / 0.3 ln 0.7.
    @Test
    void theRightOrderThrowsTheMissedAwayAndTheWrongOneKeepsThem() {
        var found =
                DiscardCurve.compared(MATCHER, quality(i -> i), quality(i -> -i), 20).get("mean");
        assertThat(found.area()).isCloseTo(1 + 0.7 / 0.3 * Math.log(0.7), within(1e-4));
        assertThat(found.theirs()).isCloseTo(-Math.log(0.7), within(1e-4));
    }

    @Test
    void oneQualityForAllThrowsAwayAsManyMissedAsOthers() {
        var found = DiscardCurve.compared(MATCHER, quality(_ -> 5), quality(_ -> 5), 20).get("s");
        assertThat(found.area()).isCloseTo(0.3, within(1e-9));
        assertThat(found.low()).isZero();
        assertThat(found.high()).isZero();
    }

    /// The figures of the reference tool for NFIQ 2.3 on the public sets.
    @Test
    void nfiq2HasTheAreasOfTheReference() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(PublicSets.USUAL), "the public sets are not here");
        var sets = PublicSets.in(PublicSets.USUAL);
        var areas = new ArrayList<Double>();
        for (var matcher : sets.matchers()) {
            areas.add(
                    DiscardCurve.compared(matcher, sets.nfiq2(), sets.nfiq2(), 1)
                            .get("mean")
                            .area());
        }
        assertThat(areas.get(0)).isCloseTo(0.1237, within(0.0001));
        assertThat(areas.get(1)).isCloseTo(0.1591, within(0.0001));
        var first = sets.matchers().getFirst();
        assertThat(DiscardCurve.compared(first, sets.nfiq2(), sets.nfiq2(), 1).get("fvc2000_db3_b"))
                .satisfies(d -> assertThat(d.area()).isCloseTo(0.23768, within(0.0002)));
        assertThat(List.copyOf(first.genuine().keySet())).hasSize(8);
    }
}
