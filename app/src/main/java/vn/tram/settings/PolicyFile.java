package vn.tram.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.quality.Policy;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.fingerprint.Minutiae;
import vn.tram.quality.fingerprint.RolledMatch;
import vn.tram.quality.fingerprint.SameFinger;
import vn.tram.quality.portrait.LivePortrait;
import vn.tram.quality.portrait.PortraitJudge;

/// Reads one quality policy of `config/quality/`. One may build on another: then it tells only what
/// is different.
final class PolicyFile {
    private static final int MOST_ATTEMPTS = 10;

    private PolicyFile() {}

    /// Whether a file builds on another one's policy.
    static boolean builds(Table file) {
        return file.has("base");
    }

    /// A policy that stands alone.
    static Policy read(Table file) throws StationFault {
        file.only("name", "version", "base", "attempts", "limit");
        return file.made(t -> policy(t, attempts(t), limits(t)));
    }

    /// A policy that builds on one of `bases`, by their names.
    static Policy read(Table file, Map<String, Policy> bases) throws StationFault {
        file.only("name", "version", "base", "attempts", "limit");
        var base = bases.get(file.word("base"));
        if (base == null) {
            throw file.fault(
                    "base",
                    "no policy that stands alone is named "
                            + file.word("base")
                            + "; there is "
                            + String.join(", ", new TreeSet<>(bases.keySet())));
        }
        return file.made(t -> {
            int attempts = t.has("attempts") ? attempts(t) : base.attempts();
            var own = t.has("limit") ? limits(t) : Map.<String, List<Policy.Limit>>of();
            return policy(t, attempts, changed(base.limits(), own));
        });
    }

    private static Policy policy(Table t, int attempts, Map<String, List<Policy.Limit>> limits)
            throws StationFault {
        return new Policy(t.word("name"), t.date("version").toString(), attempts, limits);
    }

    private static int attempts(Table t) throws StationFault {
        int attempts = t.whole("attempts");
        OutOfRange.check("attempts", attempts, 1, MOST_ATTEMPTS);
        return attempts;
    }

    /// The limits of a base, those of the same group and metric replaced, the others added behind.
    private static Map<String, List<Policy.Limit>> changed(
            Map<String, List<Policy.Limit>> base, Map<String, List<Policy.Limit>> own) {
        var limits = new LinkedHashMap<>(base);
        own.forEach((group, added) -> {
            var metrics = added.stream().map(Policy.Limit::metric).toList();
            var all = new ArrayList<Policy.Limit>();
            var before = base.getOrDefault(group, List.of());
            before.stream().filter(l -> !metrics.contains(l.metric())).forEach(all::add);
            all.addAll(added);
            limits.put(group, List.copyOf(all));
        });
        return limits;
    }

    private static Map<String, List<Policy.Limit>> limits(Table t) throws StationFault {
        var limits = new LinkedHashMap<String, List<Policy.Limit>>();
        for (var table : t.tables("limit")) {
            known(table);
            for (var name : groups(table)) {
                var limit = limit(table, name);
                var group = limits.computeIfAbsent(name, _ -> new ArrayList<>());
                if (group.stream().anyMatch(l -> alike(l, limit))) {
                    throw table.fault(
                            "metric",
                            limit.metric()
                                    + " has a limit in group "
                                    + name
                                    + " already that "
                                    + (limit.required() ? "refuses" : "advises"));
                }
                group.add(limit);
            }
        }
        limits.replaceAll((_, group) -> List.copyOf(group));
        return limits;
    }

    private static boolean alike(Policy.Limit one, Policy.Limit other) {
        return one.metric().equals(other.metric()) && one.required() == other.required();
    }

    private static void known(Table limit) throws StationFault {
        limit.only(
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
    }

    private static Policy.Limit limit(Table t, String group) throws StationFault {
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
                metric(t, group),
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
    private static String metric(Table t, String group) throws StationFault {
        var name = t.word("metric");
        var known = new LinkedHashSet<String>();
        if (!group.equals(PortraitJudge.GROUP)) {
            FingerprintJudge.metrics().forEach(m -> known.add(m.name()));
            known.add(FingerprintJudge.PPI);
            known.add(FingerprintJudge.GRAY_LEVELS);
            known.add(FingerprintJudge.SCORE);
            known.add(FingerprintJudge.HAND);
            known.add(FingerprintJudge.PLATEN_EDGE);
            known.add(FingerprintJudge.ROLLED_WIDTH);
            known.add(RolledMatch.NAME);
            known.add(Minutiae.NAME);
            Arrays.stream(SameFinger.values()).map(SameFinger::similarity).forEach(known::add);
        }
        if (group.equals(PortraitJudge.GROUP) || group.equals(Policy.ANY)) {
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

    /// One group, or a list of them.
    private static List<String> groups(Table t) throws StationFault {
        var groups = t.isList("group") ? t.texts("group") : List.of(t.word("group"));
        if (groups.isEmpty()) {
            throw t.fault("group", "names no finger");
        }
        for (var group : groups) {
            if (!isGroup(group)) {
                throw t.fault(
                        "group", "\"" + group + "\" is neither any, rolled, one finger, nor face");
            }
        }
        return groups;
    }

    private static boolean isGroup(String word) {
        boolean position =
                Stream.of(Position.values())
                        .filter(p -> p.isFinger() || p == Position.FACE)
                        .anyMatch(p -> Table.lowerDash(p).equals(word));
        return word.equals(Policy.ANY) || word.equals(Policy.ROLLED) || position;
    }
}
