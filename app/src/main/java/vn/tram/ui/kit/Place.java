package vn.tram.ui.kit;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/// A place of the left rail outside a session.
///
/// @param name lower-dash, what [Intent.Open] names
/// @param count what waits there; empty shows nothing
/// @param attention whether the count wants somebody
public record Place(
        String name, Ikon icon, Phrase words, Optional<Integer> count, boolean attention) {
    public static Place of(String name, Ikon icon, Phrase words) {
        return new Place(name, icon, words, Optional.empty(), false);
    }

    public Place withCount(int waiting, boolean wantsSomebody) {
        return new Place(name, icon, words, Optional.of(waiting), wantsSomebody);
    }
}
