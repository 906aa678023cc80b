package vn.tram.enroll;

import java.util.List;
import java.util.Optional;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Purge.Removed;
import vn.tram.task.UiThread;

/// Purging by two officers together, one of them a supervisor; each session is in the audit log
/// with both names. Whoever calls this has checked both passwords.
public final class Purging {
    /// What became of it.
    public sealed interface Purged {
        record Done(List<Removed> removed) implements Purged {
            public Done {
                removed = List.copyOf(removed);
            }
        }

        record Refused(Reason reason) implements Purged {}
    }

    private final Purge purge;
    private final AuditLog audit;

    public Purging(Purge purge, AuditLog audit) {
        this.purge = purge;
        this.audit = audit;
    }

    /// Removes what need not be kept any more of sessions that the registry accepted.
    public Purged purge(Officer first, Officer second) throws StationFault {
        UiThread.refuse("purging");
        var refused = Right.PURGE.refusal(first).or(() -> Right.PURGE.refusal(second));
        if (refused.isPresent()) {
            return new Purged.Refused(refused.get());
        }
        boolean supervised = first.role() == Role.SUPERVISOR || second.role() == Role.SUPERVISOR;
        if (first.id().equals(second.id()) || !supervised) {
            return new Purged.Refused(new Reason.SecondOfficer());
        }
        audit.append("purge-begun", first.id(), Optional.empty(), "with " + second.id());
        var removed = purge.accepted();
        for (var one : removed) {
            audit.append(
                    "session-purged",
                    first.id(),
                    Optional.of(one.session()),
                    "with " + second.id() + " attempts=" + one.attempts());
        }
        return new Purged.Done(removed);
    }
}
