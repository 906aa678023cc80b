package vn.tram.device;

import java.util.List;

/// The outcome of one capture.
public sealed interface Capture {
    /// At least one sample. A slap scanner gives the slap as one sample; cutting it into fingers is
    /// the station's work.
    record Taken(List<Sample> samples) implements Capture {
        public Taken {
            samples = List.copyOf(samples);
            if (samples.isEmpty()) {
                throw new IllegalArgumentException("a capture without samples is a fault");
            }
        }
    }

    /// No picture, and why.
    record Missed(Fault fault) implements Capture {}
}
