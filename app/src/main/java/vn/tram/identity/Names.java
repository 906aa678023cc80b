package vn.tram.identity;

import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Personal names: how they are stored, shown, compared and found.
///
/// Stored is what the birth record says, in NFC, its way of placing tone marks included.
public final class Names {
    /// Why a text is no name.
    public enum Problem {
        EMPTY,
        /// More than eight words.
        TOO_LONG,
        DIGIT,
        /// An invisible or control character, such as a zero-width space out of another program.
        INVISIBLE,
        /// A letter that is not Latin, or a sign other than `'` and `-`; often text in an old
        /// encoding (VNI, TCVN3).
        FOREIGN
    }

    private static final int MOST_WORDS = 8;
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// Combining grave, acute, tilde, hook above and dot below: the tones, not the vowels' own
    /// marks.
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private Names() {}

    /// NFC, one space between words, none at the ends.
    public static String clean(String text) {
        var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACES.matcher(nfc).replaceAll(" ").strip();
    }

    /// As on the card: clean and in capitals.
    public static String shown(String name) {
        return clean(name).toUpperCase(VIETNAMESE);
    }

    /// The first word whole, the others as initials: `NGUYỄN T. M.`, for lists in public.
    public static String shortened(String name) {
        var words = shown(name).split(" ");
        var brief = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            brief.append(' ').appendCodePoint(words[i].codePointAt(0)).append('.');
        }
        return brief.toString();
    }

    /// Two spellings of one name have the same key: letters in lower case with their own marks
    /// (`â`, `ơ`, `đ`), and each word's tone behind it, so that `hòa` and `hoà` are one.
    public static String key(String name) {
        var words = new ArrayList<String>();
        for (var word : clean(name).toLowerCase(VIETNAMESE).split(" ")) {
            var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
            var tones = new StringBuilder();
            TONES.matcher(apart).results().forEach(m -> tones.append(m.group()));
            var letters =
                    Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
            words.add(letters + tones);
        }
        return String.join(" ", words);
    }

    /// What somebody in a hurry types: lower case, no marks at all, `d` for `đ`.
    public static String plain(String name) {
        var apart = Normalizer.normalize(clean(name).toLowerCase(VIETNAMESE), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace('đ', 'd').replace('’', '\'');
    }

    /// Why `text` is no name; none when it is one. Marks may be composed or not.
    public static Set<Problem> problems(String text) {
        var problems = EnumSet.noneOf(Problem.class);
        var name = clean(text);
        if (name.isEmpty()) {
            problems.add(Problem.EMPTY);
        } else if (name.split(" ").length > MOST_WORDS) {
            problems.add(Problem.TOO_LONG);
        }
        name.codePoints().filter(c -> c != ' ').forEach(c -> problem(c, problems));
        return problems;
    }

    private static void problem(int c, Set<Problem> problems) {
        int type = Character.getType(c);
        if (Character.isDigit(c)) {
            problems.add(Problem.DIGIT);
        } else if (type == Character.FORMAT || type == Character.CONTROL) {
            problems.add(Problem.INVISIBLE);
        } else if (!isLatin(c) && c != '\'' && c != '’' && c != '-') {
            problems.add(Problem.FOREIGN);
        }
    }

    private static boolean isLatin(int c) {
        return Character.isLetter(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    /// By given name, which comes last, then by the whole name; in Vietnamese order.
    public static Comparator<String> byGivenName() {
        var order = Collator.getInstance(VIETNAMESE);
        Comparator<String> given = (a, b) -> order.compare(given(a), given(b));
        return given.thenComparing(order::compare);
    }

    private static String given(String name) {
        return List.of(clean(name).split(" ")).getLast();
    }
}
