package vn.tram.enroll;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Judgement;
import vn.tram.domain.Officer;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SpecialCase;
import vn.tram.domain.Stage;
import vn.tram.domain.TriedAdvice;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.quality.FrameJudge;
import vn.tram.task.UiThread;

/// Steps 4 and 5: attempts at fingers and face, what is taken although refused, and what cannot be
/// captured.
public final class Captures {
    private final Desk desk;
    private final FrameJudge fingers;
    private final FrameJudge portraits;

    private final AfterCapture afterCapture;

    Captures(Desk desk, FrameJudge fingers, FrameJudge portraits, AfterCapture afterCapture) {
        this.desk = desk;
        this.fingers = fingers;
        this.portraits = portraits;
        this.afterCapture = afterCapture;
    }

    /// The frame of a stored attempt of a session that is not sealed.
    public Frame frame(SessionId id, Attempt attempt) throws StationFault {
        UiThread.refuse("reading a frame");
        return desk.ports().sessions().frame(id, attempt.position(), attempt.number());
    }

    /// How many captures of a position there may be.
    public int attempts(Position position) {
        return position == Position.FACE
                ? desk.rules().portraitAttempts()
                : desk.rules().fingerAttempts();
    }

    /// Why this position may not be captured now, if it may not. Asked again by [#capture].
    public Optional<Reason> refusalToCapture(Session session, Position position) {
        if (session.stage() != Stage.OPEN) {
            return Optional.of(new Reason.WrongStage(session.stage()));
        }
        var ground = desk.ground(session);
        if (ground.isPresent()) {
            return ground;
        }
        var wanted = desk.rules().catalogue().wanted(session, desk.today());
        if (session.expected(position).stream().noneMatch(wanted::contains)) {
            return Optional.of(new Reason.NotWanted(position));
        }
        int made = session.attempts(position).size();
        return made >= attempts(position)
                ? Optional.of(new Reason.AttemptsUsedUp(position, made))
                : Optional.empty();
    }

    /// The same with a device: also why it cannot capture this position at all, or is not proved
    /// fit.
    Optional<Reason> refusalToCapture(Session session, Position position, Device device)
            throws StationFault {
        var refusal = refusalToCapture(session, position);
        if (refusal.isPresent()) {
            return refusal;
        }
        var info = device.info();
        if (position.isRolled() && !info.rolls()) {
            return Optional.of(new Reason.CannotRoll(info.make() + " " + info.model()));
        }
        return desk.ports().fitness().refusal(info).map(Reason.DeviceNotFit::new);
    }

    /// Steps 4 and 5: one attempt. Blocks until the device answers; the attempt is durable when
    /// this returns *stored*. An interrupt cancels it and counts nothing.
    public CaptureOutcome capture(SessionId id, Position position, Device device, Progress progress)
            throws StationFault, InterruptedException {
        return capture(id, position, device, progress, Optional.empty());
    }

    /// The same after a live picture.
    ///
    /// @param best frame of it, which is taken where the full still is worse
    CaptureOutcome capture(SessionId id, Position position, Device device, Optional<Shot> best)
            throws StationFault, InterruptedException {
        return capture(id, position, device, Progress.none(), best);
    }

    private CaptureOutcome capture(
            SessionId id, Position position, Device device, Progress progress, Optional<Shot> best)
            throws StationFault, InterruptedException {
        UiThread.refuse("capturing");
        var session = desk.stored(id);
        var refusal = refusalToCapture(session, position, device);
        if (refusal.isPresent()) {
            return new CaptureOutcome.Refused(refusal.get());
        }
        return switch (device.capture(request(session, position), progress)) {
            case Capture.Missed(var fault) -> {
                missed(device, fault);
                desk.ports()
                        .audit()
                        .append(
                                "capture-missed",
                                "station",
                                Optional.of(id),
                                position + " " + fault.getClass().getSimpleName());
                yield new CaptureOutcome.Missed(fault);
            }
            case Capture.Taken(var samples) ->
                    store(session, position, device, sample(samples, position), best);
        };
    }

    /// A device was asked for a picture and gave a fault.
    void missed(Device device, Fault fault) {
        desk.ports().journal().missed(device.info(), fault);
    }

    /// What a device is asked for, for a capture or the preview of one.
    public Request request(Session session, Position position) {
        var expected = session.expected(position);
        var missing = position.members().stream().filter(m -> !expected.contains(m)).toList();
        return new Request(
                position, Set.copyOf(missing), desk.rules().patience(), session.id().toString());
    }

    private static Sample sample(List<Sample> samples, Position position) {
        return samples.stream()
                .filter(s -> s.position() == position)
                .findFirst()
                .orElse(samples.getFirst());
    }

    /// Judges the frames of one look before this device, one after the other, as attempts at the
    /// position would be judged.
    Function<Frame, List<Judgement>> live(Session session, Position position, Device device) {
        var judge = judge(position, device).live();
        return frame -> judged(session, position, frame, judge);
    }

    private FrameJudge judge(Position position, Device device) {
        return position == Position.FACE
                ? portraits.before(device.info().identity())
                : fingers.before(device.info().identity());
    }

    private List<Judgement> judged(
            Session session, Position position, Frame frame, FrameJudge judge) {
        UiThread.refuse("judging");
        var judged = judge.judge(frame, position, request(session, position).missing());
        var kinds = session.specialCases().stream().map(SpecialCase::kind).toList();
        return position == Position.FACE
                ? desk.rules().specialCases().relaxed(judged, kinds)
                : judged;
    }

    private CaptureOutcome store(
            Session session, Position position, Device device, Sample sample, Optional<Shot> best)
            throws StationFault {
        Shot still;
        try {
            var judge = judge(position, device);
            still = new Shot(sample.frame(), judged(session, position, sample.frame(), judge));
        } catch (RuntimeException bug) {
            // judging met an error of its own: the capture is kept, unjudged
            keep(session.id(), position, device, sample, List.of());
            throw bug;
        }
        var better = best.filter(b -> b.beats(still, session.expected(position)));
        if (better.isEmpty()) {
            return keep(session.id(), position, device, sample, still.judgements());
        }
        desk.ports()
                .audit()
                .append(
                        "still-worse-than-preview",
                        "station",
                        Optional.of(session.id()),
                        position + " " + still.failed());
        var live = better.get().fromPreview();
        var taken = new Sample(position, live.frame(), OptionalInt.empty(), Optional.empty());
        return keep(session.id(), position, device, taken, live.judgements());
    }

    /// Stores the attempt in the session as it is now, which may have been changed, or parked,
    /// while the device captured.
    private CaptureOutcome keep(
            SessionId id,
            Position position,
            Device device,
            Sample sample,
            List<Judgement> judgements)
            throws StationFault {
        desk.turn().lock();
        try {
            var session = desk.stored(id);
            if (session.stage() != Stage.OPEN && session.stage() != Stage.PARKED) {
                return new CaptureOutcome.Refused(new Reason.WrongStage(session.stage()));
            }
            var attempt = attempt(session, position, device, sample, judgements);
            var change = session.change().attempt(attempt);
            if (position == Position.FACE) {
                change.ticks(Set.of()); // they were said of another picture
            }
            var next = change.made();
            desk.ports().sessions().save(next, attempt, sample.frame());
            desk.ports().journal().captured(attempt);
            desk.ports()
                    .audit()
                    .append(
                            "attempt-stored",
                            "station",
                            Optional.of(id),
                            position + " " + attempt.number());
            if (position != Position.FACE) {
                afterCapture.begin(id, attempt, sample.frame());
            } else if (next.kept(position).filter(attempt::equals).isPresent()) {
                var cards = desk.rules().catalogue().cards(next);
                desk.ports().sealer().prepare(id, new Sealer.Kept(attempt, sample.frame(), cards));
            }
            return new CaptureOutcome.Stored(next, attempt);
        } finally {
            desk.turn().unlock();
        }
    }

    private Attempt attempt(
            Session session,
            Position position,
            Device device,
            Sample sample,
            List<Judgement> judgements) {
        var info = device.info();
        var frame = sample.frame();
        return new Attempt(
                position,
                next(session, position),
                desk.ports().clock().instant(),
                new Attempt.Device(
                        info.address().toString(),
                        info.make(),
                        info.model(),
                        info.serial(),
                        info.firmware(),
                        info.certification()),
                Optional.of(Digest.of(frame.pixels().toBytes())),
                frame.pixels().width(),
                frame.pixels().height(),
                frame.resolution(),
                sample.deviceScore(),
                session.expected(position),
                judgements);
    }

    /// Notes that advice was followed before the next attempt at a position. Refused where no
    /// attempt may follow.
    ///
    /// @param advice its name, such as `ice-water`
    public Outcome tried(SessionId id, Position position, String advice, Officer officer)
            throws StationFault {
        var outcome =
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            var refusal = refusalToCapture(session, position);
                            return refusal.isPresent()
                                    ? Desk.refused(refusal.get())
                                    : Desk.changed(
                                            session.change()
                                                    .tried(
                                                            new TriedAdvice(
                                                                    position,
                                                                    next(session, position),
                                                                    advice,
                                                                    desk.ports().clock().instant(),
                                                                    officer.id())));
                        });
        return desk.audited(outcome, "advice-tried", officer, position + " " + advice);
    }

    private static int next(Session session, Position position) {
        return session.attempts(position).size() + 1;
    }

    /// Takes the best attempt although it was not accepted. Only when the attempts are used up; a
    /// supervisor must approve.
    public Outcome accept(SessionId id, Position position, String reason, Officer officer)
            throws StationFault {
        var outcome =
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            if (reason.isBlank()) {
                                return Desk.refused(new Reason.WordsMissing());
                            }
                            int left = attempts(position) - session.attempts(position).size();
                            if (left > 0) {
                                return Desk.refused(new Reason.AttemptsLeft(position, left));
                            }
                            var kept = session.kept(position);
                            if (kept.isEmpty()) {
                                return Desk.refused(new Reason.NoAttempt(position));
                            }
                            return Desk.changed(
                                    session.change()
                                            .acceptance(
                                                    new Acceptance(
                                                            position,
                                                            kept.get().number(),
                                                            reason,
                                                            desk.ports().clock().instant(),
                                                            officer.id())));
                        });
        return desk.audited(outcome, "accepted-with-reason", officer, position.toString());
    }

    /// Records that a finger, or the face, cannot be captured.
    public Outcome except(SessionId id, Omission omission) throws StationFault {
        var outcome =
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> {
                            var ground = desk.ground(session);
                            if (ground.isPresent()) {
                                return Desk.refused(ground.get());
                            }
                            if (!desk.rules()
                                    .catalogue()
                                    .wanted(session, desk.today())
                                    .contains(omission.position())) {
                                return Desk.refused(new Reason.NotWanted(omission.position()));
                            }
                            var captured = captured(session, omission.position());
                            if (captured.isPresent()) {
                                return Desk.refused(new Reason.AlreadyCaptured(captured.get()));
                            }
                            return Desk.changed(session.change().omission(omission));
                        });
        return desk.audited(
                outcome,
                "exception-recorded",
                omission.by(),
                omission.position() + " " + omission.reason());
    }

    /// What is captured of that which an exception would be of: of a finger both its prints.
    private static Optional<Position> captured(Session session, Position position) {
        return Stream.of(position, position.isRolled() ? position : position.otherPrint())
                .filter(p -> session.capturedIn(p).isPresent())
                .findFirst();
    }

    /// Takes an exception back.
    public Outcome includeAgain(SessionId id, Position position, Officer officer)
            throws StationFault {
        var outcome =
                desk.step(
                        id,
                        Stage.OPEN,
                        session -> Desk.changed(session.change().withoutOmission(position)));
        return desk.audited(outcome, "exception-taken-back", officer, position.toString());
    }

    /// What the operator saw in the portrait where no metric can tell.
    public Outcome tick(SessionId id, Set<String> ticks) throws StationFault {
        return desk.step(id, Stage.OPEN, session -> Desk.changed(session.change().ticks(ticks)));
    }

    /// Special cases of the portrait, each with its reason.
    public SpecialCasesOfSession specialCases() {
        return new SpecialCasesOfSession(desk);
    }
}
