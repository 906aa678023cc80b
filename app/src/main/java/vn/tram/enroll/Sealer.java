package vn.tram.enroll;

import java.util.List;
import vn.tram.domain.Attempt;
import vn.tram.domain.Dossier;
import vn.tram.domain.Session;
import vn.tram.image.Frame;

/// Port: makes the dossier of a signed-off session.
public interface Sealer {
    /// A kept attempt with its frame.
    record Kept(Attempt attempt, Frame frame) {}

    /// Signs by the station, encrypts to the registry (and escrow).
    ///
    /// @param kept the attempt that counts for each captured position
    /// @throws StationFault `TK-610`, `TK-611`, `TK-612`
    Dossier seal(Session session, List<Kept> kept) throws StationFault;
}
