package vn.tram.roster;

import java.util.Locale;

/// What a column of a list can hold.
public enum Column {
    HAMLET,
    GROUP,
    HOUSEHOLD,
    PERSONAL_NUMBER,
    NAME,
    BIRTH_DATE,
    SEX,
    ETHNIC_GROUP,
    RESIDENCE,
    PHONE,
    CATEGORIES,
    AWAY,
    EXPECTED_RETURN,
    DONE,
    /// Marks invented people: no station in production takes a row that has something here.
    TRAINING;

    /// As the head of the station's own lists has it, such as `birth_date`.
    public String head() {
        return name().toLowerCase(Locale.ROOT);
    }
}
