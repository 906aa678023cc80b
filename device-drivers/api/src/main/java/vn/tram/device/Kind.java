package vn.tram.device;

/// What sort of device this is, which decides the steps it can serve.
public enum Kind {
    /// Shows four fingers, or two thumbs, at once.
    SLAP_SCANNER,
    /// Shows one finger at a time.
    SINGLE_FINGER_SCANNER,
    /// Takes portraits and pictures of hands.
    CAMERA,
    /// Reads the codes of cards and papers; a [CodeReader].
    CODE_READER
}
