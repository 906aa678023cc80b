package vn.tram.driver.sbi.simulator;

/// A way to misbehave. Those of a capture keep all else right, so that a client that notices
/// noticed just that.
public enum Misdeed {
    NONE,

    // What is signed, and how: the capture.
    ALG_NONE,
    /// The signed content is changed afterwards.
    CHANGED,
    /// Signed with another key than that of the certificate beside it.
    OTHER_KEY,
    /// RS512 instead of RS256.
    OTHER_ALGORITHM,
    NO_CERTIFICATE,
    UNSIGNED,

    // The certificate of the capture's signer.
    EXPIRED,
    NOT_YET_VALID,
    /// Of a root that nobody was told to trust.
    STRANGER,
    /// For encrypting keys, not for signing.
    WRONG_KEY_USAGE,
    SHORT_KEY,

    // Who the device is.
    /// A trusted key, but not the one that signed the device info.
    OTHER_DEVICES_KEY,
    OTHER_SERIAL,
    OTHER_CODE,

    // What the capture answers.
    OTHER_TRANSACTION,
    WRONG_PURPOSE,
    WRONG_ENVIRONMENT,
    WRONG_TYPE,
    WRONG_VERSION,
    SLOW_CLOCK,
    FAST_CLOCK,
    /// One biometric more than asked for: the first again.
    ONE_MORE,
    ONE_LESS,
    /// The second finger is the first again, count and hashes right.
    FINGER_TWICE,
    /// The first finger says it is of the other hand, in word and record.
    OTHER_FINGER,
    BROKEN_HASH,
    /// The first two biometrics change places after they were chained.
    SWAPPED,

    // The record.
    /// The position in the record is another than the one beside it.
    RECORD_OF_ANOTHER,
    WRONG_LENGTH,
    /// The record says another size than its picture.
    OTHER_SIZE,
    /// A JPEG 2000 of 60000 x 60000 pixels, in a few bytes.
    BOMB,
    NO_PICTURE,

    // The device's state.
    BUSY,
    NOT_READY,
    NOT_REGISTERED,
    /// Nothing ever lies before it.
    SILENT,

    // The connection.
    /// The service ends at the capture, like a killed process.
    VANISH,
    /// The capture's answer comes a byte at a time, 20 a second.
    DRIP,
    /// The capture's answer has no end.
    FLOOD,
    /// The capture's answer ends in its middle.
    CUT,
    NOT_JSON,
    NOT_HTTP,

    // The live picture.
    STREAM_WITHOUT_BOUNDARY,
    /// A part that announces 10 GB.
    STREAM_HUGE_PART,
    STREAM_ENDLESS_HEADER,
    /// A JPEG of 60000 x 60000 pixels.
    STREAM_BOMB
}
