package vn.tram.identity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each rule does to the data check, and from when.
///
/// @param terms of each rule that does not keep to its usual severity; any order
public record RuleTerms(Map<Rule, List<Term>> terms) {
    /// @param severity empty when the rule is not held from that day on
    public record Term(LocalDate from, Optional<Rule.Severity> severity) {}

    public RuleTerms {
        var sorted = new EnumMap<Rule, List<Term>>(Rule.class);
        terms.forEach((rule, all) ->
                sorted.put(rule, all.stream().sorted(Comparator.comparing(Term::from)).toList()));
        terms = Map.copyOf(sorted);
    }

    /// Every rule with its usual severity.
    public static RuleTerms usual() {
        return new RuleTerms(Map.of());
    }

    /// What the rule does on a day; empty when it is not held then.
    Optional<Rule.Severity> on(LocalDate day, Rule rule) {
        var all = terms.get(rule);
        return all == null || rule.isFirm()
                ? Optional.of(rule.severity())
                : all.reversed().stream()
                        .filter(t -> !t.from().isAfter(day))
                        .findFirst()
                        .flatMap(Term::severity);
    }
}
