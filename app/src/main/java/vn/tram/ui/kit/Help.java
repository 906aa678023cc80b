package vn.tram.ui.kit;

import java.util.List;

/// What F1 shows: at most five lines.
public record Help(Phrase title, List<Phrase> lines) {
    public Help {
        lines = List.copyOf(lines);
        if (lines.size() > 5) {
            throw new IllegalArgumentException("help has five lines at most");
        }
    }
}
