package vn.tram.ui.workbench;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.tram.calibration.Aspect;
import vn.tram.calibration.Target;

/// Which target measures what.
///
/// @param people whether people are at hand as well
public record Plan(Map<Aspect, Target> targets, boolean people) {
    public Plan {
        targets = Map.copyOf(targets);
    }

    boolean has(Target target) {
        return target.equals(targets.get(Aspect.of(target)));
    }

    /// What of that it does not measure.
    public Set<Aspect> lacks(Set<Aspect> needed) {
        var lacks = EnumSet.noneOf(Aspect.class);
        needed.stream()
                .filter(a -> a.wantsPeople() ? !people : !targets.containsKey(a))
                .forEach(lacks::add);
        return lacks;
    }
}
