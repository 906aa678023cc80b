package vn.tram.driver.camera;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.image.Pixels;

/// Where pictures come from. Read by one thread.
interface Source extends AutoCloseable {
    /// What came next.
    sealed interface Arrival {
        /// @param at when the camera, or the network, had delivered it
        /// @param stamp when it was taken by the camera's own clock, where it tells; else `at`. For
        ///   intervals alone: no other clock goes like it
        record Picture(Pixels pixels, Instant at, Instant stamp) implements Arrival {}

        /// A picture nobody waited for: it was not decoded.
        record Unwanted(Instant stamp) implements Arrival {}

        /// Something that is no picture; the next may be one.
        record Bad(Fault fault) implements Arrival {}

        /// The end.
        record Gone(Fault fault) implements Arrival {}
    }

    /// What was identified at opening.
    DeviceInfo info();

    /// Blocks until the next picture has arrived.
    ///
    /// @param wanted whether somebody waits for it, asked when it is there
    Arrival next(BooleanSupplier wanted) throws InterruptedException;

    /// Whether the device is still attached, as far as the system tells without reading from it.
    boolean attached();

    /// By the thread that reads, or when none reads any more.
    @Override
    void close();

    /// Makes [#next] return soon, from any thread.
    void wake();
}
