package vn.tram.settings;

import java.util.ArrayList;
import vn.tram.enroll.StationFault;
import vn.tram.roster.Eligibility;
import vn.tram.roster.RosterRules;

/// Reads `roster.toml`.
final class RosterFile {
    private static final int OLDEST = 150;

    /// What `import.signature` can say.
    private enum Signature {
        IF_PRESENT,
        REQUIRED
    }

    private RosterFile() {}

    static RosterRules read(Table file) throws StationFault {
        file.only("eligible", "import");
        return file.made(RosterFile::rules);
    }

    private static RosterRules rules(Table t) throws StationFault {
        var rules = new ArrayList<Eligibility.Rule>();
        for (var table : t.tables("eligible")) {
            table.only("from", "from-age");
            var rule = table.made(RosterFile::rule);
            if (rules.stream().anyMatch(r -> r.from().equals(rule.from()))) {
                throw table.fault("from", rule.from() + " stands there twice");
            }
            rules.add(rule);
        }
        var imports = t.table("import").only("signature");
        return new RosterRules(
                new Eligibility(rules),
                imports.choice("signature", Signature.class) == Signature.REQUIRED);
    }

    private static Eligibility.Rule rule(Table t) throws StationFault {
        int age = t.whole("from-age");
        OutOfRange.check("from-age", age, 0, OLDEST);
        return new Eligibility.Rule(t.date("from"), age);
    }
}
