package vn.tram.ui.find;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vn.tram.domain.Field;
import vn.tram.enroll.Reason;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.ReasonTexts;

/// The form of a new person: what was typed, and what is wrong with it. Redacted in `toString`.
///
/// @param typed as it was typed
/// @param wrong the message under each field that cannot stay so, in the order of the form
public record Entry(Map<Field, String> typed, Map<Field, Phrase> wrong) {
    public Entry {
        typed = Map.copyOf(typed);
        var sorted = new EnumMap<Field, Phrase>(Field.class);
        sorted.putAll(wrong);
        wrong = Collections.unmodifiableMap(sorted);
    }

    Entry marked(Field field, Reason reason) {
        var more = new EnumMap<Field, Phrase>(Field.class);
        more.putAll(wrong);
        more.put(field, ReasonTexts.of(reason).whole());
        return new Entry(typed, more);
    }

    @Override
    public String toString() {
        return "Entry[" + typed.keySet() + ", wrong " + wrong.keySet() + "]";
    }
}
