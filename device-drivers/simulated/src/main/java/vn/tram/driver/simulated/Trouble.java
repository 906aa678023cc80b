package vn.tram.driver.simulated;

/// A fault that a script plays.
enum Trouble {
    /// The device is gone, until it is opened again.
    UNPLUG,
    /// Nothing comes.
    SILENCE,
    /// What comes is no picture.
    GARBAGE,
    /// The picture comes late, but within the patience.
    SLOW
}
