package vn.tram.driver.simulated;

/// What a finger's skin is like.
enum Skin {
    NORMAL,
    /// Ridges broken into dots, pale: cold weather, detergents, age.
    DRY,
    /// Valleys filled, ridges run together: sweat.
    WET,
    /// Ridges rubbed flat in places, scars: bricklayers, farmers, the old.
    WORN
}
