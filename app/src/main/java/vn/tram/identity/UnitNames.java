package vn.tram.identity;

import java.util.List;
import java.util.Locale;

/// Names of administrative units, compared however their kind is written.
final class UnitNames {
    /// Longer ones first. A number alone (`Phường 1`) stays one.
    private static final List<String> KINDS =
            List.of(
                    "thành phố ",
                    "thị trấn ",
                    "đặc khu ",
                    "thị xã ",
                    "phường ",
                    "huyện ",
                    "quận ",
                    "tỉnh ",
                    "t.p. ",
                    "t.p.",
                    "t.p ",
                    "tp. ",
                    "tp.",
                    "tp ",
                    "tx. ",
                    "tx.",
                    "tx ",
                    "tt. ",
                    "tt.",
                    "tt ",
                    "xã ",
                    "x. ",
                    "x.",
                    "h. ",
                    "h.",
                    "p. ",
                    "p.",
                    "q. ",
                    "q.",
                    "t. ",
                    "t.");

    private UnitNames() {}

    /// The same for two spellings of one unit: without its kind, tones wherever they are placed.
    static String key(String name) {
        return Names.key(bare(Names.clean(name)));
    }

    /// Without its kind in front.
    private static String bare(String name) {
        var lower = name.toLowerCase(Locale.of("vi"));
        for (var kind : KINDS) {
            if (lower.startsWith(kind) && lower.length() > kind.length()) {
                return name.substring(kind.length());
            }
        }
        return name;
    }
}
