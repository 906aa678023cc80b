package vn.tram.ui.fingerprints;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Kind;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.domain.Verdict;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.StationFault;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.quality.AdviceBook;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.fingerprint.Minutiae;
import vn.tram.quality.fingerprint.RolledMatch;
import vn.tram.quality.fingerprint.SameFinger;
import vn.tram.ui.kit.AttemptRows;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.CaptureLoop;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.CaptureWords;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.StoredFrames;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.Visit;

/// Step 4: one position after the other, each until it is good, taken with a reason, or excepted.
public final class FingerprintsViewModel {
    /// One finger as its card shows it.
    ///
    /// @param score 0 to 100
    /// @param least the least good score by the policy
    public record Finger(
            Position position,
            OptionalInt score,
            Optional<Double> least,
            Tone tone,
            Phrase words) {}

    /// One of the captures of this step, or the rolled fingers of a hand together.
    ///
    /// @param position where choosing it leads
    public record Part(Position position, Phrase words, Tone tone, Here here) {}

    /// Whether a part is the one on the screen.
    public enum Here {
        HERE,
        ELSEWHERE
    }

    private final Visit visit;
    private final Navigator navigator;
    private final CaptureLoop loop;
    private final StoredFrames frames;
    private final Background background;
    private final Background.Slot sharing;
    private final AdviceModel advice;
    private @Nullable Runnable deaf;

    /// @param book what to try with prints that are not good
    public FingerprintsViewModel(
            Visit visit,
            Background background,
            Navigator navigator,
            Devices devices,
            AdviceBook book) {
        this.visit = visit;
        this.navigator = navigator;
        this.background = background;
        sharing = background.slot("same finger");
        loop =
                new CaptureLoop(
                        visit, background, devices, Devices.Seat.FINGERPRINT, this::nextToDo);
        advice = new AdviceModel(visit, background, loop, book);
        frames = new StoredFrames(visit, background, this::framesFailed);
        loop.stateProperty().subscribe(_ -> readFrames());
    }

    public ReadOnlyObjectProperty<CaptureState> stateProperty() {
        return loop.stateProperty();
    }

    /// All that a view must look at again when it changes.
    public List<Observable> changes() {
        return List.of(
                loop.stateProperty(),
                loop.positionProperty(),
                visit.sessionProperty(),
                advice.shownProperty(),
                frames.changes());
    }

    public CaptureLoop loop() {
        return loop;
    }

    /// The advice card.
    public AdviceModel advice() {
        return advice;
    }

    public Visit visit() {
        return visit;
    }

    public void enter() {
        deaf = visit.enrollment().afterCapture().onFinding(() -> background.post(this::shared));
        loop.enter();
    }

    /// A verdict was changed after its capture: what is stored has changed.
    private void shared() {
        if (deaf != null && visit.sessionProperty().get().isPresent()) {
            var id = visit.session().id();
            sharing.start(
                    () -> visit.enrollment().find(id),
                    session -> session.ifPresent(visit::show),
                    this::framesFailed);
        }
    }

    public void leave() {
        if (deaf != null) {
            deaf.run();
            deaf = null;
        }
        sharing.cancel();
        advice.drop();
        loop.leave();
        frames.drop();
    }

    /// The position on the screen; the first one while the device is being opened.
    public Position here() {
        return loop.positionProperty()
                .get()
                .or(() -> captures().stream().findFirst())
                .orElse(Position.RIGHT_FOUR);
    }

    /// The kind of scanner: as identified, else as the session's attempts tell, else a slap
    /// scanner.
    public Kind kind() {
        return loop.kind().orElseGet(this::kindUsed);
    }

    /// Whether rolled prints are asked for and this scanner is known not to roll.
    boolean cannotRoll() {
        return !loop.rolls() && captures().stream().anyMatch(Position::isRolled);
    }

    private Kind kindUsed() {
        var attempts = visit.session().attempts();
        boolean slaps = attempts.stream().anyMatch(a -> a.position().isSlap());
        boolean singles =
                attempts.stream().map(Attempt::position).anyMatch(Position.fingers()::contains);
        return singles && !slaps ? Kind.SINGLE_FINGER_SCANNER : Kind.SLAP_SCANNER;
    }

    /// The captures of this step, in order.
    public List<Position> captures() {
        return visit.enrollment().catalogue().fingerCaptures(visit.session(), today(), kind());
    }

    private LocalDate today() {
        return visit.enrollment().today();
    }

    /// What is not done, from here on; here when all is done.
    private Optional<Position> nextToDo() {
        var all = captures();
        var session = visit.session();
        var here = loop.positionProperty().get().filter(all::contains);
        int from = here.map(all::indexOf).orElse(0);
        for (int i = 0; i < all.size(); i++) {
            var position = all.get((from + i) % all.size());
            if (!session.done(position)) {
                return Optional.of(position);
            }
        }
        return here.or(() -> all.stream().findFirst());
    }

    /// Whether every position is captured or excepted.
    public boolean complete() {
        var session = visit.session();
        return captures().stream().allMatch(session::done);
    }

    /// The next position that is not done, if it is another one.
    public Optional<Position> other() {
        return nextToDo().filter(p -> p != here() && !visit.session().done(p));
    }

    /// What there is to choose from: each plain capture, and each hand that is rolled.
    public List<Part> parts() {
        return choice().all();
    }

    /// The rolled fingers of the hand on the screen; none where a plain capture is.
    public List<Part> hand() {
        return choice().hand();
    }

    private FingerprintParts choice() {
        return new FingerprintParts(visit.session(), captures(), here());
    }

    /// Goes to the next rolled finger, or the one before.
    ///
    /// @param step 1 or -1
    public void turn(int step) {
        var rolled = captures().stream().filter(Position::isRolled).toList();
        int at = rolled.indexOf(here());
        if (at >= 0) {
            loop.go(rolled.get(Math.floorMod(at + step, rolled.size())));
        }
    }

    /// The stored picture of the attempt on the screen.
    public Optional<Pixels> still() {
        return state().onScreen().flatMap(frames::of);
    }

    private CaptureState state() {
        return loop.stateProperty().get();
    }

    /// The fingers of the position on the screen.
    public List<Finger> fingers() {
        if (captures().isEmpty()) {
            return List.of();
        }
        var session = visit.session();
        var judgements = state().judgements();
        return inOrderOfSight(here()).stream()
                .map(member ->
                        session.omission(member).isPresent()
                                ? plain(member, Tone.EXCEPTION, "fingerprints.excepted")
                                : judgements.stream()
                                        .filter(j -> j.position() == member)
                                        .findFirst()
                                        .map(this::judged)
                                        .orElseGet(() -> unseen(member)))
                .toList();
    }

    /// The fingers from left to right as they lie on the glass: the left hand begins with the
    /// little finger, thumbs lie left, right.
    static List<Position> inOrderOfSight(Position position) {
        return switch (position) {
            case LEFT_FOUR, TWO_THUMBS -> position.members().reversed();
            default -> position.members();
        };
    }

    private Finger unseen(Position member) {
        return state() instanceof CaptureState.Live || state().onScreen().isPresent()
                ? plain(member, Tone.UNKNOWN, "fingerprints.unseen")
                : plain(member, Tone.UNKNOWN, "fingerprints.unmeasured");
    }

    private static Finger plain(Position member, Tone tone, String key) {
        return new Finger(member, OptionalInt.empty(), Optional.empty(), tone, Phrase.of(key));
    }

    private Finger judged(Judgement judgement) {
        boolean good = judgement.verdict().outcome() != Verdict.Outcome.REFUSED;
        return new Finger(
                judgement.position(),
                judgement.score(),
                CaptureWords.least(judgement.verdict()),
                good ? Tone.GOOD : Tone.WARN,
                Phrase.of(
                        good
                                ? "fingerprints.good"
                                : found(judgement).orElseGet(() -> retake(judgement))));
    }

    /// What was found of a print after its capture, if anything.
    static Optional<String> found(Judgement judgement) {
        return SameFinger.in(judgement)
                .map(FingerprintsViewModel::key)
                .or(() ->
                        RolledMatch.unlike(judgement)
                                ? Optional.of("fingerprints.unlike")
                                : Optional.empty())
                .or(() ->
                        Minutiae.tooFew(judgement).isPresent()
                                ? Optional.of("fingerprints.sparse")
                                : Optional.empty());
    }

    private static String key(SameFinger same) {
        return switch (same) {
            case ELSEWHERE -> "fingerprints.same";
            case OFFICERS -> "fingerprints.officers";
        };
    }

    /// What is wrong with it, where that is known.
    private static String retake(Judgement judgement) {
        if (judgement.verdict().failed().contains(FingerprintJudge.ROLLED_WIDTH)) {
            return "fingerprints.narrow";
        }
        return judgement
                .condition()
                .filter(c -> c.state() != PrintState.GOOD)
                .map(c -> "state." + c.state().name())
                .orElse("fingerprints.retake");
    }

    /// The attempts of the position on the screen; the one going on is the last.
    public List<AttemptRows.Row> attempts() {
        return new FingerprintAttempts(visit.session(), here(), frames).rows(capturing());
    }

    /// How many attempts are left after those of [#attempts].
    public int left() {
        return Math.max(0, loop.left(here()) - (capturing() ? 1 : 0));
    }

    private boolean capturing() {
        return state().capturing() && !advice.isOpen();
    }

    /// Number of the attempt that follows at the position on the screen.
    int nextAttempt() {
        return visit.session().attempts(here()).size() + 1;
    }

    /// How many attempts of a position there may still be.
    int leftAt(Position position) {
        return loop.left(position);
    }

    public int most() {
        return loop.most(here());
    }

    /// The one hint.
    public HintWords hint() {
        return new FingerprintHints(this, visit.session()).of(state());
    }

    /// Whether the shutter can be pressed.
    public boolean canShoot() {
        return state() instanceof CaptureState.Live live && live.phase() != Phase.CAPTURING;
    }

    public void back() {
        if (advice.isOpen()) {
            advice.close();
        } else if (state() instanceof CaptureState.Deciding) {
            loop.go(here());
        } else {
            navigator.go(new Intent.Back());
        }
    }

    public void next() {
        navigator.go(new Intent.Next());
    }

    public void except() {
        navigator.go(new Intent.Exception());
    }

    public void park() {
        navigator.go(new Intent.Park());
    }

    public void portraitFirst() {
        navigator.go(new Intent.Step(5));
    }

    private void readFrames() {
        if (visit.sessionProperty().get().isPresent()) {
            frames.read(visit.session(), here());
        }
    }

    private void framesFailed(StationFault fault) {
        loop.fail(fault);
    }
}
