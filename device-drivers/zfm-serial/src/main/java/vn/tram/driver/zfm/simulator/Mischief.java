package vn.tram.driver.zfm.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What goes wrong on the line, by the number of the packet that the module sends; answers and data
/// packets are counted together, from 1.
///
/// Written as `sum@5`, `noise@3-9`, `silence@40-`, `short` (always), several with commas between;
/// the first that fits a packet is played.
public record Mischief(List<Rule> rules) {
    /// What can go wrong.
    public enum Trouble {
        /// Random bytes before the packet, some that look like the beginning of one.
        NOISE,
        /// The first half of the packet only.
        SHORT,
        /// A wrong sum.
        SUM,
        /// The packet is not sent.
        SILENCE,
        /// The module goes away.
        UNPLUG
    }

    /// @param first and `last`: of the packets it befalls
    public record Rule(Trouble trouble, long first, long last) {}

    private static final Pattern RULE =
            Pattern.compile("([a-z]+)(?:@([0-9]{1,9})(-)?([0-9]{1,9})?)?");

    public Mischief {
        rules = List.copyOf(rules);
    }

    public static Mischief none() {
        return new Mischief(List.of());
    }

    /// Reads a script.
    ///
    /// @throws IllegalArgumentException when it cannot be understood, naming the mistake
    public static Mischief of(String script) {
        var rules = new ArrayList<Rule>();
        for (var word : script.split(",", -1)) {
            rules.add(rule(word.strip()));
        }
        return new Mischief(rules);
    }

    private static Rule rule(String word) {
        var match = RULE.matcher(word);
        if (!match.matches() || match.group(3) == null && match.group(4) != null) {
            throw new IllegalArgumentException(
                    "'"
                            + word
                            + "' is none of noise, short, sum, silence, unplug, with @N, @N-M or @N- behind it");
        }
        var trouble =
                Arrays.stream(Trouble.values())
                        .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(match.group(1)))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no fault '" + match.group(1) + "'"));
        if (match.group(2) == null) {
            return new Rule(trouble, 1, Long.MAX_VALUE);
        }
        long first = Long.parseLong(match.group(2));
        long end = match.group(3) == null ? first : Long.MAX_VALUE;
        return new Rule(
                trouble, first, match.group(4) == null ? end : Long.parseLong(match.group(4)));
    }

    /// What befalls the packet of that number.
    Optional<Trouble> at(long packet) {
        return rules.stream()
                .filter(r -> r.first() <= packet && packet <= r.last())
                .map(Rule::trouble)
                .findFirst();
    }
}
