package vn.tram.enroll;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.Approval;
import vn.tram.domain.Attempt;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SignOff;
import vn.tram.domain.Stage;
import vn.tram.image.Position;
import vn.tram.task.UiThread;

/// Step 6 and what follows: signing off, a supervisor's approval, sealing.
public final class Completion {
    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

    private final Desk desk;
    private final Captures captures;

    private final AfterCapture afterCapture;

    Completion(Desk desk, Captures captures, AfterCapture afterCapture) {
        this.desk = desk;
        this.captures = captures;
        this.afterCapture = afterCapture;
    }

    /// Why this session cannot be signed yet, if it cannot: the first thing that is missing, in the
    /// order of the steps.
    public Optional<Reason> refusalToSign(Session session) {
        if (session.stage() != Stage.OPEN) {
            return Optional.of(new Reason.WrongStage(session.stage()));
        }
        var ground = desk.ground(session);
        if (ground.isPresent()) {
            return ground;
        }
        if (session.checked().isEmpty()) {
            return Optional.of(new Reason.NotChecked());
        }
        var same = SharedFinger.of(session);
        if (same.isPresent()) {
            return same.map(f -> new Reason.SameFinger(f.one(), f.other()));
        }
        var officers = OfficersFinger.of(session);
        if (officers.isPresent()) {
            return officers.map(f -> new Reason.OfficersFinger(f.position()));
        }
        var unlike = UnlikePrints.of(session);
        if (unlike.isPresent()) {
            return unlike.map(u -> new Reason.UnlikePrints(u.rolled(), u.plain()));
        }
        var sparse = SparsePrint.of(session);
        if (sparse.isPresent()) {
            return sparse.map(p -> new Reason.FewMinutiae(p.finger(), p.minutiae(), p.least()));
        }
        var missing = session.missing(desk.rules().catalogue().wanted(session, desk.today()));
        if (!missing.isEmpty()) {
            return Optional.of(new Reason.PositionsMissing(List.copyOf(missing)));
        }
        var ticks = Standing.ticksMissing(session);
        return ticks.isEmpty() ? Optional.empty() : Optional.of(new Reason.TicksMissing(ticks));
    }

    /// Step 6: the operator authenticates again and signs. Without exceptions and overrides the
    /// session is sealed at once, else it waits for a supervisor. When sealing fails the session
    /// stays signed off; [#seal] tries again.
    public Outcome signOff(SessionId id, Officer officer, char[] password, boolean citizenConfirmed)
            throws StationFault {
        UiThread.refuse("signing off");
        afterCapture.settle(id);
        var session = desk.stored(id);
        var refusal = Right.ENROLL.refusal(officer).or(() -> refusalToSign(session));
        if (refusal.isPresent()) {
            return Desk.refused(refusal.get());
        }
        if (!citizenConfirmed) {
            return Desk.refused(new Reason.CitizenNotConfirmed());
        }
        var denied = desk.denied(officer.id(), password);
        if (denied.isPresent()) {
            return Desk.refused(denied.get());
        }
        var signature = new SignOff(officer.id(), desk.ports().clock().instant(), true);
        var signed =
                session.change().stage(Stage.SIGNED_OFF).signOff(Optional.of(signature)).made();
        desk.ports().sessions().save(signed);
        desk.ports().audit().append("session-signed-off", officer.id(), Optional.of(id), "");
        return afterSignOff(signed);
    }

    private Outcome afterSignOff(Session signed) throws StationFault {
        if (signed.needsApproval() && signed.approval().isEmpty()) {
            var waiting = signed.change().stage(Stage.AWAITING_APPROVAL).made();
            desk.ports().sessions().save(waiting);
            return new Outcome.Done(waiting);
        }
        return seal(signed.id());
    }

    /// Seals a session that is signed off, or approved. Called by sign-off; again after sealing
    /// failed.
    public Outcome seal(SessionId id) throws StationFault {
        UiThread.refuse("sealing");
        afterCapture.finish(id); // the dossier shall tell the final scores
        var session = desk.stored(id);
        boolean ready =
                session.stage() == Stage.SIGNED_OFF && !session.needsApproval()
                        || session.approval().isPresent()
                                && session.stage() == Stage.AWAITING_APPROVAL;
        if (!ready) {
            return Desk.refused(new Reason.WrongStage(session.stage()));
        }
        var dossier = desk.ports().sealer().seal(session, kept(session));
        var sealed = session.change().stage(Stage.SEALED).dossier(dossier.digest()).made();
        desk.ports().sessions().seal(sealed, dossier);
        desk.ports()
                .audit()
                .append("session-sealed", "station", Optional.of(id), dossier.digest().hex());
        afterCapture.forget(id);
        return new Outcome.Done(sealed);
    }

    private List<Sealer.Kept> kept(Session session) throws StationFault {
        var attempts = new EnumMap<Position, Attempt>(Position.class);
        for (var member : desk.rules().catalogue().wanted(session, desk.today())) {
            session.capturedIn(member).ifPresent(a -> attempts.put(a.position(), a));
        }
        var cards = desk.rules().catalogue().cards(session);
        var kept = new ArrayList<Sealer.Kept>();
        for (Map.Entry<Position, Attempt> entry : attempts.entrySet()) {
            kept.add(
                    new Sealer.Kept(
                            entry.getValue(),
                            captures.frame(session.id(), entry.getValue()),
                            cards));
        }
        return kept;
    }

    /// A supervisor approves the exceptions and overrides of another's session; it is sealed at
    /// once.
    public Outcome approve(SessionId id, Officer supervisor, char[] password) throws StationFault {
        UiThread.refuse("approving");
        var session = desk.stored(id);
        var refusal = refusalToDecide(session, supervisor);
        if (refusal.isPresent()) {
            return Desk.refused(refusal.get());
        }
        var denied = desk.denied(supervisor.id(), password);
        if (denied.isPresent()) {
            return Desk.refused(denied.get());
        }
        var approved =
                session.change()
                        .approval(new Approval(supervisor.id(), desk.ports().clock().instant()))
                        .made();
        desk.ports().sessions().save(approved);
        desk.ports().audit().append("session-approved", supervisor.id(), Optional.of(id), "");
        return seal(id);
    }

    /// A supervisor hands a session back: it is open again and the sign-off void.
    public Outcome handBack(SessionId id, Officer supervisor) throws StationFault {
        UiThread.refuse("handing back");
        var session = desk.stored(id);
        var refusal = refusalToDecide(session, supervisor);
        if (refusal.isPresent()) {
            return Desk.refused(refusal.get());
        }
        var open = session.change().stage(Stage.OPEN).signOff(Optional.empty()).made();
        desk.ports().sessions().save(open);
        return desk.audited(new Outcome.Done(open), "session-handed-back", supervisor, "");
    }

    /// Why this officer may not decide on this session, if he may not. Asked again by [#approve]
    /// and [#handBack].
    public Optional<Reason> refusalToDecide(Session session, Officer supervisor) {
        if (session.stage() != Stage.AWAITING_APPROVAL) {
            return Optional.of(new Reason.WrongStage(session.stage()));
        }
        var refused = Right.DECIDE.refusal(supervisor);
        if (refused.isPresent()) {
            return refused;
        }
        boolean own = session.signOff().map(s -> s.by().equals(supervisor.id())).orElse(false);
        return own ? Optional.of(new Reason.NotAllowed()) : Optional.empty();
    }

    /// Finishes what a crash interrupted: steps of the store first, then sessions signed off and
    /// not sealed. Called once at start.
    ///
    /// @return sessions that could not be sealed now, each with the code of the fault, whose cause
    ///   is in the log; they stay signed off
    public Map<SessionId, StationFault.Code> recover() throws StationFault {
        UiThread.refuse("recovering");
        desk.ports().sessions().recover();
        var left = new LinkedHashMap<SessionId, StationFault.Code>();
        for (var summary : desk.ports().sessions().list()) {
            if (summary.stage() == Stage.SIGNED_OFF || summary.stage() == Stage.AWAITING_APPROVAL) {
                var session = desk.stored(summary.id());
                try {
                    if (session.stage() == Stage.SIGNED_OFF || session.approval().isPresent()) {
                        finish(session);
                    }
                } catch (StationFault fault) {
                    LOG.error("session {} could not be sealed", session.id(), fault);
                    left.put(session.id(), fault.code());
                }
            }
        }
        return left;
    }

    private void finish(Session session) throws StationFault {
        if (session.stage() == Stage.SIGNED_OFF) {
            afterSignOff(session);
        } else {
            seal(session.id());
        }
    }
}
