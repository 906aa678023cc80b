package vn.tram.ui.kit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.tram.cli.Assembly;
import vn.tram.device.Device;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.domain.Consent;
import vn.tram.domain.Officer;
import vn.tram.domain.Omission;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.enroll.CaptureOutcome;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Standing;
import vn.tram.enroll.StationFault;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Position;

/// A whole training station over a folder, with simulated people, for tests of the screens that
/// need captured sessions.
public final class Rehearsal implements AutoCloseable {
    public static final String CARD = "id-card-exchange";
    private static final String DECLINED = "eid-level-2";
    private static final Path CONFIG = Path.of("..", "config");

    public final Assembly station;
    public final Enrollment enrollment;
    public final Officer operator;
    public final Officer supervisor;

    public Rehearsal(Path state) throws StationFault {
        this(state, CONFIG);
    }

    public Rehearsal(Path state, Path config) throws StationFault {
        station = Assembly.open(state, config);
        enrollment = station.enrollment();
        operator = officer(Role.OPERATOR);
        supervisor = officer(Role.SUPERVISOR);
    }

    private Officer officer(Role role) throws StationFault {
        return station.accounts().officers().stream()
                .filter(o -> o.role() == role)
                .findFirst()
                .orElseThrow();
    }

    public char[] password(Officer officer) throws StationFault {
        return station.accounts().trainingHint().stream()
                .filter(a -> a.officer().equals(officer))
                .findFirst()
                .orElseThrow()
                .password()
                .toCharArray();
    }

    /// The session on the screen, with an officer before it.
    public Visit visit(Session session, Officer officer, Background background) {
        var visit = visit(officer, background);
        visit.show(session);
        return visit;
    }

    public Visit visit(Officer officer, Background background) {
        var visit = new Visit(enrollment, background, Clock.systemDefaultZone());
        visit.signedIn(officer);
        return visit;
    }

    /// A session whose data are confirmed: one service told, one declined.
    public Session checked() throws StationFault {
        var id = done(enrollment.open(operator)).id();
        done(enrollment.identify(id, new TrainingPeople(7).person(0)));
        done(enrollment.choose(id, List.of(CARD, DECLINED)));
        done(enrollment.answer(id, CARD, Consent.Answer.TOLD));
        done(enrollment.answer(id, DECLINED, Consent.Answer.DECLINED));
        return done(enrollment.confirmData(id));
    }

    /// A session that may be signed and has no exception.
    public Session complete() throws StationFault, InterruptedException {
        return captured(checked());
    }

    /// A session that may be signed, with one bandaged finger.
    public Session withException() throws StationFault, InterruptedException {
        var session = checked();
        return captured(
                done(enrollment.captures().except(session.id(), bandaged(Position.LEFT_INDEX))));
    }

    /// A session that may be signed, all fingers bandaged: the quickest that waits for a
    /// supervisor.
    public Session withoutFingers() throws StationFault, InterruptedException {
        var session = checked();
        for (var finger : Position.fingers()) {
            session = done(enrollment.captures().except(session.id(), bandaged(finger)));
        }
        return captured(session);
    }

    private Omission bandaged(Position finger) {
        return new Omission(
                finger,
                Omission.Reason.BANDAGED,
                false,
                "Bị đứt tay khi làm mộc.",
                Optional.empty(),
                Instant.now(),
                operator.id());
    }

    private Session captured(Session start) throws StationFault, InterruptedException {
        var session = start;
        try (var scanner = device("sim://slap?seed=7&person=0");
                var camera = device("sim://camera?seed=7&person=0")) {
            for (var position :
                    enrollment
                            .catalogue()
                            .fingerCaptures(session, enrollment.today(), Kind.SLAP_SCANNER)) {
                session = captured(session, position, scanner);
            }
            session = captured(session, Position.FACE, camera);
        }
        return done(
                enrollment.captures().tick(session.id(), Set.copyOf(Standing.ticksAsked(session))));
    }

    private Session captured(Session start, Position position, Device device)
            throws StationFault, InterruptedException {
        var session = start;
        while (!session.done(position)) {
            session =
                    switch (enrollment
                            .captures()
                            .capture(session.id(), position, device, Progress.none())) {
                        case CaptureOutcome.Stored(var next, _) -> next;
                        case CaptureOutcome.Missed(var fault) ->
                                throw new AssertionError(fault.toString());
                        case CaptureOutcome.Refused _ ->
                                done(
                                        enrollment
                                                .captures()
                                                .accept(
                                                        session.id(),
                                                        position,
                                                        "Vân mòn do nghề, đã lau khô, thu đủ lần.",
                                                        operator));
                    };
        }
        return session;
    }

    /// Signs it; with an exception it then waits for the supervisor.
    public Session signed(Session session) throws StationFault {
        return done(
                enrollment.completion().signOff(session.id(), operator, password(operator), true));
    }

    /// Signed, approved where that is needed, sealed.
    public Session sealed(Session session) throws StationFault {
        var signed = signed(session);
        return signed.needsApproval()
                ? done(
                        enrollment
                                .completion()
                                .approve(signed.id(), supervisor, password(supervisor)))
                : signed;
    }

    public Session stored(SessionId id) throws StationFault {
        return enrollment.find(id).orElseThrow();
    }

    private Device device(String address) throws InterruptedException {
        return switch (station.drivers().open(URI.create(address))) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) -> throw new AssertionError(address + ": " + fault);
        };
    }

    public static Session done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var session) -> session;
            case Outcome.Refused(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }

    @Override
    public void close() throws StationFault {
        station.close();
    }
}
