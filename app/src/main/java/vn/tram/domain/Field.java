package vn.tram.domain;

/// One item of a citizen's data.
public enum Field {
    PERSONAL_NUMBER,
    OLD_NUMBER,
    NAME,
    BIRTH_DATE,
    SEX,
    NATIONALITY,
    ETHNIC_GROUP,
    RESIDENCE,
    CURRENT_ADDRESS,
    CARD_ISSUED,
    PHONE,
    EMAIL,
    GUARDIAN_NAME,
    GUARDIAN_NUMBER
}
