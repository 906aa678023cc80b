package vn.tram.enroll;

import vn.tram.domain.Session;

/// What became of a step.
public sealed interface Outcome {
    /// Done and durable; the session as it is now.
    record Done(Session session) implements Outcome {}

    /// Not done, nothing changed.
    record Refused(Reason reason) implements Outcome {}
}
