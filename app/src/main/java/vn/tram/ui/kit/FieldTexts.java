package vn.tram.ui.kit;

import vn.tram.domain.Field;
import vn.tram.domain.Source;

/// The names of a citizen's items and of where they come from.
public final class FieldTexts {
    private FieldTexts() {}

    /// Over a field of a form, as the forms of the authority have it.
    public static Phrase label(Field field) {
        return Phrase.of("field." + field.name());
    }

    /// Within a sentence, short and in lower case.
    public static Phrase inSentence(Field field) {
        return Phrase.of("field." + field.name() + ".in");
    }

    public static Phrase source(Source source) {
        return Phrase.of("source." + source.name());
    }

    /// @param sex `M` or `F`
    public static Phrase sex(String sex) {
        return Phrase.of("sex." + sex);
    }
}
