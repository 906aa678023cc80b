package vn.tram.driver.code.simulator;

import java.nio.charset.StandardCharsets;

/// What a reader sends behind a code; readers are set up for one.
public enum Ending {
    CR("\r"),
    LF("\n"),
    CRLF("\r\n"),
    /// Nothing but silence.
    NONE("");

    private final byte[] bytes;

    Ending(String bytes) {
        this.bytes = bytes.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
