package vn.tram.enroll;

/// Something around the station failed: disk, database, key file. Carries the code the operator can
/// read out and the bundle key of the sentence is `fault.<code>`.
public final class StationFault extends Exception {
    private static final long serialVersionUID = 1L;

    /// Which sentence the operator is told. Codes as in the design: LT store, TK accounts and keys,
    /// XL export, TB device.
    public enum Code {
        /// The database cannot be read or written.
        LT_400,
        /// The disk is full.
        LT_401,
        /// The database file is damaged.
        LT_402,
        /// Another station program has the state folder.
        LT_403,
        /// The state folder was written by a newer program, or is not a station's.
        LT_404,
        /// The session's key is gone: its images cannot be read.
        LT_405,
        /// A file cannot be written where somebody asked for it.
        LT_406,
        /// The accounts are missing or unreadable.
        TK_600,
        /// A key or certificate of the station is missing or unreadable.
        TK_610,
        /// The registry's sealing certificate is missing or not valid.
        TK_611,
        /// Sealing or signing failed.
        TK_612,
        /// The audit log cannot be written or does not hold.
        TK_620,
        /// A setting is unknown or out of range.
        TK_630,
        /// The destination of an export cannot be written.
        XL_501,
        /// What was written does not read back the same.
        XL_502,
        /// The destination went away while it was written; repeating goes on.
        XL_503,
        /// A receipt does not belong to this station or batch, or its signature does not hold.
        XL_504,
        /// The registry refused a batch.
        XL_505,
        /// The outbox holds a batch the database does not know, or lacks one it knows.
        XL_506;

        /// As read out: `LT-402`.
        public String text() {
            return name().replace('_', '-');
        }
    }

    private final Code code;

    /// @param detail English, for the log; no personal data
    public StationFault(Code code, String detail) {
        super(code.text() + ": " + detail);
        this.code = code;
    }

    public StationFault(Code code, String detail, Throwable cause) {
        super(code.text() + ": " + detail, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
