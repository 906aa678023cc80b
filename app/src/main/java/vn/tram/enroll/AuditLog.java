package vn.tram.enroll;

import java.util.Optional;
import vn.tram.domain.SessionId;

/// Port: who did what to which session and when; a hash chain. Durable when it returns.
public interface AuditLog {
    /// @param event lower-dash, such as `session-opened`
    /// @param by the officer's id, or `station`
    /// @param detail codes and counts; no personal data
    void append(String event, String by, Optional<SessionId> session, String detail)
            throws StationFault;
}
