package vn.tram.roster;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.tram.enroll.StationFault;
import vn.tram.identity.Names;

/// Finds people of the roster by what an operator types: the whole personal number or its last
/// digits, or the beginnings of words, with or without marks. The words of the name come in their
/// order, words between left out; words of the hamlet and household may follow.
///
/// Holds one short text a person and looks at all of them: 100,000 people take a few milliseconds,
/// with nothing to keep in step. Holds no more than the texts: whoever is found is read from the
/// roster. Safe for many threads once made.
public final class PeopleIndex {
    private static final int FEWEST_DIGITS = 3;

    /// Between the words, and in front of the first: what begins a word begins behind one.
    private static final char GAP = ' ';

    /// Behind the name, before where somebody lives.
    private static final char END = '\n';

    /// @param plain words without marks; `key` the same as [Names#key] has them
    private record Entry(long id, String number, String plain, String key) {}

    private final List<Entry> entries;

    private PeopleIndex(List<Entry> entries) {
        this.entries = entries;
    }

    /// Reads the whole roster; takes some seconds for 100,000 people.
    public static PeopleIndex of(Roster roster) throws StationFault {
        var making = new Making();
        roster.each(making);
        return making.index();
    }

    private static final class Making implements Consumer<Listed> {
        private final Collator order = Collator.getInstance(Locale.of("vi"));
        private final List<Entry> entries = new ArrayList<>();
        private final List<CollationKey> given = new ArrayList<>();
        private final List<CollationKey> whole = new ArrayList<>();

        @Override
        public void accept(Listed listed) {
            var person = listed.person();
            var where = person.home().hamlet() + GAP + person.home().household();
            entries.add(
                    new Entry(
                            listed.id(),
                            person.number().orElse(""),
                            GAP + Names.plain(person.name()) + END + GAP + bare(Names.plain(where)),
                            GAP + Names.key(person.name()) + END + GAP + bare(Names.key(where))));
            // by given name, which comes last, then by the whole name
            var name = Names.key(person.name());
            given.add(order.getCollationKey(name.substring(name.lastIndexOf(GAP) + 1)));
            whole.add(order.getCollationKey(name));
        }

        private static String bare(String text) {
            return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ");
        }

        PeopleIndex index() {
            var sorted = new ArrayList<Integer>();
            for (int i = 0; i < entries.size(); i++) {
                sorted.add(i);
            }
            sorted.sort(
                    Comparator.<Integer, CollationKey>comparing(given::get)
                            .thenComparing(whole::get));
            return new PeopleIndex(List.copyOf(sorted.stream().map(entries::get).toList()));
        }
    }

    public int size() {
        return entries.size();
    }

    /// The roster's numbers of those who match, the best first: whole number, then names whose
    /// marks agree with what was typed, then the others; in each by given name.
    public List<Long> find(String query, int most) {
        var clean = Names.clean(query);
        if (clean.isEmpty()) {
            return List.of();
        }
        var digits = clean.replace(" ", "");
        return digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? byNumber(digits, most)
                : byWords(Names.plain(clean).split(" "), Names.key(clean).split(" "), most);
    }

    private List<Long> byNumber(String digits, int most) {
        var found = new ArrayList<Long>();
        for (var entry : entries) {
            if (entry.number().equals(digits)) {
                found.addFirst(entry.id());
            } else if (digits.length() >= FEWEST_DIGITS
                    && found.size() < most
                    && entry.number().endsWith(digits)) {
                found.add(entry.id());
            }
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private List<Long> byWords(String[] plain, String[] key, int most) {
        var agree = new ArrayList<Long>();
        var differ = new ArrayList<Long>();
        for (var entry : entries) {
            if (!matches(plain, entry.plain())) {
                continue;
            }
            if (matches(key, entry.key())) {
                agree.add(entry.id());
                if (agree.size() == most) {
                    return agree;
                }
            } else if (differ.size() < most) {
                differ.add(entry.id());
            }
        }
        agree.addAll(differ.subList(0, Math.min(differ.size(), most - agree.size())));
        return agree;
    }

    /// Whether each word begins one of the text, in the same order.
    private static boolean matches(String[] words, String text) {
        int from = 0;
        for (var word : words) {
            int at = text.indexOf(word, from);
            while (at > 0 && text.charAt(at - 1) != GAP) {
                at = text.indexOf(word, at + 1);
            }
            if (at < 0) {
                return false;
            }
            from = at + word.length();
        }
        return true;
    }

    @Override
    public String toString() {
        return "PeopleIndex[" + entries.size() + " people]";
    }
}
