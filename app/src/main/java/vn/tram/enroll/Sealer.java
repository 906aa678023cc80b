package vn.tram.enroll;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import vn.tram.domain.Attempt;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Dossier;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.image.Frame;

/// Port: makes the dossier of a signed-off session.
public interface Sealer {
    /// A kept attempt with its frame.
    ///
    /// @param cards pictures to be cut out of it, where it is a face
    record Kept(Attempt attempt, Frame frame, Set<CardFormat> cards) {
        public Kept {
            cards = Set.copyOf(cards);
        }
    }

    /// Begins in the background what takes longest of sealing, the encoding of pictures, for an
    /// attempt that counts so far, and replaces what was begun for its position. Whoever signs off
    /// then need not wait; [#seal] does itself what was not prepared. One session at a time: that
    /// of another is forgotten.
    ///
    /// @return ends when it is prepared; nobody need wait for it
    Future<?> prepare(SessionId session, Kept kept);

    /// Lets go of the pictures prepared for a session that leaves the desk unsealed.
    void forget(SessionId session);

    /// Signs by the station, encrypts to the registry (and escrow).
    ///
    /// @param kept the attempt that counts for each captured position
    /// @throws StationFault `TK-610`, `TK-611`, `TK-612`
    Dossier seal(Session session, List<Kept> kept) throws StationFault;
}
