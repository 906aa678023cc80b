package vn.tram.enroll;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.tram.domain.Citizen;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Consent;
import vn.tram.domain.Field;
import vn.tram.domain.Officer;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.identity.DataRules;
import vn.tram.identity.Finding;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.SpecialCases;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.task.UiThread;

/// The enrollment workflow: every step of a session, each refused here when it is not legal, each
/// durable when it returns.
///
/// Holds no session: a step takes the session's id, reads it, changes it, stores it. So two
/// windows, a crash or a parked session need no care of their own. Safe for use by several threads;
/// every method may block and refuses the JavaFX thread.
public final class Enrollment implements AutoCloseable {
    /// What the workflow needs of the world.
    public record Ports(
            Sessions sessions,
            Sealer sealer,
            AuditLog audit,
            Accounts accounts,
            OfficerPrints officerPrints,
            DeviceFitness fitness,
            DeviceJournal journal,
            Clock clock) {}

    /// What the workflow is held to.
    ///
    /// @param fingerAttempts captures of one finger position before the operator must decide
    /// @param portraitAttempts the same for the face
    /// @param specialCases what they relax for the face
    /// @param patience how long one capture may take
    public record Rules(
            Catalogue catalogue,
            DataRules dataRules,
            int fingerAttempts,
            int portraitAttempts,
            SpecialCases specialCases,
            Duration patience) {}

    private final Desk desk;
    private final Captures captures;
    private final Completion completion;

    private final AfterCapture afterCapture;
    private final OwnPrints ownPrints;
    private final Reception reception;

    /// Who works on a session: opened, resumed or took it up last in this run of the program.
    private final Map<SessionId, String> hands = new ConcurrentHashMap<>();

    /// @param finalScore of prints, made after their capture
    public Enrollment(
            Ports ports,
            Rules rules,
            FrameJudge fingers,
            FrameJudge portraits,
            FinalScore finalScore) {
        desk = new Desk(ports, rules);
        var listeners = new Listeners();
        var sequence = new SequenceCheck(desk, finalScore, listeners);
        afterCapture = new AfterCapture(desk, finalScore, sequence, listeners);
        ownPrints = new OwnPrints(desk, fingers, finalScore, sequence);
        reception = new Reception(desk);
        captures = new Captures(desk, fingers, portraits, afterCapture);
        completion = new Completion(desk, captures, afterCapture);
    }

    /// Whether devices are proved fit.
    public DeviceFitness fitness() {
        return desk.ports().fitness();
    }

    /// Final scores and templates of captured prints.
    public AfterCapture afterCapture() {
        return afterCapture;
    }

    /// Finishes what was begun after captures.
    @Override
    public void close() {
        afterCapture.close();
    }

    /// Steps 4 and 5.
    public Captures captures() {
        return captures;
    }

    /// Prints that officers give of their own.
    public OwnPrints ownPrints() {
        return ownPrints;
    }

    /// Step 6 and what follows.
    public Completion completion() {
        return completion;
    }

    public Catalogue catalogue() {
        return desk.rules().catalogue();
    }

    /// The day by which ages and due dates are counted.
    public LocalDate today() {
        return desk.today();
    }

    /// The session as it is stored.
    public Optional<Session> find(SessionId id) throws StationFault {
        UiThread.refuse("finding a session");
        return desk.ports().sessions().find(id);
    }

    /// Why an officer looks at a session.
    public enum Purpose {
        /// To go on with it.
        WORK(Right.ENROLL),
        /// To decide about it.
        APPROVAL(Right.SEE_APPROVALS),
        /// To say what is not in order.
        INSPECTION(Right.INSPECT);

        private final Right right;

        Purpose(Right right) {
            this.right = right;
        }
    }

    /// The session as it is stored, for an officer who looks at it: the audit log says so before
    /// anything is shown.
    public Outcome view(SessionId id, Officer officer, Purpose purpose) throws StationFault {
        UiThread.refuse("viewing a session");
        var refused = purpose.right.refusal(officer);
        if (refused.isPresent()) {
            return Desk.refused(refused.get());
        }
        var seen = new Outcome.Done(desk.stored(id));
        desk.audited(seen, "session-viewed", officer, purpose.name());
        return purpose == Purpose.WORK ? taken(seen, officer) : seen;
    }

    /// Puts a step of the officer at the desk into the audit log.
    private Outcome audited(Outcome outcome, String event, String detail) throws StationFault {
        if (outcome instanceof Outcome.Done(var session)) {
            var by = hands.getOrDefault(session.id(), session.openedBy());
            return desk.audited(outcome, event, by, detail);
        }
        return outcome;
    }

    /// All sessions of the station, newest first.
    public List<Sessions.Summary> list() throws StationFault {
        UiThread.refuse("listing sessions");
        return desk.ports().sessions().list();
    }

    public Standing standing(Session session) {
        return Standing.of(session, desk.rules().catalogue(), desk.today());
    }

    /// What the data rules say of a session's citizen; they do not change it.
    public List<Finding> findings(Session session) {
        return session.citizen()
                .map(c ->
                        desk.rules()
                                .dataRules()
                                .findings(
                                        c, desk.rules().catalogue().granted(session), desk.today()))
                .orElse(List.of());
    }

    /// Opens a session for whoever comes next.
    public Outcome open(Officer officer) throws StationFault {
        return taken(reception.open(officer), officer);
    }

    private Outcome taken(Outcome outcome, Officer by) {
        if (outcome instanceof Outcome.Done(var session)) {
            hands.put(session.id(), by.id());
        }
        return outcome;
    }

    /// Step 1: who is here.
    public Outcome identify(SessionId id, Citizen citizen) throws StationFault {
        return audited(
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            boolean other =
                                    session.citizen()
                                            .map(c ->
                                                    !c.value(Field.PERSONAL_NUMBER)
                                                            .equals(
                                                                    citizen.value(
                                                                            Field.PERSONAL_NUMBER)))
                                            .orElse(false);
                            if (other && !session.attempts().isEmpty()) {
                                return Desk.refused(new Reason.OtherCitizen());
                            }
                            return Desk.changed(
                                    session.change().citizen(citizen).checked(Optional.empty()));
                        }),
                "citizen-identified",
                sources(citizen));
    }

    /// Where the citizen's data came from, never what they are.
    private static String sources(Citizen citizen) {
        return citizen.items().values().stream()
                .map(item -> item.source().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /// Step 2: what the citizen came for. Answers to services no longer chosen are dropped.
    public Outcome choose(SessionId id, List<String> services) throws StationFault {
        return audited(
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            if (session.citizen().isEmpty()) {
                                return Desk.refused(new Reason.NoCitizen());
                            }
                            if (services.isEmpty()) {
                                return Desk.refused(new Reason.NoService());
                            }
                            for (var code : services) {
                                var service = desk.rules().catalogue().service(code);
                                if (service.isEmpty()) {
                                    return Desk.refused(new Reason.UnknownService(code));
                                }
                                var young = tooYoung(session, service.get());
                                if (young.isPresent()) {
                                    return Desk.refused(young.get());
                                }
                            }
                            var kept =
                                    session.consents().stream()
                                            .filter(c -> services.contains(c.service()))
                                            .toList();
                            return Desk.changed(
                                    session.change()
                                            .services(services)
                                            .consents(kept)
                                            .checked(Optional.empty()));
                        }),
                "services-chosen",
                String.join(" ", services));
    }

    private Optional<Reason> tooYoung(Session session, Service service) {
        if (service.positions().isEmpty()) {
            return Optional.empty();
        }
        return session.citizen()
                .flatMap(c -> c.age(desk.today()))
                .filter(age -> age < service.fromAge())
                .map(age -> new Reason.TooYoung(age, service.fromAge()));
    }

    /// Step 2: what the citizen answered to one service's text.
    public Outcome answer(SessionId id, String service, Consent.Answer answer) throws StationFault {
        return audited(
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            var known = desk.rules().catalogue().service(service);
                            if (known.isEmpty() || !session.services().contains(service)) {
                                return Desk.refused(new Reason.UnknownService(service));
                            }
                            var consent =
                                    new Consent(
                                            service,
                                            answer,
                                            known.get().textVersion(),
                                            desk.ports().clock().instant());
                            return Desk.changed(
                                    session.change().consent(consent).checked(Optional.empty()));
                        }),
                "consent-answered",
                service + " " + answer);
    }

    /// Step 3: the data are right. Refused while something is missing or cannot be right.
    public Outcome confirmData(SessionId id) throws StationFault {
        return audited(
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            var ground = desk.ground(session);
                            if (ground.isPresent()) {
                                return Desk.refused(ground.get());
                            }
                            var missing = desk.rules().catalogue().missingFields(session);
                            if (!missing.isEmpty()) {
                                return Desk.refused(new Reason.DataMissing(missing));
                            }
                            var wrong = findings(session).stream().filter(Finding::blocks).toList();
                            if (!wrong.isEmpty()) {
                                return Desk.refused(new Reason.DataWrong(wrong));
                            }
                            return Desk.changed(
                                    session.change()
                                            .checked(Optional.of(desk.ports().clock().instant())));
                        }),
                "data-confirmed",
                "");
    }

    /// Step 3: what the citizen said of the own data, kept in the session until the data change,
    /// and in the audit log.
    ///
    /// @param wrong the item that the citizen pointed at
    public Outcome citizenSaid(SessionId id, boolean right, Optional<Field> wrong)
            throws StationFault {
        var outcome =
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            var now = desk.ports().clock().instant();
                            return Desk.changed(
                                    session.change()
                                            .citizenAnswer(
                                                    right
                                                            ? CitizenAnswer.allRight(now)
                                                            : CitizenAnswer.wrong(
                                                                    session.citizenAnswer(),
                                                                    wrong,
                                                                    now)));
                        });
        return desk.audited(
                outcome,
                right ? "citizen-confirmed-data" : "citizen-disputed-data",
                "citizen",
                wrong.map(Field::name).orElse(""));
    }

    public Outcome park(SessionId id, Officer officer) throws StationFault {
        var outcome = desk.step(id, Stage.OPEN, s -> Desk.changed(s.change().stage(Stage.PARKED)));
        desk.ports().sealer().forget(id);
        afterCapture.forget(id);
        return desk.audited(outcome, "session-parked", officer, "");
    }

    public Outcome resume(SessionId id, Officer officer) throws StationFault {
        UiThread.refuse("resuming a session");
        var refused = Right.ENROLL.refusal(officer);
        if (refused.isPresent()) {
            return Desk.refused(refused.get());
        }
        var outcome = desk.step(id, Stage.PARKED, s -> Desk.changed(s.change().stage(Stage.OPEN)));
        return desk.audited(taken(outcome, officer), "session-resumed", officer, "");
    }

    /// Ends a session for good before it is sealed: images and data are destroyed, the reason stays
    /// in the audit log.
    ///
    /// @param reason a code, not free words: it is kept
    public Outcome cancel(SessionId id, String reason, Officer officer) throws StationFault {
        UiThread.refuse("cancelling");
        var session = desk.stored(id);
        if (!session.stage().next().contains(Stage.CANCELLED)) {
            return Desk.refused(new Reason.WrongStage(session.stage()));
        }
        var cancelled = session.change().stage(Stage.CANCELLED).made();
        desk.ports().sessions().cancel(cancelled);
        desk.ports().sealer().forget(id);
        afterCapture.forget(id);
        return desk.audited(new Outcome.Done(cancelled), "session-cancelled", officer, reason);
    }
}
