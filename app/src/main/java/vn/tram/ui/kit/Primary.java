package vn.tram.ui.kit;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/// The one next step, always at the same place.
public sealed interface Primary {
    Phrase words();

    /// Does the next thing that is missing.
    ///
    /// @param key its cap: [Key#ENTER], or [Key#SPACE] on capture screens, where both fire
    record Ready(Phrase words, Optional<Ikon> icon, Key key, Runnable run) implements Primary {
        public Ready {
            if (key != Key.ENTER && key != Key.SPACE) {
                throw new IllegalArgumentException("the primary is Enter or Space: " + key);
            }
        }
    }

    /// Grey: the machine works, and the words say on what.
    record Working(Phrase words) implements Primary {}

    static Primary ready(Phrase words, Runnable run) {
        return new Ready(words, Optional.empty(), Key.ENTER, run);
    }

    static Primary ready(Phrase words, Ikon icon, Runnable run) {
        return new Ready(words, Optional.of(icon), Key.ENTER, run);
    }

    /// On a capture screen: Space and Enter.
    static Primary capture(Phrase words, Ikon icon, Runnable run) {
        return new Ready(words, Optional.of(icon), Key.SPACE, run);
    }

    static Primary working(Phrase words) {
        return new Working(words);
    }
}
