package vn.tram.driver.folder;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tram.image.Position;

/// What a file's name tells of the position it shows:
///
/// - `fgp` and a finger position of ANSI/NIST-ITL 1, as in `card_fgp13.png`; 11 and 12 are the
///   plain thumbs
/// - the same as two digits at the end, after `_` or `-`, as in `00001000_plain_500_13.png`
/// - words, as in `right-four`, `left_thumb`, `two thumbs`, `face`, `document`
final class FileName {
    private static final Pattern LABELLED = Pattern.compile("fgp[-_ ]?(\\d{1,2})(?!\\d)");
    private static final Pattern TRAILING = Pattern.compile("[-_](\\d\\d)\\.[a-z0-9]+$");
    private static final Map<String, Position> WORDS = words();

    private FileName() {}

    /// The position that the name tells, if it tells one.
    static Optional<Position> position(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var pattern : new Pattern[] {LABELLED, TRAILING}) {
            var code = pattern.matcher(lower);
            if (code.find()) {
                var position = ofCode(Integer.parseInt(code.group(1)));
                if (position.isPresent()) {
                    return position;
                }
            }
        }
        var words = "-" + lower.replaceAll("[^a-z]+", "-") + "-";
        return WORDS.entrySet().stream()
                .filter(word -> words.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Position> ofCode(int code) {
        return switch (code) {
            case 11 -> Optional.of(Position.RIGHT_THUMB);
            case 12 -> Optional.of(Position.LEFT_THUMB);
            default -> Position.ofCode(code).filter(p -> p.isFinger() || p.isSlap());
        };
    }

    private static Map<String, Position> words() {
        var words = new LinkedHashMap<String, Position>();
        for (var position : Position.values()) {
            words.put(
                    "-" + position.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-",
                    position);
        }
        words.put("-thumbs-", Position.TWO_THUMBS);
        words.put("-portrait-", Position.FACE);
        return words;
    }
}
