package vn.tram.roster;

import java.time.LocalDate;
import java.util.Optional;

/// Somebody has been enrolled.
///
/// @param on empty when a list says so without a date
public record Done(Optional<LocalDate> on) {}
