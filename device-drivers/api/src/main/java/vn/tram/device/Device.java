package vn.tram.device;

/// One open capture device. Used by one thread at a time, except for [#close()] and its [Preview],
/// which may run beside it.
public interface Device extends AutoCloseable {
    /// What was identified at opening.
    DeviceInfo info();

    /// Whether it is still there, as far as that can be told without disturbing a capture: a port
    /// that is listed, a file, a service that answers. Within 200 ms, from any thread, beside
    /// everything else. A device that was found gone once stays gone.
    ///
    /// Asked twice a second, so that a cable pulled while nobody captures is noticed.
    default boolean present() {
        return true;
    }

    /// Blocks until a picture, a fault or the end of the request's patience, whichever comes first.
    ///
    /// An interrupt cancels the capture within 200 ms, throws, and leaves the device usable. A
    /// position the device cannot show is [Fault.Refused] at once. A capture while a preview is
    /// open takes the preview's place for its length; the preview goes on after it.
    Capture capture(Request request, Progress progress) throws InterruptedException;

    /// Releases the hardware and every preview; a capture in progress returns [Fault.Disconnected],
    /// and so does every later one. Idempotent, from any thread, never throws.
    @Override
    void close();
}
