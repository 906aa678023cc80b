package vn.tram.enroll;

/// Why an account is not changed as asked.
public enum AccountDoubt {
    /// There is no such account, or it is disabled already.
    UNKNOWN,
    /// The id is taken, if only by an account that is disabled.
    EXISTS,
    /// An id is 2 to 32 small letters and digits, with points and dashes between them.
    BAD_ID,
    /// A name is letters, up to 60 characters.
    BAD_NAME,
    /// Fewer than [AccountKeeping#LEAST_PASSWORD] characters beside the id, or more than 128.
    WEAK_PASSWORD,
    /// Nobody else could make accounts.
    LAST_SUPERVISOR
}
