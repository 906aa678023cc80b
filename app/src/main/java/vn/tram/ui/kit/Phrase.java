package vn.tram.ui.kit;

import java.util.List;

/// Something to be said, not yet in a language: a key of the bundles and what goes into it.
///
/// View-models make phrases, [Texts] words them, so that a screen can change its language while it
/// stands.
///
/// @param key a key of the bundles
/// @param args for `{0}`, `{1}` …: numbers and dates are written as the language does, a nested
///   phrase is worded too, everything else as its `toString`
public record Phrase(String key, List<Object> args) {
    private static final String AS_IS = "as-is";
    private static final String BY_LANGUAGE = "by-language";

    public Phrase {
        args = List.copyOf(args);
    }

    public static Phrase of(String key, Object... args) {
        return new Phrase(key, List.of(args));
    }

    /// Words that are the same in every language, such as a person's name.
    public static Phrase asIs(String words) {
        return of(AS_IS, words);
    }

    /// Words that come from a file in each language, such as a service's name.
    public static Phrase byLanguage(String vietnamese, String english) {
        return of(BY_LANGUAGE, vietnamese, english);
    }

    /// Tells the key alone: the arguments may be personal.
    @Override
    public String toString() {
        return "Phrase[" + key + "]";
    }
}
