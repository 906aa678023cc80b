package vn.tram.domain;

import java.util.List;
import java.util.OptionalDouble;

/// Readings held against a policy.
///
/// @param policy name and version of the policy, such as `vn-id 2026-11-01`
/// @param checks every limit looked at, in the policy's order
/// @param advice what to try, most useful first; names of advice cards such as `press-lighter`
public record Verdict(Outcome outcome, String policy, List<Check> checks, List<String> advice) {
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        /// Something no metric can judge; the operator must look.
        NEEDS_OPERATOR
    }

    /// One reading against one limit; the limit belongs to what is good.
    ///
    /// @param min lowest good value; negative infinity when there is none
    /// @param max highest good value; infinity when there is none
    /// @param required whether the verdict hangs on it
    /// @param open no metric could tell, so the operator answers it
    public record Check(Reading reading, double min, double max, boolean required, boolean open) {
        /// A check that a metric decides.
        public Check(Reading reading, double min, double max, boolean required) {
            this(reading, min, max, required, false);
        }

        /// Whether the reading lies within the limits, borders included. What could not be measured
        /// does not.
        public boolean holds() {
            return reading instanceof Reading.Measured(_, var value, _)
                    && value >= min
                    && value <= max;
        }

        private boolean refuses() {
            return required && !open && !holds();
        }
    }

    public Verdict {
        checks = List.copyOf(checks);
        advice = List.copyOf(advice);
    }

    /// The verdict that follows from its checks: refused when a required limit is not held, else up
    /// to the operator when one is open.
    public static Verdict of(String policy, List<Check> checks, List<String> advice) {
        boolean refused = checks.stream().anyMatch(Check::refuses);
        boolean asked = checks.stream().anyMatch(Check::open);
        var outcome = refused ? Outcome.REFUSED : asked ? Outcome.NEEDS_OPERATOR : Outcome.ACCEPTED;
        return new Verdict(outcome, policy, checks, advice);
    }

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /// Names of the metrics whose required limit is not held; without what the operator answers.
    public List<String> failed() {
        return checks.stream().filter(Check::refuses).map(c -> c.reading().metric()).toList();
    }

    /// The least good value of what was measured and is required; empty where the policy sets none.
    public OptionalDouble least(String metric) {
        return checks.stream()
                .filter(c ->
                        c.required()
                                && c.reading() instanceof Reading.Measured(var name, _, _)
                                && name.equals(metric))
                .mapToDouble(Check::min)
                .filter(Double::isFinite)
                .findFirst();
    }

    /// Names of what the operator must tick, such as `no-head-covering`.
    public List<String> asked() {
        return checks.stream().filter(Check::open).map(c -> c.reading().metric()).toList();
    }
}
