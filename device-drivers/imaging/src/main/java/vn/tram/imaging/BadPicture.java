package vn.tram.imaging;

import java.io.IOException;

/// Bytes that are not the picture they should be. Stays inside this package: outside it is
/// [Decoding.Unreadable].
final class BadPicture extends IOException {
    private static final long serialVersionUID = 1;

    BadPicture(String why) {
        super(why);
    }

    BadPicture(String why, Throwable cause) {
        super(why, cause);
    }
}
