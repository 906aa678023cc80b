package vn.tram.domain;

/// Where an item of a citizen's data comes from.
public enum Source {
    CARD_QR,
    ROSTER,
    TYPED
}
