package vn.tram.enroll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Citizen;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Port: the sessions on this station. Every method may block and refuses the JavaFX thread; what
/// it stored is durable when it returns.
public interface Sessions {
    /// A line of the list.
    ///
    /// @param citizen name and number alone, until the receipt; empty before lookup and after purge
    record Summary(
            SessionId id,
            Stage stage,
            Instant openedAt,
            int queueNumber,
            Optional<Citizen> citizen,
            List<Kept> kept,
            Optional<Digest> dossier) {}

    /// A stored attempt, remembered after its pixels went.
    ///
    /// @param frame empty once its pixels went
    record Kept(Position position, int attempt, Optional<Digest> frame) {}

    /// Stores a new session and makes its own image key.
    void open(Session session) throws StationFault;

    /// A session with all it has.
    Optional<Session> find(SessionId id) throws StationFault;

    /// All sessions, newest first.
    List<Summary> list() throws StationFault;

    /// Stores a changed session whose attempts are unchanged.
    ///
    /// @throws IllegalStateException when the stored revision is not the one before: two hands on
    ///   one session
    void save(Session session) throws StationFault;

    /// Stores a session with one attempt more and that attempt's frame, encrypted under the
    /// session's key, in one transaction. Durable when it returns.
    void save(Session session, Attempt attempt, Frame frame) throws StationFault;

    /// Replaces what was judged of a stored attempt, while its session holds images; the session's
    /// revision stays.
    ///
    /// @return whether it was replaced: not when the session was sealed or cancelled meanwhile
    boolean rescore(SessionId id, Attempt attempt) throws StationFault;

    /// The frame of a stored attempt, as it was captured.
    ///
    /// @throws StationFault `LT-405` when the session's key is gone
    Frame frame(SessionId id, Position position, int attempt) throws StationFault;

    /// Stores the sealed session with its dossier, then destroys the session's key, then deletes
    /// its images. Whatever a crash left of these steps is finished by calling it again with the
    /// same session.
    void seal(Session sealed, Dossier dossier) throws StationFault;

    /// Destroys key and images of a cancelled session and stores the session without its data.
    void cancel(Session cancelled) throws StationFault;

    /// Finishes what a crash interrupted between the steps of [#seal] and [#cancel]. Called once at
    /// start.
    void recover() throws StationFault;
}
