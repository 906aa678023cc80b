package vn.tram.enroll;

import vn.tram.domain.Attempt;
import vn.tram.image.Position;

/// One finger of one attempt.
///
/// @param position what was asked for, a slap or the finger itself
record Touch(Position position, int attempt, Position finger) implements PrintOf {
    static Touch of(Attempt attempt, Position finger) {
        return new Touch(attempt.position(), attempt.number(), finger);
    }

    boolean isOf(Attempt other) {
        return position == other.position() && attempt == other.number();
    }

    /// Whether it must be another finger than `other`: of one capture, or of another position; two
    /// tries at one position show the same fingers.
    boolean mustDiffer(Touch other) {
        boolean triedAgain = position == other.position() && attempt != other.attempt;
        return finger.finger() != other.finger.finger() && !triedAgain;
    }

    /// Whether one is the rolled and the other the plain print of a finger.
    boolean isOtherPrintOf(Touch other) {
        return finger != other.finger && finger.finger() == other.finger.finger();
    }
}
