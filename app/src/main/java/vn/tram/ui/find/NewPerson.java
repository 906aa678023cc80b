package vn.tram.ui.find;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.identity.Finding;
import vn.tram.identity.Rule;
import vn.tram.identity.Writing;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Visit;

/// Holds a typed person against the data rules of the workflow.
final class NewPerson {
    /// Without these nobody can be told from another. The number may be what the citizen comes for.
    private static final List<Field> NEEDED = List.of(Field.NAME, Field.BIRTH_DATE, Field.SEX);

    private final Visit visit;

    NewPerson(Visit visit) {
        this.visit = visit;
    }

    /// The person of a form, as it would be kept.
    static Citizen citizen(Map<Field, String> typed) {
        var citizen = new Citizen(Map.of());
        for (var answer : typed.entrySet()) {
            var kept = Writing.kept(answer.getKey(), answer.getValue());
            if (!kept.isEmpty()) {
                citizen = citizen.with(answer.getKey(), kept, Source.TYPED);
            }
        }
        return citizen;
    }

    /// The form with its messages: the first finding that blocks, a field.
    Entry entry(Map<Field, String> typed) {
        var wrong = new EnumMap<Field, Phrase>(Field.class);
        var citizen = citizen(typed);
        for (var field : NEEDED) {
            if (citizen.value(field).isEmpty()) {
                wrong.put(field, ReasonTexts.finding(new Finding(Rule.MISSING, field)));
            }
        }
        for (var finding : findings(citizen)) {
            if (finding.blocks()) {
                wrong.putIfAbsent(finding.field(), ReasonTexts.finding(finding));
            }
        }
        return new Entry(typed, wrong);
    }

    boolean needsRepresentative(String birthDate) {
        var child = citizen(Map.of(Field.BIRTH_DATE, birthDate));
        return findings(child).stream().anyMatch(f -> f.rule() == Rule.REPRESENTATIVE_MISSING);
    }

    private List<Finding> findings(Citizen citizen) {
        // a session without services: what a service needs is asked for in the data check
        var session = visit.session().change().citizen(citizen).services(List.of()).made();
        return visit.enrollment().findings(session);
    }
}
