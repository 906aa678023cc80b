package vn.tram.calibration;

import java.util.List;
import vn.tram.domain.Digest;

/// The certificates and extensions of one device, from the first on.
public sealed interface Chain {
    /// @param digest SHA-256 of the entry's file
    record Link(Entry entry, Digest digest) {}

    /// Every signature holds, each entry names the one before, and the last is the last.
    record Whole(List<Link> links) implements Chain {
        public Whole {
            links = List.copyOf(links);
        }
    }

    /// Something was changed, removed or put in another order.
    ///
    /// @param entry the first that does not hold, 1 for the first
    /// @param why one phrase for a technician
    record Broken(int entry, String why) implements Chain {}
}
