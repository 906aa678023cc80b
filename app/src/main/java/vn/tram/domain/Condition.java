package vn.tram.domain;

import java.util.List;

/// The state of a print, and why it is taken for that.
///
/// @param evidence names of the metrics whose readings spoke for it, the strongest first; none for
///   a good print
public record Condition(PrintState state, List<String> evidence) {
    public Condition {
        evidence = List.copyOf(evidence);
    }
}
