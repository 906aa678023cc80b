package vn.tram.settings;

/// What sort of place the station works at; decides what lists show in public and when the screen
/// covers itself.
public enum SiteProfile {
    COUNTER,
    POP_UP,
    MOBILE,
    HOME
}
