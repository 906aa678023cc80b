package vn.tram.imaging;

import java.io.IOException;

/// A stream of pictures that is not what its protocol allows, or larger than anybody needs. The
/// message is one phrase for a technician.
public final class BadStream extends IOException {
    private static final long serialVersionUID = 1;

    BadStream(String why) {
        super(why);
    }
}
