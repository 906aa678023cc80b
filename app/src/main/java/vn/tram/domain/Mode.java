package vn.tram.domain;

import java.util.Locale;
import java.util.Optional;

/// What a state folder was provisioned for; fixed for its life.
public enum Mode {
    TRAINING,
    PRODUCTION;

    /// As written in the file `mode` and in records: `training`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode with that text, if there is one.
    public static Optional<Mode> ofText(String text) {
        for (var mode : values()) {
            if (mode.text().equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
