package vn.tram.ui.approvals;

import java.util.ArrayList;
import java.util.List;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Attempt;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;
import vn.tram.enroll.Captures;
import vn.tram.enroll.StationFault;
import vn.tram.image.Pixels;

/// What a supervisor decides by: the overrides with all their attempts, and the exceptions.
///
/// @param session as it is stored
public record Evidence(Session session, List<Override> overrides, List<Omission> omissions) {
    /// One attempt of an overridden position.
    ///
    /// @param kept whether it is the one that was taken
    public record Tried(Attempt attempt, Pixels picture, boolean kept) {}

    /// An override with every attempt there was.
    public record Override(Acceptance acceptance, List<Tried> tried) {
        public Override {
            tried = List.copyOf(tried);
        }
    }

    public Evidence {
        overrides = List.copyOf(overrides);
        omissions = List.copyOf(omissions);
    }

    /// Reads and decrypts the attempts. Blocks.
    static Evidence of(Session session, Captures captures) throws StationFault {
        var overrides = new ArrayList<Override>();
        for (var acceptance : session.acceptances()) {
            var tried = new ArrayList<Tried>();
            for (var attempt : session.attempts(acceptance.position())) {
                tried.add(
                        new Tried(
                                attempt,
                                captures.frame(session.id(), attempt).pixels(),
                                attempt.number() == acceptance.attempt()));
            }
            overrides.add(new Override(acceptance, tried));
        }
        return new Evidence(session, overrides, session.omissions());
    }
}
