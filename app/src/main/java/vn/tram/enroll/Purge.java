package vn.tram.enroll;

import java.util.List;
import vn.tram.domain.SessionId;

/// Port: what of accepted sessions is still here, and its end. Every method may block and refuses
/// the JavaFX thread; what it removed is gone for good when it returns.
public interface Purge {
    /// What was removed of one session.
    ///
    /// @param attempts whose scores and readings went
    record Removed(SessionId session, int attempts) {}

    /// Removes of every session that the registry accepted all but that it was: id, times, who
    /// opened it, its place in its batch.
    List<Removed> accepted() throws StationFault;
}
