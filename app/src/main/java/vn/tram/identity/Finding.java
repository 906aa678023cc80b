package vn.tram.identity;

import vn.tram.domain.Field;

/// One rule that a citizen's data do not keep. Says nothing of the value.
///
/// @param severity by the terms in force on the day
public record Finding(Rule rule, Field field, Rule.Severity severity) {
    /// With the rule's usual severity.
    public Finding(Rule rule, Field field) {
        this(rule, field, rule.severity());
    }

    public boolean blocks() {
        return severity == Rule.Severity.BLOCK;
    }
}
