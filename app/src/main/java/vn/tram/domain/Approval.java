package vn.tram.domain;

import java.time.Instant;

/// A supervisor's decision that exceptions and overrides of a session stand.
///
/// @param by the officer's id, never the operator's own
public record Approval(String by, Instant at) {}
