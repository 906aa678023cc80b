package vn.tram.quality;

import vn.tram.domain.Reading;

/// Measures one thing of a prepared picture. Pure: the same picture gives the same reading.
///
/// @param <P> what it looks at: a print with its blocks, a face with its landmarks
public interface Metric<P> {
    /// Lower-dash, as in policies and records.
    String name();

    Reading measure(P picture);
}
