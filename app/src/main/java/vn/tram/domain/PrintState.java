package vn.tram.domain;

/// What a print looks like: a closed set, each with its own remedy.
///
/// It explains and advises; only limits refuse.
public enum PrintState {
    GOOD,
    /// Ridges thin, pale and broken into dots.
    DRY,
    /// Ridges run together, valleys filled: sweat, water, cream.
    WET,
    /// Ridges rubbed flat in places, creases and scars.
    WORN,
    /// Pressed too lightly: faint, in patches.
    LIGHT,
    /// Pressed too hard: ridges squeezed flat.
    HARD,
    /// Too little of the finger touches.
    SMALL,
    /// The finger lies on its side, or beside the glass.
    OFF_CENTRE,
    /// The finger moved while the picture was taken: smeared or doubled.
    MOVED,
    /// Remains of earlier prints, dust or smears on the glass.
    DIRTY_GLASS,
    /// No ridges of a finger.
    NOT_A_FINGER
}
