package vn.tram.papers;

import java.io.IOException;
import java.util.Set;

/// Where slips come out. May block.
public interface SlipPrinter {
    /// Puts a slip out, again if it was before.
    ///
    /// @param number the slip's own number
    /// @throws IOException when it did not come out; it may be tried again
    void print(String number, byte[] pdf) throws IOException;

    /// Whether this slip came out before.
    boolean printed(String number);

    /// Destroys what is kept of all slips but these.
    ///
    /// @param numbers of the slips that may still be wanted
    void keepOnly(Set<String> numbers) throws IOException;
}
