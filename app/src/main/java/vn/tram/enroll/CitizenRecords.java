package vn.tram.enroll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Field;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.task.UiThread;

/// What a citizen may ask of the data held of the own person: to see them, and to have them deleted
/// where that may be. Source: Law 91/2025/QH15, Art. 4. Every step is in the audit log by session,
/// never by name or number.
public final class CitizenRecords {
    /// What became of asking.
    public sealed interface Answer {
        /// @param sessions of that person, all there is of each; none where the station knows
        ///   nobody
        record Held(List<Session> sessions) implements Answer {
            public Held {
                sessions = List.copyOf(sessions);
            }
        }

        /// @param deleted sessions that ended, with images and data
        /// @param kept sessions that are signed and sealed already: they are the registry's to
        ///   delete
        record Deleted(List<SessionId> deleted, List<SessionId> kept) implements Answer {
            public Deleted {
                deleted = List.copyOf(deleted);
                kept = List.copyOf(kept);
            }
        }

        record Refused(Reason reason) implements Answer {}
    }

    private final Enrollment enrollment;
    private final AuditLog audit;

    public CitizenRecords(Enrollment enrollment, AuditLog audit) {
        this.enrollment = enrollment;
        this.audit = audit;
    }

    /// All that the station holds of a person.
    ///
    /// @param number the personal number
    public Answer held(String number, Officer by) throws StationFault {
        UiThread.refuse("reading a citizen's record");
        var refused = Right.CITIZEN_RECORDS.refusal(by);
        if (refused.isPresent()) {
            return new Answer.Refused(refused.get());
        }
        var sessions = new ArrayList<Session>();
        for (var id : of(number)) {
            audit.append("citizen-record-exported", by.id(), Optional.of(id), "");
            enrollment.find(id).ifPresent(sessions::add);
        }
        return new Answer.Held(sessions);
    }

    /// Ends every session of a person that is not sealed: images and data are destroyed.
    public Answer delete(String number, Officer by) throws StationFault {
        UiThread.refuse("deleting a citizen's record");
        var refused = Right.CITIZEN_RECORDS.refusal(by);
        if (refused.isPresent()) {
            return new Answer.Refused(refused.get());
        }
        var deleted = new ArrayList<SessionId>();
        var kept = new ArrayList<SessionId>();
        for (var id : of(number)) {
            switch (enrollment.cancel(id, "citizen-asked", by)) {
                case Outcome.Done _ -> deleted.add(id);
                case Outcome.Refused _ -> {
                    audit.append("citizen-record-kept", by.id(), Optional.of(id), "sealed");
                    kept.add(id);
                }
            }
        }
        return new Answer.Deleted(deleted, kept);
    }

    private List<SessionId> of(String number) throws StationFault {
        return enrollment.list().stream()
                .filter(s -> s.stage() != Stage.CANCELLED && s.stage() != Stage.PURGED)
                .filter(s ->
                        s.citizen()
                                .flatMap(c -> c.value(Field.PERSONAL_NUMBER))
                                .equals(Optional.of(number)))
                .map(Sessions.Summary::id)
                .toList();
    }
}
