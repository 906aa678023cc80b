package vn.tram.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tram.enroll.StationFault;
import vn.tram.identity.Rule;
import vn.tram.identity.RuleTerms;

/// Reads `data-rules.toml`. Every rule stands in it at least once.
final class DataRulesFile {
    /// What `severity` can say.
    private enum Told {
        BLOCK,
        WARN,
        OFF
    }

    private DataRulesFile() {}

    static RuleTerms read(Table file) throws StationFault {
        file.only("rule");
        var terms = new EnumMap<Rule, List<RuleTerms.Term>>(Rule.class);
        for (var table : file.tables("rule")) {
            table.only("code", "from", "severity");
            var rule = rule(table);
            var term = term(table, rule);
            var all = terms.computeIfAbsent(rule, _ -> new ArrayList<>());
            if (all.stream().anyMatch(t -> t.from().equals(term.from()))) {
                throw table.fault("from", rule.code() + " has that day already");
            }
            all.add(term);
        }
        for (var rule : Rule.values()) {
            if (!terms.containsKey(rule)) {
                throw file.fault("rule", rule.code() + " is missing");
            }
        }
        return new RuleTerms(terms);
    }

    private static Rule rule(Table table) throws StationFault {
        var code = table.text("code");
        return Stream.of(Rule.values())
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> table.fault("code", "there is no rule " + code));
    }

    private static RuleTerms.Term term(Table table, Rule rule) throws StationFault {
        var told = table.choice("severity", Told.class);
        if (rule.isFirm() && told != Told.BLOCK) {
            throw table.fault("severity", rule.code() + " always blocks");
        }
        return new RuleTerms.Term(
                table.date("from"),
                switch (told) {
                    case BLOCK -> Optional.of(Rule.Severity.BLOCK);
                    case WARN -> Optional.of(Rule.Severity.WARN);
                    case OFF -> Optional.empty();
                });
    }
}
