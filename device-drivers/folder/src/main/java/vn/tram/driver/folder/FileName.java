package vn.tram.driver.folder;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.tram.image.Position;

/// What a file's name tells of the position it shows; where it tells nothing, the directories that
/// the file lies in are asked, the innermost first:
///
/// - `fgp` and a finger position of ANSI/NIST-ITL 1, as in `card_fgp13.png`; 11 and 12 are the
///   plain thumbs
/// - the same as two digits at the end, after `_` or `-`, as in `00001000_plain_500_13.png`
/// - words, as in `right-four`, `left_thumb`, `1__M_Left_index_finger`, `RightIndex`, `two thumbs`,
///   `slap right`, `face`, `document`; `r` and `l` are the hands
/// - `rolled`, `roll` or `rolls` in the name or in a directory makes a single finger a rolled one,
///   as in `rolled-right-thumb.png`, `rolled/right-thumb.png`, `00002302_R_500_roll_02.tif`;
///   `plain`, `flat` or `slap` further in makes it a plain one
final class FileName {
    private static final Pattern LABELLED = Pattern.compile("fgp[-_ ]?(\\d{1,2})(?!\\d)");
    private static final Pattern TRAILING = Pattern.compile("[-_](\\d\\d)\\.[a-z0-9]+$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])");

    private FileName() {}

    /// The position that the name tells, if it tells one.
    ///
    /// @param name the way to the file, with slashes
    static Optional<Position> position(String name) {
        var parts = Arrays.asList(name.split("/")).reversed();
        var position = parts.stream().map(FileName::told).flatMap(Optional::stream).findFirst();
        boolean rolled =
                parts.stream()
                        .flatMap(p -> impression(words(p)).stream())
                        .findFirst()
                        .orElse(false);
        return rolled ? position.map(p -> p.isFinger() ? p.otherPrint() : p) : position;
    }

    /// Whether these words tell a rolled print, or a plain one, if they tell.
    private static Optional<Boolean> impression(Set<String> words) {
        if (any(words, "rolled", "roll", "rolls")) {
            return Optional.of(true);
        }
        return any(words, "plain", "flat", "slap", "slaps") ? Optional.of(false) : Optional.empty();
    }

    private static Set<String> words(String part) {
        var words = new LinkedHashSet<String>();
        BETWEEN_WORDS.splitAsStream(part).map(w -> w.toLowerCase(Locale.ROOT)).forEach(words::add);
        return words;
    }

    private static Optional<Position> told(String part) {
        var lower = part.toLowerCase(Locale.ROOT);
        for (var pattern : List.of(LABELLED, TRAILING)) {
            var code = pattern.matcher(lower);
            if (code.find()) {
                var position = ofCode(Integer.parseInt(code.group(1)));
                if (position.isPresent()) {
                    return position;
                }
            }
        }
        return ofWords(words(part));
    }

    private static Optional<Position> ofCode(int code) {
        return switch (code) {
            case 11 -> Optional.of(Position.RIGHT_THUMB);
            case 12 -> Optional.of(Position.LEFT_THUMB);
            default -> Position.ofCode(code).filter(p -> p.isFinger() || p.isSlap());
        };
    }

    private static Optional<Position> ofWords(Set<String> words) {
        boolean right = any(words, "right", "r");
        boolean left = any(words, "left", "l");
        if (right != left) {
            var fingers = Position.fingers().subList(right ? 0 : 5, right ? 5 : 10);
            for (var finger : List.of("thumb", "index", "middle", "ring", "little")) {
                if (words.contains(finger)) {
                    return fingers.stream()
                            .filter(p -> p.name().endsWith(finger.toUpperCase(Locale.ROOT)))
                            .findFirst();
                }
            }
            if (any(words, "four", "slap", "slaps")) {
                return Optional.of(right ? Position.RIGHT_FOUR : Position.LEFT_FOUR);
            }
        }
        if (any(words, "thumbs")) {
            return Optional.of(Position.TWO_THUMBS);
        }
        if (any(words, "face", "faces", "portrait", "portraits")) {
            return Optional.of(Position.FACE);
        }
        return any(words, "document") ? Optional.of(Position.DOCUMENT) : Optional.empty();
    }

    private static boolean any(Set<String> words, String... wanted) {
        return Arrays.stream(wanted).anyMatch(words::contains);
    }
}
