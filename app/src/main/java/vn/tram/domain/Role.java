package vn.tram.domain;

/// What somebody may do at the station.
public enum Role {
    OPERATOR,
    SUPERVISOR,
    TECHNICIAN,
    INSPECTOR
}
