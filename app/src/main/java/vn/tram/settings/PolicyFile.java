package vn.tram.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.quality.Policy;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.fingerprint.SameFinger;
import vn.tram.quality.portrait.LivePortrait;
import vn.tram.quality.portrait.PortraitJudge;

/// Reads one quality policy of `config/quality/`.
final class PolicyFile {
    private static final String ANY = "any";
    private static final int MOST_ATTEMPTS = 10;

    private PolicyFile() {}

    static Policy read(Table file) throws StationFault {
        file.only("name", "version", "attempts", "limit");
        return file.made(PolicyFile::policy);
    }

    private static Policy policy(Table t) throws StationFault {
        int attempts = t.whole("attempts");
        OutOfRange.check("attempts", attempts, 1, MOST_ATTEMPTS);
        return new Policy(t.word("name"), t.date("version").toString(), attempts, limits(t));
    }

    private static Map<String, List<Policy.Limit>> limits(Table t) throws StationFault {
        var limits = new LinkedHashMap<String, List<Policy.Limit>>();
        for (var table : t.tables("limit")) {
            var limit = limit(table);
            var group = limits.computeIfAbsent(group(table), _ -> new ArrayList<>());
            if (group.stream().anyMatch(l -> l.metric().equals(limit.metric()))) {
                throw table.fault("metric", limit.metric() + " has a limit in this group already");
            }
            group.add(limit);
        }
        limits.replaceAll((_, group) -> List.copyOf(group));
        return limits;
    }

    private static Policy.Limit limit(Table t) throws StationFault {
        t.only(
                "group",
                "metric",
                "min",
                "max",
                "required",
                "operator",
                "ask-below",
                "ask-above",
                "advice-below",
                "advice-above");
        double min = t.number("min", Double.NEGATIVE_INFINITY);
        double max = t.number("max", Double.POSITIVE_INFINITY);
        boolean operator = t.has("operator") && t.flag("operator");
        if (min > max) {
            throw t.fault("min", min + " is above max " + max);
        }
        if (!t.has("min") && !t.has("max") && !operator) {
            throw t.fault("metric", "has neither min nor max, nor is it the operator's");
        }
        return new Policy.Limit(
                metric(t),
                min,
                max,
                t.flag("required"),
                operator,
                t.number("ask-below", Double.NEGATIVE_INFINITY),
                t.number("ask-above", Double.POSITIVE_INFINITY),
                t.wordIfGiven("advice-below"),
                t.wordIfGiven("advice-above"));
    }

    /// A metric that pictures of this group are measured by: what nobody measures would never
    /// refuse.
    private static String metric(Table t) throws StationFault {
        var name = t.word("metric");
        var group = group(t);
        var known = new LinkedHashSet<String>();
        if (!group.equals(PortraitJudge.GROUP)) {
            FingerprintJudge.metrics().forEach(m -> known.add(m.name()));
            known.add(FingerprintJudge.SCORE);
            known.add(FingerprintJudge.HAND);
            known.add(FingerprintJudge.PLATEN_EDGE);
            Arrays.stream(SameFinger.values()).map(SameFinger::similarity).forEach(known::add);
        }
        if (group.equals(PortraitJudge.GROUP) || group.equals(ANY)) {
            known.addAll(PortraitJudge.metrics());
            known.add(LivePortrait.PITCH_CHANGE);
        }
        if (!known.contains(name)) {
            throw t.fault(
                    "metric",
                    "nothing measures " + name + "; there is " + String.join(", ", known));
        }
        return name;
    }

    private static String group(Table t) throws StationFault {
        var word = t.word("group");
        if (word.equals(ANY)) {
            return word;
        }
        for (var position : Position.values()) {
            boolean judged = position.isFinger() || position == Position.FACE;
            if (judged && Table.lowerDash(position).equals(word)) {
                return word;
            }
        }
        throw t.fault("group", "\"" + word + "\" is neither any, one finger, nor face");
    }
}
