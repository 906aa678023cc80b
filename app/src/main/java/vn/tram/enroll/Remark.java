package vn.tram.enroll;

import java.time.Instant;
import vn.tram.domain.SessionId;

/// What an inspector says of a session that his sample drew.
///
/// @param seed the sample's
/// @param words what is not in order; empty where all is; redacted in `toString`
/// @param by the inspector's account
public record Remark(
        SessionId session, long seed, Grade grade, String words, String by, Instant at) {
    public enum Grade {
        IN_ORDER,
        NOT_IN_ORDER
    }

    @Override
    public String toString() {
        return "Remark[" + session + ", " + grade + ", " + by + "]";
    }
}
