package vn.tram.roster;

/// What is wrong with a row of a list, or to be looked at.
public enum Flaw {
    /// A cell cannot be read: an error of the worksheet, a formula never reckoned, a quote left
    /// open.
    CELL_UNREAD(true),
    /// The row has more cells than the head.
    CELLS_SHIFTED(true),
    /// Text in VNI.
    IN_VNI(true),
    /// Text in TCVN3 (ABC).
    IN_TCVN3(true),
    /// Neither UTF-8 nor an encoding that is known.
    NOT_UTF8(true),
    /// Other rows are in an old encoding, and this one may be.
    MAYBE_OLD_ENCODING(true),
    MISSING(true),
    TOO_LONG(true),
    NAME_MALFORMED(true),
    NUMBER_MALFORMED(true),
    /// Ten or eleven digits: a worksheet took the number for a quantity.
    ZEROS_LOST(true),
    DATE_MALFORMED(true),
    DATE_IN_FUTURE(true),
    /// No word that the station knows for this column.
    WORD_UNKNOWN(true),
    /// A row before has the same number.
    NUMBER_TWICE(true),
    /// A row before has the same name, birth, hamlet and household, and neither a number.
    PERSON_TWICE(true),
    /// The roster has this number for somebody with another name and another birth.
    NUMBER_OF_ANOTHER(true),
    /// An invented person, at a station in production.
    TRAINING_PERSON(true),
    /// Taken; the roster has somebody of this name and birth, who may be the same.
    MAYBE_KNOWN(false),
    /// Taken; the roster had this number with another name or birth.
    CHANGED(false);

    private final boolean refuses;

    Flaw(boolean refuses) {
        this.refuses = refuses;
    }

    /// Whether the row is not taken.
    public boolean refuses() {
        return refuses;
    }
}
