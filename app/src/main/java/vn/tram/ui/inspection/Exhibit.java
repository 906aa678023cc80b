package vn.tram.ui.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.enroll.Captures;
import vn.tram.enroll.StationFault;
import vn.tram.image.Pixels;

/// What an inspector looks at of one session.
///
/// @param session as it is stored
public record Exhibit(Session session, List<Shot> shots) {
    /// One attempt.
    ///
    /// @param picture empty once the session is sealed: the station cannot open it any more
    /// @param kept whether it is the one that counts
    public record Shot(Attempt attempt, Optional<Pixels> picture, boolean kept) {}

    public Exhibit {
        shots = List.copyOf(shots);
    }

    /// Reads and decrypts the attempts that are there. Blocks.
    static Exhibit of(Session session, Captures captures) throws StationFault {
        var shots = new ArrayList<Shot>();
        for (var attempt : session.attempts()) {
            boolean kept =
                    session.kept(attempt.position())
                            .map(k -> k.number() == attempt.number())
                            .orElse(false);
            Optional<Pixels> picture =
                    session.stage().holdsImages()
                            ? Optional.of(captures.frame(session.id(), attempt).pixels())
                            : Optional.empty();
            shots.add(new Shot(attempt, picture, kept));
        }
        return new Exhibit(session, shots);
    }
}
