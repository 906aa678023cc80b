package vn.tram.cli;

import java.util.Locale;
import java.util.Optional;
import vn.tram.image.Position;

/// Names of enum constants as the command line writes them: `right-four`.
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Position> position(String text) {
        for (var position : Position.values()) {
            if (of(position).equals(text)) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }
}
