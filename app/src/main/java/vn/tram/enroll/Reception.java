package vn.tram.enroll;

import java.time.LocalDate;
import java.util.Optional;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.task.UiThread;

/// Opens sessions for whoever comes next.
final class Reception {
    private final Desk desk;

    Reception(Desk desk) {
        this.desk = desk;
    }

    Outcome open(Officer officer) throws StationFault {
        UiThread.refuse("opening a session");
        var refused = Right.ENROLL.refusal(officer);
        if (refused.isPresent()) {
            return Desk.refused(refused.get());
        }
        var now = desk.ports().clock().instant();
        var session = Session.opened(SessionId.random(), now, officer.id(), nextNumber());
        desk.ports().sessions().open(session);
        desk.ports().audit().append("session-opened", officer.id(), Optional.of(session.id()), "");
        return new Outcome.Done(session);
    }

    /// Queue tickets are counted from 1 each day.
    private int nextNumber() throws StationFault {
        var today = desk.today();
        var zone = desk.ports().clock().getZone();
        return 1
                + desk.ports().sessions().list().stream()
                        .filter(s -> LocalDate.ofInstant(s.openedAt(), zone).equals(today))
                        .mapToInt(Sessions.Summary::queueNumber)
                        .max()
                        .orElse(0);
    }
}
