package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Optional;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.matching.Template;

/// How many minutiae a print gives a matcher.
///
/// - **Unit, range**: minutiae, 0 to 100. A print of a few has nothing to be compared by; very many
///   come from noise and cracked skin.
/// - **Definition**: those in SourceAFIS's template of the upright finger at 500 ppi, without those
///   at the rim and in crowds, at most [Template#MOST_MINUTIAE].
/// - **Source**: Circular 110/2020/TT-BCA asks for 60, for passports, and does not say counted by
///   what; other extractors count otherwise.
/// - **Blind to**: whether a minutia is real.
///
/// It is known only after the capture, with the template: what it refuses is told while the
/// operator goes on.
public final class Minutiae {
    /// Name of the reading and of its limits.
    public static final String NAME = "minutiae";

    private Minutiae() {}

    static Reading of(Template template) {
        return new Reading.Measured(NAME, template.minutiae(), "minutiae");
    }

    /// The required limit that a print has too few for, if it has; the check tells both.
    public static Optional<Verdict.Check> tooFew(Judgement judgement) {
        return judgement.verdict().checks().stream()
                .filter(c -> c.reading().metric().equals(NAME) && c.required() && !c.holds())
                .findFirst();
    }

    /// The verdict that was told at the capture, with what `last` says of the minutiae.
    public static Verdict added(Verdict told, Verdict last) {
        var checks = new ArrayList<>(told.checks());
        last.checks().stream()
                .filter(c -> c.reading().metric().equals(NAME))
                .filter(c -> !checks.contains(c))
                .forEach(checks::add);
        return Verdict.of(told.policy(), checks, told.advice());
    }
}
