package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.Assembly;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.domain.Attempt;
import vn.tram.domain.Consent;
import vn.tram.domain.Field;
import vn.tram.domain.Officer;
import vn.tram.domain.Omission;
import vn.tram.domain.Reading;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Source;
import vn.tram.domain.Stage;
import vn.tram.domain.Verdict;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Position;

/// The workflow over the real store, the real keys and simulated devices.
class EnrollmentTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final String CARD = "id-card-new";

    @TempDir Path folder;

    private Assembly station;
    private Enrollment enrollment;
    private Officer operator;
    private Officer supervisor;

    @BeforeEach
    void open() throws StationFault {
        station = Assembly.open(folder.resolve("state"), CONFIG);
        enrollment = station.enrollment();
        operator = officer(Role.OPERATOR);
        supervisor = officer(Role.SUPERVISOR);
    }

    @AfterEach
    void close() throws StationFault {
        station.close();
    }

    private Officer officer(Role role) throws StationFault {
        return station.accounts().officers().stream()
                .filter(o -> o.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private char[] password(Officer officer) throws StationFault {
        return station.accounts().trainingHint().stream()
                .filter(a -> a.officer().equals(officer))
                .findFirst()
                .orElseThrow()
                .password()
                .toCharArray();
    }

    private Device device(String address) throws InterruptedException {
        return switch (station.drivers().open(URI.create(address))) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) -> throw new AssertionError(address + ": " + fault);
        };
    }

    private static Session done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).session();
    }

    private static Reason refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    /// A session in which everything may be captured.
    private Session prepared() throws StationFault {
        var id = done(enrollment.open(operator)).id();
        done(enrollment.identify(id, new TrainingPeople(7).person(0)));
        done(enrollment.choose(id, List.of(CARD)));
        done(enrollment.answer(id, CARD, Consent.Answer.TOLD));
        return done(enrollment.confirmData(id));
    }

    private Session capturedOrAccepted(Session start, Position position, Device device)
            throws StationFault, InterruptedException {
        var session = start;
        while (!session.done(position)) {
            var outcome =
                    enrollment.captures().capture(session.id(), position, device, Progress.none());
            session =
                    switch (outcome) {
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
                                                        "vân mòn do nghề",
                                                        operator));
                    };
        }
        return session;
    }

    private Session withEveryPosition(Session start) throws StationFault, InterruptedException {
        var session = start;
        try (var scanner = device("sim://slap?seed=7&person=0");
                var camera = device("sim://camera?seed=7&person=0")) {
            for (var position :
                    enrollment
                            .catalogue()
                            .fingerCaptures(session, enrollment.today(), Kind.SLAP_SCANNER)) {
                session = capturedOrAccepted(session, position, scanner);
            }
            session = capturedOrAccepted(session, Position.FACE, camera);
        }
        return done(
                enrollment.captures().tick(session.id(), Set.copyOf(Standing.ticksAsked(session))));
    }

    @Test
    void oneCitizenFromLookupToTheSeal() throws StationFault, InterruptedException {
        var session = withEveryPosition(prepared());
        assertThat(enrollment.standing(session).missing()).isEmpty();
        session =
                done(
                        enrollment
                                .completion()
                                .signOff(session.id(), operator, password(operator), true));
        if (session.stage() == Stage.AWAITING_APPROVAL) {
            session =
                    done(
                            enrollment
                                    .completion()
                                    .approve(session.id(), supervisor, password(supervisor)));
        }
        assertThat(session.stage()).isEqualTo(Stage.SEALED);
        assertThat(enrollment.standing(session).steps())
                .containsEntry(Step.SLIP, Standing.State.DONE);
        assertThat(station.database().outbox().waiting()).containsExactly(session.id());
    }

    @Test
    void eachFingerOfASlapGetsItsFinalScoreAndTemplateAfterTheCapture()
            throws StationFault, InterruptedException {
        var id = prepared().id();
        Attempt told;
        try (var scanner = device("sim://slap?seed=7&person=0")) {
            var outcome =
                    enrollment
                            .captures()
                            .capture(id, Position.RIGHT_FOUR, scanner, Progress.none());
            told = ((CaptureOutcome.Stored) outcome).attempt();
        }
        enrollment.afterCapture().await(id);
        var stored = found(id).attempts(Position.RIGHT_FOUR).getFirst();
        assertThat(stored.judgedAgain(told.judgements())).isEqualTo(told);
        assertThat(stored.judgements())
                .hasSize(4)
                .allSatisfy(j -> {
                    assertThat(j.readings())
                            .extracting(Reading::metric)
                            .contains("live", "score", "self-turned");
                    var verdict = told.of(j.position()).orElseThrow().verdict();
                    assertThat(j.verdict().outcome()).isEqualTo(verdict.outcome());
                    assertThat(j.verdict().checks())
                            .startsWith(verdict.checks().toArray(Verdict.Check[]::new))
                            .filteredOn(c -> !verdict.checks().contains(c))
                            .extracting(c -> c.reading().metric())
                            .containsOnly("minutiae");
                });
        assertThat(enrollment.afterCapture().prints(id))
                .extracting(Touch::finger)
                .containsExactlyElementsOf(Position.RIGHT_FOUR.members());
        enrollment.park(id, operator);
        assertThat(enrollment.afterCapture().prints(id)).isEmpty();
    }

    @Test
    void nothingIsCapturedBeforeTheCitizenAnswered() throws StationFault, InterruptedException {
        var id = done(enrollment.open(operator)).id();
        try (var scanner = device("sim://slap?seed=7&person=0")) {
            assertThat(
                            enrollment
                                    .captures()
                                    .capture(id, Position.RIGHT_FOUR, scanner, Progress.none()))
                    .isEqualTo(new CaptureOutcome.Refused(new Reason.NoCitizen()));
            done(enrollment.identify(id, new TrainingPeople(7).person(0)));
            done(enrollment.choose(id, List.of(CARD)));
            assertThat(
                            enrollment
                                    .captures()
                                    .capture(id, Position.RIGHT_FOUR, scanner, Progress.none()))
                    .isEqualTo(
                            new CaptureOutcome.Refused(new Reason.AnswersMissing(List.of(CARD))));
        }
        assertThat(found(id).attempts()).isEmpty();
    }

    @Test
    void noServiceIsAnsweredInAdvance() throws StationFault {
        var id = done(enrollment.open(operator)).id();
        done(enrollment.identify(id, new TrainingPeople(7).person(0)));
        assertThat(done(enrollment.choose(id, List.of(CARD))).consents()).isEmpty();
    }

    @Test
    void aDeclinedServiceAsksForNothing() throws StationFault {
        var id = done(enrollment.open(operator)).id();
        done(enrollment.identify(id, new TrainingPeople(7).person(0)));
        done(enrollment.choose(id, List.of("eid-level-2")));
        var session = done(enrollment.answer(id, "eid-level-2", Consent.Answer.DECLINED));
        assertThat(enrollment.catalogue().wanted(session, enrollment.today())).isEmpty();
        assertThat(refused(enrollment.confirmData(id))).isEqualTo(new Reason.AllDeclined());
    }

    @Test
    void dataThatCannotBeRightAreNotConfirmed() throws StationFault {
        var session = prepared();
        var wrong =
                new TrainingPeople(7).person(0).with(Field.PERSONAL_NUMBER, "12345", Source.TYPED);
        done(enrollment.identify(session.id(), wrong));
        assertThat(refused(enrollment.confirmData(session.id())))
                .isInstanceOf(Reason.DataWrong.class);
    }

    @Test
    void anotherPersonDoesNotGetTheseCaptures() throws StationFault, InterruptedException {
        var session = prepared();
        try (var scanner = device("sim://slap?seed=7&person=0")) {
            enrollment
                    .captures()
                    .capture(session.id(), Position.RIGHT_FOUR, scanner, Progress.none());
        }
        assertThat(refused(enrollment.identify(session.id(), new TrainingPeople(7).person(1))))
                .isEqualTo(new Reason.OtherCitizen());
    }

    @Test
    void whatIsMissingIsNamedAtSignOff() throws StationFault {
        var session = prepared();
        assertThat(
                        refused(
                                enrollment
                                        .completion()
                                        .signOff(session.id(), operator, password(operator), true)))
                .isInstanceOfSatisfying(
                        Reason.PositionsMissing.class, r -> assertThat(r.positions()).hasSize(11));
    }

    @Test
    void aWrongPasswordSignsNothing() throws StationFault, InterruptedException {
        var session = withEveryPosition(prepared());
        assertThat(
                        refused(
                                enrollment
                                        .completion()
                                        .signOff(
                                                session.id(), operator, "sai".toCharArray(), true)))
                .isInstanceOf(Reason.WrongPassword.class);
        assertThat(found(session.id()).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void anExceptionWaitsForAnotherSupervisor() throws StationFault, InterruptedException {
        var session = prepared();
        var missing =
                new Omission(
                        Position.RIGHT_LITTLE,
                        Omission.Reason.MISSING,
                        true,
                        "",
                        Optional.empty(),
                        Instant.now(),
                        operator.id());
        session = withEveryPosition(done(enrollment.captures().except(session.id(), missing)));
        session =
                done(
                        enrollment
                                .completion()
                                .signOff(session.id(), operator, password(operator), true));
        assertThat(session.stage()).isEqualTo(Stage.AWAITING_APPROVAL);
        assertThat(
                        refused(
                                enrollment
                                        .completion()
                                        .approve(session.id(), operator, password(operator))))
                .isEqualTo(new Reason.NoRight(Right.DECIDE));
        session =
                done(
                        enrollment
                                .completion()
                                .approve(session.id(), supervisor, password(supervisor)));
        assertThat(session.stage()).isEqualTo(Stage.SEALED);
    }

    @Test
    void aSessionHandedBackIsOpenAndUnsigned() throws StationFault, InterruptedException {
        var session = prepared();
        var missing =
                new Omission(
                        Position.RIGHT_LITTLE,
                        Omission.Reason.BANDAGED,
                        false,
                        "",
                        Optional.empty(),
                        Instant.now(),
                        operator.id());
        session = withEveryPosition(done(enrollment.captures().except(session.id(), missing)));
        done(enrollment.completion().signOff(session.id(), operator, password(operator), true));
        session = done(enrollment.completion().handBack(session.id(), supervisor));
        assertThat(session.stage()).isEqualTo(Stage.OPEN);
        assertThat(session.signOff()).isEmpty();
    }

    @Test
    void aRefusedCaptureIsAcceptedOnlyWhenTheAttemptsAreUsedUp()
            throws StationFault, InterruptedException {
        var session = prepared();
        try (var scanner = device("sim://slap?seed=7&person=0")) {
            enrollment
                    .captures()
                    .capture(session.id(), Position.RIGHT_FOUR, scanner, Progress.none());
        }
        assertThat(
                        refused(
                                enrollment
                                        .captures()
                                        .accept(
                                                session.id(),
                                                Position.RIGHT_FOUR,
                                                "vội",
                                                operator)))
                .isEqualTo(new Reason.AttemptsLeft(Position.RIGHT_FOUR, 2));
    }

    @Test
    void triedAdviceIsKeptWithTheAttemptThatFollowsAndAudited()
            throws StationFault, InterruptedException, IOException {
        var id = prepared().id();
        try (var scanner = device("sim://single?seed=7&person=0&skin=dry")) {
            var captures = enrollment.captures();
            captures.capture(id, Position.RIGHT_INDEX, scanner, Progress.none());
            done(captures.tried(id, Position.RIGHT_INDEX, "ice-water", operator));
            captures.capture(id, Position.RIGHT_INDEX, scanner, Progress.none());
            enrollment.afterCapture().await(id);
        }
        station.close();
        station = Assembly.open(folder.resolve("state"), CONFIG);
        enrollment = station.enrollment();
        var session = found(id);
        var tried = session.triedAdvice(Position.RIGHT_INDEX).getFirst();
        assertThat(tried.attempt()).isEqualTo(2);
        assertThat(tried.by()).isEqualTo(operator.id());
        assertThat(tried.effects(session))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.before())
                            .isEqualTo(
                                    session.attempts()
                                            .get(0)
                                            .of(Position.RIGHT_INDEX)
                                            .orElseThrow()
                                            .score());
                    assertThat(e.after()).isPresent();
                });
        assertThat(Files.readAllLines(folder.resolve("state/audit/audit.jsonl")))
                .anyMatch(l -> l.contains("advice-tried") && l.contains("RIGHT_INDEX ice-water"));
    }

    /// Who did what to the session: each step, and each look at it.
    @Test
    void stepsAndViewsAreInTheAuditLog() throws Exception {
        var supervisor = officer(Role.SUPERVISOR);
        var id = prepared().id();
        enrollment.park(id, operator);
        enrollment.resume(id, supervisor);
        enrollment.choose(id, List.of(CARD));
        enrollment.view(id, operator, Enrollment.Purpose.WORK);
        enrollment.answer(id, CARD, Consent.Answer.AGREED);
        enrollment.view(id, supervisor, Enrollment.Purpose.APPROVAL);

        assertThat(Files.readAllLines(folder.resolve("state/audit/audit.jsonl")))
                .filteredOn(l -> l.contains(id.toString()))
                .extracting(EnrollmentTest::told)
                .containsExactly(
                        "session-opened canbo ",
                        "citizen-identified canbo ROSTER",
                        "services-chosen canbo " + CARD,
                        "consent-answered canbo " + CARD + " TOLD",
                        "data-confirmed canbo ",
                        "session-parked canbo ",
                        "session-resumed chihuy ",
                        "services-chosen chihuy " + CARD,
                        "session-viewed canbo WORK",
                        "consent-answered canbo " + CARD + " AGREED",
                        "session-viewed chihuy APPROVAL");
    }

    private static String told(String line) {
        var found =
                Pattern.compile("\"event\":\"(.*?)\",\"by\":\"(.*?)\",.*\"detail\":\"(.*?)\"")
                        .matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group(1) + " " + found.group(2) + " " + found.group(3);
    }

    @Test
    void adviceIsNotTriedWhereNothingMayBeCaptured() throws StationFault {
        var id = prepared().id();
        assertThat(
                        refused(
                                enrollment
                                        .captures()
                                        .tried(id, Position.DOCUMENT, "ice-water", operator)))
                .isEqualTo(new Reason.NotWanted(Position.DOCUMENT));
        assertThat(found(id).triedAdvice()).isEmpty();
    }

    @Test
    void aPulledScannerCountsNoAttemptAndLosesNone() throws StationFault, InterruptedException {
        var session = prepared();
        try (var scanner = device("sim://slap?seed=7&person=0&fault=unplug&at=2")) {
            var first =
                    enrollment
                            .captures()
                            .capture(session.id(), Position.RIGHT_FOUR, scanner, Progress.none());
            assertThat(first).isInstanceOf(CaptureOutcome.Stored.class);
            var second =
                    enrollment
                            .captures()
                            .capture(session.id(), Position.LEFT_FOUR, scanner, Progress.none());
            assertThat(second)
                    .isInstanceOfSatisfying(
                            CaptureOutcome.Missed.class,
                            m -> assertThat(m.fault()).isInstanceOf(Fault.Disconnected.class));
        }
        assertThat(found(session.id()).attempts()).hasSize(1);
    }

    @Test
    void aParkedSessionTakesNoStepUntilItIsResumed() throws StationFault {
        var id = prepared().id();
        done(enrollment.park(id, operator));
        assertThat(refused(enrollment.confirmData(id)))
                .isEqualTo(new Reason.WrongStage(Stage.PARKED));
        assertThat(done(enrollment.resume(id, operator)).checked()).isPresent();
    }

    @Test
    void everythingIsThereAfterARestart() throws StationFault, InterruptedException {
        var id = withEveryPosition(prepared()).id();
        enrollment.afterCapture().await(id);
        var session = found(id);
        station.close();
        station = Assembly.open(folder.resolve("state"), CONFIG);
        enrollment = station.enrollment();
        assertThat(found(id)).isEqualTo(session);
    }

    private Session found(SessionId id) throws StationFault {
        return enrollment.find(id).orElseThrow();
    }
}
