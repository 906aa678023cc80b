package vn.tram.device;

import java.time.Duration;

/// A device that reads the codes of cards and papers. It takes no pictures.
public interface CodeReader extends Device {
    /// What was read.
    sealed interface Reading {
        /// @param text the whole content of the code; it may be a person's data
        record Code(String text) implements Reading {
            @Override
            public String toString() {
                return "Code[" + text.length() + " characters]";
            }
        }

        /// No code: nothing came for the whole patience, the device is gone or was closed
        /// ([Fault.Disconnected]), or what came is no code ([Fault.Garbled]); the next one may be.
        record Missed(Fault fault) implements Reading {}
    }

    /// Blocks until a code is read, or a fault, for at most `patience`. A code that was read longer
    /// than a second before anybody asked is not given: it was not meant for whoever asks now. An
    /// interrupt ends the wait within 200 ms, throws, and leaves the device usable.
    Reading next(Duration patience) throws InterruptedException;

    @Override
    default Capture capture(Request request, Progress progress) throws InterruptedException {
        return new Capture.Missed(new Fault.Refused(0, "a code reader takes no pictures"));
    }
}
