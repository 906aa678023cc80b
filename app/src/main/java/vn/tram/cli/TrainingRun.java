package vn.tram.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tram.device.Device;
import vn.tram.device.Kind;
import vn.tram.device.Progress;
import vn.tram.domain.Consent;
import vn.tram.domain.Digest;
import vn.tram.domain.Role;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.CaptureOutcome;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Standing;
import vn.tram.enroll.StationFault;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Position;
import vn.tram.security.FileAccounts.TrainingAccount;

/// Plays operator, citizen and supervisor through the real workflow, in training. Takes a session
/// up wherever it stands.
final class TrainingRun {
    /// A device that fails so often in a row is not tried again.
    private static final int MISSES = 3;

    private final Enrollment enrollment;
    private final DeviceBench devices;
    private final TrainingPeople people;
    private final TrainingAccount operator;
    private final TrainingAccount supervisor;
    private final PrintStream out;

    TrainingRun(Assembly station, DeviceBench devices, long seed, PrintStream out)
            throws StationFault {
        this.enrollment = station.enrollment();
        this.devices = devices;
        this.people = new TrainingPeople(seed);
        this.operator = account(station, Role.OPERATOR);
        this.supervisor = account(station, Role.SUPERVISOR);
        this.out = out;
    }

    private static TrainingAccount account(Assembly station, Role role) throws StationFault {
        return station.accounts().trainingHint().stream()
                .filter(a -> a.officer().role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("training has no " + role));
    }

    Session open() throws StationFault, Failure {
        return done(enrollment.open(operator.officer()));
    }

    /// Brings a session to its seal. One that cannot be brought there is left parked, with all it
    /// has.
    void finish(SessionId id) throws StationFault, Failure, InterruptedException {
        try {
            continueFrom(found(id));
        } catch (Failure failure) {
            if (found(id).stage() == Stage.OPEN) {
                enrollment.park(id, operator.officer());
            }
            throw failure;
        }
    }

    private void continueFrom(Session start) throws StationFault, Failure, InterruptedException {
        var session = start;
        if (session.stage() == Stage.PARKED) {
            session = done(enrollment.resume(session.id(), operator.officer()));
        }
        if (session.stage() == Stage.OPEN) {
            session = prepare(session);
            session = capture(session);
            session =
                    done(
                            enrollment
                                    .captures()
                                    .tick(session.id(), Set.copyOf(Standing.ticksAsked(session))));
            session =
                    done(
                            enrollment
                                    .completion()
                                    .signOff(
                                            session.id(),
                                            operator.officer(),
                                            operator.password().toCharArray(),
                                            true));
        }
        if (session.stage() == Stage.AWAITING_APPROVAL) {
            done(
                    enrollment
                            .completion()
                            .approve(
                                    session.id(),
                                    supervisor.officer(),
                                    supervisor.password().toCharArray()));
        }
    }

    private Session prepare(Session start) throws StationFault, Failure {
        var session = start;
        var id = session.id();
        if (session.citizen().isEmpty()) {
            session = done(enrollment.identify(id, people.person(index(session))));
        }
        if (session.services().isEmpty()) {
            session = done(enrollment.choose(id, List.of(service().code())));
        }
        for (var code : enrollment.catalogue().unanswered(session)) {
            session = done(enrollment.answer(id, code, Consent.Answer.TOLD));
        }
        return session.checked().isPresent() ? session : done(enrollment.confirmData(id));
    }

    /// The first service that the law asks all positions for.
    private Service service() throws Failure {
        return enrollment.catalogue().services().stream()
                .filter(s ->
                        s.basis() == Service.Basis.LAW && s.positions().contains(Position.FACE))
                .findFirst()
                .orElseThrow(() ->
                        new Failure("No service in services.toml asks for a portrait by law."));
    }

    private static int index(Session session) {
        return session.queueNumber() - 1;
    }

    private Session capture(Session start) throws StationFault, Failure, InterruptedException {
        var session = start;
        var byKind = devices.forPerson(index(session));
        var scanner = scanner(byKind);
        var positions =
                new ArrayList<>(
                        enrollment
                                .catalogue()
                                .fingerCaptures(
                                        session, enrollment.today(), scanner.info().kind()));
        while (!positions.stream().allMatch(session::done)) {
            for (var position : positions) {
                session = capture(session, position, scanner);
            }
            enrollment.afterCapture().await(session.id());
            session = found(session.id()); // a finger in two positions is captured again
        }
        return capture(session, Position.FACE, camera(byKind));
    }

    private static Device scanner(Map<Kind, Device> byKind) throws Failure {
        var slap = byKind.get(Kind.SLAP_SCANNER);
        var device = slap != null ? slap : byKind.get(Kind.SINGLE_FINGER_SCANNER);
        if (device == null) {
            throw new Failure("None of the devices is a fingerprint scanner.");
        }
        return device;
    }

    private static Device camera(Map<Kind, Device> byKind) throws Failure {
        var device = byKind.get(Kind.CAMERA);
        if (device == null) {
            throw new Failure("None of the devices is a camera.");
        }
        return device;
    }

    /// Captures until the position is done or its attempts are used up; then takes the best with a
    /// reason.
    private Session capture(Session start, Position position, Device device)
            throws StationFault, Failure, InterruptedException {
        var session = start;
        int misses = 0;
        while (!session.done(position)) {
            if (session.attempts(position).size() >= enrollment.captures().attempts(position)) {
                return done(
                        enrollment
                                .captures()
                                .accept(
                                        session.id(),
                                        position,
                                        "training: attempts used up",
                                        operator.officer()));
            }
            switch (enrollment
                    .captures()
                    .capture(session.id(), position, device, Progress.none())) {
                case CaptureOutcome.Stored(var next, var attempt) -> {
                    out.println(
                            "stored "
                                    + next.id()
                                    + " "
                                    + Words.of(position)
                                    + " "
                                    + attempt.number()
                                    + " "
                                    + attempt.frame().map(Digest::hex).orElseThrow());
                    out.flush();
                    session = next;
                    misses = 0;
                }
                case CaptureOutcome.Missed(var fault) -> {
                    misses++;
                    if (misses == MISSES) {
                        throw new Failure(Sentences.of(fault, device.info().kind()));
                    }
                }
                case CaptureOutcome.Refused(var reason) -> throw new Failure(Sentences.of(reason));
            }
        }
        return session;
    }

    private static Session done(Outcome outcome) throws Failure {
        return switch (outcome) {
            case Outcome.Done(var session) -> session;
            case Outcome.Refused(var reason) -> throw new Failure(Sentences.of(reason));
        };
    }

    private Session found(SessionId id) throws StationFault {
        return enrollment.find(id).orElseThrow();
    }
}
