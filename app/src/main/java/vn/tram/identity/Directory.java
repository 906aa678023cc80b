package vn.tram.identity;

import java.util.List;
import vn.tram.domain.Citizen;

/// The people a station knows beforehand, such as those of a roster.
@FunctionalInterface
public interface Directory {
    /// The people that match what was typed, the best first, at most as many as a screen shows;
    /// none for nothing typed. May take long: never on the thread that draws.
    ///
    /// @param query a personal number, its last digits, or the beginnings of the words of a name
    List<Citizen> search(String query);
}
