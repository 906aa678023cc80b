package vn.tram.driver.zfm.simulator;

/// How the finger before a simulated module behaves.
public enum Finger {
    /// Lies until a second after it was made into a template, is away for a second, and comes back:
    /// what programs that enroll wait for.
    LIFTS,
    /// Lies all the time.
    STAYS,
    /// Never comes.
    AWAY
}
