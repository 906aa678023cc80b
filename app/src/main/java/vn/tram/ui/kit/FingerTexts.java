package vn.tram.ui.kit;

import vn.tram.image.Position;

/// The names of fingers and captures. A rolled finger is named after the plain one.
public final class FingerTexts {
    private FingerTexts() {}

    /// As in a sentence: "ngón trỏ", "the index finger"; thumbs with their hand.
    ///
    /// @param finger plain or rolled
    public static Phrase inSentence(Position finger) {
        return Phrase.of("finger." + finger.finger().name());
    }

    /// As on a card: "Trỏ", "Index".
    ///
    /// @param finger plain or rolled
    public static Phrase onCard(Position finger) {
        return Phrase.of("finger." + finger.finger().name() + ".card");
    }

    /// Any position behind other words: "bàn phải – 4 ngón", "ngón trỏ phải", "lăn ngón trỏ phải".
    public static Phrase within(Position position) {
        if (position.isRolled()) {
            return Phrase.of("position.rolled.within", within(position.finger()));
        }
        return Phrase.of("position." + position.name() + ".within");
    }

    /// Any position as a heading: "Bàn phải – 4 ngón", "Ngón trỏ phải", "Lăn ngón trỏ phải", "Ảnh
    /// chân dung".
    public static Phrase title(Position position) {
        if (position.isRolled()) {
            return Phrase.of("position.rolled", within(position.finger()));
        }
        return Phrase.of("position." + position.name());
    }
}
