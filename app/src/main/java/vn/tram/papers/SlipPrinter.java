package vn.tram.papers;

import java.io.IOException;

/// Where slips come out. May block.
public interface SlipPrinter {
    /// Puts a slip out, again if it was before.
    ///
    /// @param number the slip's own number
    /// @throws IOException when it did not come out; it may be tried again
    void print(String number, byte[] pdf) throws IOException;

    /// Whether this slip came out before.
    boolean printed(String number);
}
