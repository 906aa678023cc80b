package vn.tram.enroll;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.task.UiThread;

/// What all parts of the workflow share: the ports, the rules, and how a step is read, changed and
/// stored.
///
/// @param turn held while a session is read, changed and stored: a capture that ends while the
///   operator has gone on to another screen must not meet that screen's step half way
record Desk(Enrollment.Ports ports, Enrollment.Rules rules, ReentrantLock turn) {
    Desk(Enrollment.Ports ports, Enrollment.Rules rules) {
        this(ports, rules, new ReentrantLock());
    }

    LocalDate today() {
        return LocalDate.now(ports.clock());
    }

    /// What must be there before anything is captured: a citizen, a service, an answer to each
    /// text, not all declined.
    Optional<Reason> ground(Session session) {
        if (session.citizen().isEmpty()) {
            return Optional.of(new Reason.NoCitizen());
        }
        if (session.services().isEmpty()) {
            return Optional.of(new Reason.NoService());
        }
        var unanswered = rules.catalogue().unanswered(session);
        if (!unanswered.isEmpty()) {
            return Optional.of(new Reason.AnswersMissing(unanswered));
        }
        return rules.catalogue().granted(session).isEmpty()
                ? Optional.of(new Reason.AllDeclined())
                : Optional.empty();
    }

    Optional<Reason> denied(String officer, char[] password) throws StationFault {
        return denied(ports.accounts(), officer, password);
    }

    static Optional<Reason> denied(Accounts accounts, String officer, char[] password)
            throws StationFault {
        return switch (accounts.signIn(officer, password)) {
            case Accounts.SignIn.Welcome _ -> Optional.empty();
            case Accounts.SignIn.Wrong(int left) -> Optional.of(new Reason.WrongPassword(left));
            case Accounts.SignIn.Locked(var left) -> Optional.of(new Reason.Locked(left));
        };
    }

    /// A change of an open session: reads it, refuses on another stage, stores what `change` makes
    /// of it.
    Outcome step(SessionId id, Stage at, Change change) throws StationFault {
        UiThread.refuse("changing a session");
        turn.lock();
        try {
            var session = stored(id);
            if (session.stage() != at) {
                return refused(new Reason.WrongStage(session.stage()));
            }
            var outcome = change.of(session);
            if (outcome instanceof Outcome.Done(var next)) {
                ports.sessions().save(next);
            }
            return outcome;
        } finally {
            turn.unlock();
        }
    }

    interface Change {
        Outcome of(Session session);
    }

    Session stored(SessionId id) throws StationFault {
        return ports.sessions()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("no session " + id));
    }

    static Outcome changed(Session.Change change) {
        return new Outcome.Done(change.made());
    }

    static Outcome refused(Reason reason) {
        return new Outcome.Refused(reason);
    }

    Outcome audited(Outcome outcome, String event, Officer by, String detail) throws StationFault {
        return audited(outcome, event, by.id(), detail);
    }

    Outcome audited(Outcome outcome, String event, String by, String detail) throws StationFault {
        if (outcome instanceof Outcome.Done(var session)) {
            ports.audit().append(event, by, Optional.of(session.id()), detail);
        }
        return outcome;
    }
}
