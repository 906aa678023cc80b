package vn.tram.domain;

/// Somebody who works at the station.
///
/// @param id the account's name, such as `canbo1`; it may stand in logs and records
/// @param name as shown on the screen; redacted in `toString`
public record Officer(String id, String name, Role role) {
    @Override
    public String toString() {
        return "Officer[" + id + ", " + role + "]";
    }
}
