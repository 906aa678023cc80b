package vn.tram.serial;

import vn.tram.device.FaultException;

/// A serial line, 8 data bits, no parity, one stop bit. Used by one thread at a time, except for
/// [#close()].
public interface Line extends AutoCloseable {
    /// Bits that one byte takes on the line: start, eight data bits, stop.
    int BITS_A_BYTE = 10;

    /// Where the line is, as faults name it.
    String address();

    /// Waits for at most 100 ms for bytes and takes those that are there.
    ///
    /// @return how many came, from `into[0]` on; 0 when none did
    /// @throws FaultException `Disconnected` when the line is gone or closed
    int read(byte[] into) throws FaultException;

    /// Sends all of `bytes`. Blocks where they find no room: a pseudo-terminal that nobody reads is
    /// full after some 33,000 bytes, a real port never is.
    ///
    /// @throws FaultException `Disconnected` when the line is gone or closed
    void write(byte[] bytes) throws FaultException;

    /// Throws away what has come and was not read, and what was not yet sent.
    void drop();

    /// The speed from now on, bits a second.
    ///
    /// @throws FaultException when the port does not do it
    void baud(int baud) throws FaultException;

    /// Ends the line; a read in progress ends within 200 ms. Idempotent, any thread, never throws.
    @Override
    void close();
}
