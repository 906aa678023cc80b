package vn.tram.domain;

import java.util.UUID;

/// Names one visit of one citizen. Random, says nothing about the person.
public record SessionId(UUID value) {
    public static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no UUID
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    /// The UUID's 36 characters.
    @Override
    public String toString() {
        return value.toString();
    }
}
