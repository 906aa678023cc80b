package vn.tram.roster;

/// Why somebody may need to be visited at home.
public enum Category {
    OLD,
    ILL,
    DISABLED,
    BEDRIDDEN
}
