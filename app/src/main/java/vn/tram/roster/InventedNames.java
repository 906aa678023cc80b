package vn.tram.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.tram.identity.Lines;

/// Names for invented people, as `training-names.tsv` makes them up. Spelt as birth records do,
/// with tones placed in the old and the new way.
final class InventedNames {
    /// Words and how often each comes.
    private record Urn(List<String> words, int[] upTo) {
        static Urn of(String text) {
            var words = new ArrayList<String>();
            var weights = new ArrayList<Integer>();
            for (var part : text.split(" ")) {
                var pair = part.split("=");
                words.add(pair[0].replace('_', ' '));
                weights.add(Integer.valueOf(pair[1]));
            }
            var upTo = new int[words.size()];
            int sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                sum += weights.get(i);
                upTo[i] = sum;
            }
            return new Urn(words, upTo);
        }

        String draw(SplittableRandom random) {
            int at = random.nextInt(upTo[upTo.length - 1]);
            int i = 0;
            while (upTo[i] <= at) {
                i++;
            }
            return words.get(i);
        }
    }

    /// One in so many has two given words (`Thuỳ Linh`).
    private static final int TWO_WORDS = 4;

    private static final Map<String, Map<String, Urn>> PARTS = new LinkedHashMap<>();
    private static final Map<String, String> PREFIXES = new HashMap<>();
    private static final Urn GROUPS;

    static {
        var shares = new ArrayList<String>();
        for (var line : Lines.of(InventedNames.class, "training-names.tsv")) {
            var group = line.get(0);
            var part = line.get(1);
            if (part.equals("share")) {
                shares.add(group + "=" + line.get(2));
            } else if (part.endsWith("-prefix")) {
                PREFIXES.put(group + part, line.get(2));
            } else {
                PARTS.computeIfAbsent(group, _ -> new HashMap<>()).put(part, Urn.of(line.get(2)));
            }
        }
        GROUPS = Urn.of(String.join(" ", shares));
    }

    private final SplittableRandom random;

    InventedNames(SplittableRandom random) {
        this.random = random;
    }

    String ethnicGroup() {
        return GROUPS.draw(random);
    }

    String family(String group) {
        return draw(group, "family");
    }

    /// A whole name with that family name.
    String name(String group, String family, boolean female) {
        var sex = female ? "female" : "male";
        var given = draw(group, sex);
        var prefix = PREFIXES.get(group + sex + "-prefix");
        if (prefix != null) {
            // H' is written at the name, Y before it
            return prefix + (prefix.endsWith("'") ? "" : " ") + given + " " + family;
        }
        if (!part(group).containsKey(sex + "-middle")) {
            return family + " " + given;
        }
        var middle = draw(group, sex + "-middle");
        if (random.nextInt(TWO_WORDS) == 0) {
            var first = draw(group, sex);
            given = first.equals(given) ? given : first + " " + given;
        }
        return family + " " + middle + " " + given;
    }

    private String draw(String group, String part) {
        var urn = part(group).get(part);
        if (urn == null) {
            throw new IllegalStateException("training-names.tsv has no " + part + " of " + group);
        }
        return urn.draw(random);
    }

    private static Map<String, Urn> part(String group) {
        var parts = PARTS.get(group);
        if (parts == null) {
            throw new IllegalStateException("training-names.tsv has no " + group);
        }
        return parts;
    }
}
