package vn.tram.export;

import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.security.AuditHead;

/// What an index tells that is not in the dossiers' bytes.
public interface BatchFacts {
    /// Positions captured in a session, a slap counting once.
    int captures(SessionId session) throws StationFault;

    /// Where the audit log stands.
    Optional<AuditHead> auditHead() throws StationFault;

    /// Facts from the sessions' store and an audit log.
    static BatchFacts of(Sessions sessions, AuditPosition audit) {
        return new BatchFacts() {
            @Override
            public int captures(SessionId id) throws StationFault {
                return (int)
                        sessions.find(id).stream()
                                .flatMap(s -> s.attempts().stream())
                                .map(Attempt::position)
                                .distinct()
                                .count();
            }

            @Override
            public Optional<AuditHead> auditHead() throws StationFault {
                return audit.head();
            }
        };
    }

    /// Tells where an audit log stands; empty when there is none.
    @FunctionalInterface
    interface AuditPosition {
        Optional<AuditHead> head() throws StationFault;
    }
}
