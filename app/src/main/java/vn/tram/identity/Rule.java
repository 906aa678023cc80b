package vn.tram.identity;

/// What data must keep, in the four families *đúng, đủ, sạch, sống*. The code is what the operator
/// can read out; the sentence's bundle key is `finding.<code>`, such as `finding.DL-301`.
public enum Rule {
    /// A personal number has twelve digits.
    NUMBER_MALFORMED("DL-301", Family.CORRECT, Severity.BLOCK),
    DATE_MALFORMED("DL-302", Family.CORRECT, Severity.BLOCK),
    DATE_IN_FUTURE("DL-303", Family.CORRECT, Severity.BLOCK),
    AGE_DOUBTED("DL-304", Family.CORRECT, Severity.WARN),
    NUMBER_OF_UNKNOWN_PLACE("DL-305", Family.CORRECT, Severity.WARN),
    NUMBER_OF_OTHER_SEX("DL-306", Family.CORRECT, Severity.WARN),
    NUMBER_OF_OTHER_YEAR("DL-307", Family.CORRECT, Severity.WARN),
    NAME_MALFORMED("DL-308", Family.CORRECT, Severity.BLOCK),
    /// Neither `M` nor `F`.
    SEX_MALFORMED("DL-309", Family.CORRECT, Severity.BLOCK),
    PHONE_MALFORMED("DL-310", Family.CORRECT, Severity.BLOCK),
    EMAIL_MALFORMED("DL-311", Family.CORRECT, Severity.BLOCK),
    /// Neither 9 nor 12 digits.
    OLD_NUMBER_MALFORMED("DL-312", Family.CORRECT, Severity.WARN),
    ISSUED_BEFORE_BIRTH("DL-313", Family.CORRECT, Severity.BLOCK),
    /// A chosen service needs it.
    MISSING("DL-321", Family.COMPLETE, Severity.BLOCK),
    /// The citizen is too young to be without a legal representative.
    REPRESENTATIVE_MISSING("DL-322", Family.COMPLETE, Severity.BLOCK),
    /// Too young for what a chosen service captures: nothing is captured for it.
    TOO_YOUNG_FOR_CAPTURE("DL-323", Family.COMPLETE, Severity.WARN),
    /// Not NFC, or stray spaces.
    NOT_CLEAN("DL-331", Family.CLEAN, Severity.WARN),
    /// The representative has the citizen's own number.
    REPRESENTATIVE_IS_CITIZEN("DL-332", Family.CLEAN, Severity.BLOCK),
    /// The address stands on a card older than the last change of administrative units.
    ADDRESS_OUTDATED("DL-341", Family.ALIVE, Severity.WARN),
    /// The citizen has passed an age at which the card must be exchanged.
    CARD_OUTDATED("DL-342", Family.ALIVE, Severity.WARN);

    /// The four things data should be.
    public enum Family {
        /// Đúng.
        CORRECT,
        /// Đủ.
        COMPLETE,
        /// Sạch.
        CLEAN,
        /// Sống.
        ALIVE
    }

    /// What a finding does to the data check.
    public enum Severity {
        /// The check cannot be confirmed.
        BLOCK,
        /// The operator asks again and may confirm.
        WARN
    }

    private final String code;
    private final Family family;
    private final Severity severity;

    Rule(String code, Family family, Severity severity) {
        this.code = code;
        this.family = family;
        this.severity = severity;
    }

    /// Whether other parts of the station take it for granted: it always blocks.
    public boolean isFirm() {
        return this == NUMBER_MALFORMED || this == DATE_MALFORMED || this == SEX_MALFORMED;
    }

    public String code() {
        return code;
    }

    public Family family() {
        return family;
    }

    /// The usual one; `config/data-rules.toml` may say another.
    public Severity severity() {
        return severity;
    }
}
