package vn.tram.ui.kit;

import java.time.Duration;

/// Tells a reader that types like a keyboard from a hand: less than 30 ms between two characters,
/// and an Enter at the end. Knows no toolkit.
///
/// Characters are held until it is clear whose they are, for at most [#GAP].
final class Wedge {
    /// A hand is slower than this between two keys; a reader is faster (typically 1 to 10 ms).
    static final Duration GAP = Duration.ofMillis(30);

    /// Fewer characters than this are no code: rolling fingers may be as fast for two or three.
    static final int SHORTEST = 6;

    private final StringBuilder held = new StringBuilder();
    private long last = Long.MIN_VALUE;

    /// What an Enter is.
    sealed interface Enter {
        /// The end of a code.
        record Code(String text) implements Enter {}

        /// Too fast after a character to be a hand's, yet no code: fires nothing, and what is held
        /// was typed.
        record Stray() implements Enter {}

        /// A hand's.
        record Pressed() implements Enter {}
    }

    /// Whether `now` is still within a burst, in nanoseconds of [System#nanoTime].
    boolean bursting(long now) {
        return last != Long.MIN_VALUE && now - last < GAP.toNanos();
    }

    /// A character came. Those held from before a longer pause were typed by hand and must have
    /// been [#released] by then.
    void character(String character, long now) {
        held.append(character);
        last = now;
    }

    /// Whether characters are held.
    boolean holds() {
        return !held.isEmpty();
    }

    /// The hold is over: what was held belongs to a hand.
    void released() {
        held.setLength(0);
    }

    Enter enter(long now) {
        if (!bursting(now)) {
            return new Enter.Pressed();
        }
        last = now;
        if (held.length() < SHORTEST) {
            return new Enter.Stray();
        }
        var code = held.toString();
        held.setLength(0);
        return new Enter.Code(code);
    }
}
