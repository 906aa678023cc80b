package vn.tram.identity;

import vn.tram.domain.Field;

/// One rule that a citizen's data do not keep. Says nothing of the value.
public record Finding(Rule rule, Field field) {
    public boolean blocks() {
        return rule.severity() == Rule.Severity.BLOCK;
    }
}
