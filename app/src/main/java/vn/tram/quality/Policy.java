package vn.tram.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;

/// Limits from `config/quality/*.toml` and the advice that goes with each.
///
/// @param name of the policy, such as `fingerprint-training`
/// @param version its date, ISO 8601
/// @param attempts captures of one position before the operator must decide, at least 1
/// @param limits by group: a finger's or face's position name in lower-dash (`right-index`,
///   `rolled-right-index`, `face`), `rolled` for any rolled finger, or `any`
public record Policy(String name, String version, int attempts, Map<String, List<Limit>> limits) {
    /// The group of limits for everything.
    public static final String ANY = "any";

    /// The group of limits for every rolled finger, in place of those for everything.
    public static final String ROLLED = "rolled";

    /// What is good for one metric.
    ///
    /// @param min lowest good value, negative infinity when there is none
    /// @param max highest good value, infinity when there is none
    /// @param required refuses when not held; otherwise only advises
    /// @param operator the operator answers what cannot be measured: then outcome `NEEDS_OPERATOR`
    ///   instead of `REFUSED`; what is measured is held against `min` and `max` as ever
    /// @param askBelow the operator is asked when a good value is under this; negative infinity for
    ///   never
    /// @param askAbove the operator is asked when a good value is over this; infinity for never
    /// @param adviceBelow advice when under `min`, in front of later ones
    /// @param adviceAbove advice when over `max`
    public record Limit(
            String metric,
            double min,
            double max,
            boolean required,
            boolean operator,
            double askBelow,
            double askAbove,
            Optional<String> adviceBelow,
            Optional<String> adviceAbove) {
        /// A limit that asks the operator about nothing that was measured.
        public Limit(
                String metric,
                double min,
                double max,
                boolean required,
                boolean operator,
                Optional<String> adviceBelow,
                Optional<String> adviceAbove) {
            this(
                    metric,
                    min,
                    max,
                    required,
                    operator,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    adviceBelow,
                    adviceAbove);
        }

        /// Whether the operator must look: at what could not be measured, or at what lies between
        /// surely good and surely bad.
        private boolean asks(Reading reading) {
            return switch (reading) {
                case Reading.NotMeasurable _ -> operator;
                case Reading.Measured(_, var value, _) ->
                        value >= min && value <= max && (value < askBelow || value > askAbove);
            };
        }
    }

    public Policy {
        limits = Map.copyOf(limits);
    }

    /// Holds `readings` against [#limitsOf] a group.
    ///
    /// A limit whose metric was not read at all does not count. What a metric could not measure
    /// refuses if required, unless the limit hands it to the operator: then the operator is asked,
    /// if nothing else refuses. So it is with a value in doubt.
    public Verdict judge(String group, List<Reading> readings) {
        var checks = new ArrayList<Verdict.Check>();
        var advice = new ArrayList<String>();
        for (var limit : limitsOf(group)) {
            var reading =
                    readings.stream().filter(r -> r.metric().equals(limit.metric())).findFirst();
            if (reading.isEmpty()) {
                continue;
            }
            boolean open = limit.asks(reading.get());
            var check =
                    new Verdict.Check(
                            reading.get(), limit.min(), limit.max(), limit.required(), open);
            checks.add(check);
            if (!open && !check.holds()) {
                advice(limit, reading.get())
                        .filter(a -> !advice.contains(a))
                        .ifPresent(advice::add);
            }
        }
        return Verdict.of(name + " " + version, checks, advice);
    }

    /// The limits of `group`: its own, then those of `rolled`, where it is a rolled finger, and of
    /// `any`, each for metrics it has none for yet.
    public List<Limit> limitsOf(String group) {
        var all = new ArrayList<>(limits.getOrDefault(group, List.of()));
        if (group.startsWith(ROLLED + "-")) {
            addOthers(ROLLED, all);
        }
        addOthers(ANY, all);
        return all;
    }

    private void addOthers(String group, List<Limit> all) {
        var known = all.stream().map(Limit::metric).toList();
        limits.getOrDefault(group, List.of()).stream()
                .filter(l -> !known.contains(l.metric()))
                .forEach(all::add);
    }

    private static Optional<String> advice(Limit limit, Reading reading) {
        return switch (reading) {
            case Reading.Measured(_, var value, _) ->
                    value < limit.min() ? limit.adviceBelow() : limit.adviceAbove();
            case Reading.NotMeasurable _ -> limit.adviceBelow().or(limit::adviceAbove);
        };
    }
}
