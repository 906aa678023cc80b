package vn.tram.enroll;

import vn.tram.image.Position;

/// A finger of an officer of this station.
///
/// @param officer the account's name
public record OfficerFinger(String officer, Position finger) implements PrintOf {}
