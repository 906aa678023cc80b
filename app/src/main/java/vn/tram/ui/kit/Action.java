package vn.tram.ui.kit;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/// Something beside the one next step, with its key. It is never greyed: when it cannot be done now
/// the state machine refuses and the screen says why.
///
/// @param key empty only for what has no key anywhere, such as switching the station off
public record Action(Optional<Key> key, Ikon icon, Phrase words, Runnable run) {
    public static Action of(Key key, Ikon icon, Phrase words, Runnable run) {
        return new Action(Optional.of(key), icon, words, run);
    }

    public static Action withoutKey(Ikon icon, Phrase words, Runnable run) {
        return new Action(Optional.empty(), icon, words, run);
    }
}
