package vn.tram.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.SpecialCase.Kind;
import vn.tram.enroll.StationFault;
import vn.tram.quality.Policy;
import vn.tram.quality.SpecialCases;
import vn.tram.quality.SpecialCases.Relaxation;
import vn.tram.quality.portrait.PortraitJudge;

/// Reads `special-cases.toml`.
final class SpecialCasesFile {
    private static final int OLDEST = 150;

    private SpecialCasesFile() {}

    /// @param policy the portrait policy in force
    static SpecialCases read(Table file, Policy policy) throws StationFault {
        file.only("case");
        return file.made(t -> cases(t, policy));
    }

    private static SpecialCases cases(Table t, Policy policy) throws StationFault {
        var all = new EnumMap<Kind, SpecialCases.Terms>(Kind.class);
        for (var table : t.tables("case")) {
            table.only("name", "approval", "below-age", "relax");
            var kind = table.choice("name", Kind.class);
            var before = all.put(kind, terms(table));
            if (before != null) {
                throw table.fault("name", Table.lowerDash(kind) + " stands there twice");
            }
        }
        return new SpecialCases(policy, all);
    }

    private static SpecialCases.Terms terms(Table t) throws StationFault {
        var below = Optional.<Integer>empty();
        if (t.has("below-age")) {
            below = Optional.of(t.whole("below-age"));
            OutOfRange.check("below-age", below.get(), 1, OLDEST);
        }
        var relaxations = new ArrayList<Relaxation>();
        for (var table : t.tables("relax")) {
            var relaxation = relaxation(table);
            if (relaxations.stream().anyMatch(r -> r.metric().equals(relaxation.metric()))) {
                throw table.fault("metric", relaxation.metric() + " stands there twice");
            }
            relaxations.add(relaxation);
        }
        return new SpecialCases.Terms(t.flag("approval"), below, List.copyOf(relaxations));
    }

    private static Relaxation relaxation(Table t) throws StationFault {
        t.only("metric", "waive", "min", "max");
        var metric = t.word("metric");
        if (!PortraitJudge.metrics().contains(metric)) {
            throw t.fault("metric", "nothing measures " + metric + " of a portrait");
        }
        boolean waives = t.has("waive") && t.flag("waive");
        if (waives == (t.has("min") || t.has("max"))) {
            throw t.fault("metric", "needs either waive = true, or min or max");
        }
        return waives
                ? new Relaxation.Waived(metric)
                : new Relaxation.Widened(metric, number(t, "min"), number(t, "max"));
    }

    private static Optional<Double> number(Table t, String key) throws StationFault {
        return t.has(key) ? Optional.of(t.number(key, 0)) : Optional.empty();
    }
}
