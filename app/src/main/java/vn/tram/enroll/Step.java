package vn.tram.enroll;

/// The seven steps of a session, in the order of the rail.
public enum Step {
    FIND,
    SERVICES,
    CHECK,
    FINGERPRINTS,
    PORTRAIT,
    REVIEW,
    SLIP
}
