package vn.tram.enroll;

import java.net.URI;
import java.util.Optional;
import vn.tram.enroll.Devices.Seat;

/// Port: which device the officers chose for a seat, kept for the next start.
public interface SeatMemory {
    /// @param address where it was when it was chosen
    /// @param serial its serial number, by which it is found at another address; empty when it has
    ///   none, and then whatever is at the address is taken
    record Chosen(URI address, String serial) {}

    /// Nothing where the settings' own address is used.
    Optional<Chosen> chosen(Seat seat);

    /// Durable when it returns. May block.
    void choose(Seat seat, Chosen chosen) throws StationFault;
}
