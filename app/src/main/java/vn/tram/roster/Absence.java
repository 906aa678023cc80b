package vn.tram.roster;

import java.time.LocalDate;
import java.util.Optional;

/// Somebody of the roster is not there.
///
/// @param expectedReturn empty when nobody knows
public record Absence(Reason reason, Optional<LocalDate> expectedReturn) {
    /// Why.
    public enum Reason {
        OTHER_PROVINCE,
        ABROAD,
        STUDY,
        WORK,
        /// In the forest or the fields, up to a month.
        FOREST_OR_FIELD,
        OTHER
    }
}
