package vn.tram.domain;

import java.time.Instant;

/// The operator's signature under a session, after authenticating again.
///
/// @param by the officer's id
/// @param citizenConfirmed whether the citizen confirmed the data on the screen or paper
public record SignOff(String by, Instant at, boolean citizenConfirmed) {}
