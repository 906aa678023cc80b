package vn.tram.roster;

/// What the settings say of the roster.
///
/// @param signatureRequired whether a list without a signature beside it is refused
public record RosterRules(Eligibility eligibility, boolean signatureRequired) {}
