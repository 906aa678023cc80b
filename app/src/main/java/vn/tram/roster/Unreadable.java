package vn.tram.roster;

/// A file is no list that can be taken: nothing of it was.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Why {
        /// Neither CSV nor an Excel workbook.
        NOT_A_LIST,
        /// More bytes than any list has, packed or unpacked.
        TOO_LARGE,
        /// More rows than a list may have.
        TOO_MANY_ROWS,
        /// No row names the columns that are needed: name, birth date, hamlet.
        NO_HEAD,
        /// One column is named twice.
        COLUMN_TWICE,
        /// A signature lies beside the file and does not hold.
        SIGNATURE,
        /// No signature lies beside the file, and the station wants one.
        NOT_SIGNED
    }

    private final Why why;

    /// @param detail English; nothing of a person
    Unreadable(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    Unreadable(Why why, String detail, Throwable cause) {
        super(detail, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
