package vn.tram.roster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Who should be enrolled, by law as it is on a day.
///
/// @param rules at least one; each holds from its day until that of the next
public record Eligibility(List<Rule> rules) {
    /// @param fromAge whole years
    public record Rule(LocalDate from, int fromAge) {}

    public Eligibility {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("nobody is eligible without a rule");
        }
        rules = rules.stream().sorted(Comparator.comparing(Rule::from)).toList();
    }

    /// Whether somebody should be enrolled on `day`; before the first rule nobody should.
    public boolean holds(Birth birth, LocalDate day) {
        return rules.reversed().stream()
                .filter(r -> !r.from().isAfter(day))
                .findFirst()
                .filter(r -> birth.age(day) >= r.fromAge())
                .isPresent();
    }
}
