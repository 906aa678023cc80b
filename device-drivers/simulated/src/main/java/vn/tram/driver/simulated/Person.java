package vn.tram.driver.simulated;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.tram.image.Position;

/// A synthetic person's hands. Fingers are grown when first asked for and kept.
final class Person {
    private final long key;
    private final Optional<Skin> wanted;
    private final double build;
    private final Skin usual;
    private final Map<Position, Finger> fingers = new EnumMap<>(Position.class);

    /// @param key what makes this person different from all others
    /// @param wanted the skin of all fingers; empty draws it
    Person(long key, Optional<Skin> wanted) {
        this.key = key;
        this.wanted = wanted;
        var dice = Dice.of(key, 1);
        this.build = Math.clamp(1 + 0.05 * dice.normal(), 0.88, 1.1);
        this.usual = usual(dice);
    }

    /// People by their skin: of a hundred, 78 ordinary, 9 dry, 6 wet, 7 worn.
    private static Skin usual(Dice dice) {
        double roll = dice.unit();
        return roll < 0.78
                ? Skin.NORMAL
                : roll < 0.87 ? Skin.DRY : roll < 0.93 ? Skin.WET : Skin.WORN;
    }

    long key() {
        return key;
    }

    /// Whether that finger is there without waiting.
    boolean hasGrown(Position position) {
        return fingers.containsKey(position);
    }

    /// @throws IllegalArgumentException when `position` is no finger
    Finger finger(Position position) {
        if (!position.isFinger()) {
            throw new IllegalArgumentException(position + " is no finger");
        }
        if (position.isRolled() && !hasGrown(position)) {
            var laid = finger(position.finger());
            fingers.put(position, laid.unrolled(Dice.of(key, 8, position.code())));
        }
        return fingers.computeIfAbsent(position, this::grow);
    }

    /// People of another skin than the ordinary one have it on most fingers, not on all.
    private Finger grow(Position position) {
        var dice = Dice.of(key, 2, position.code());
        var drawn = dice.chance(usual == Skin.NORMAL ? 0.985 : 0.75) ? usual : other(dice);
        return Finger.grow(position, wanted.orElse(drawn), build, dice);
    }

    private Skin other(Dice dice) {
        return usual == Skin.NORMAL
                ? Skin.values()[1 + dice.below(Skin.values().length - 1)]
                : Skin.NORMAL;
    }
}
