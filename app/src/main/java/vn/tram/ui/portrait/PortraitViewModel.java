package vn.tram.ui.portrait;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.device.Kind;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Hint;
import vn.tram.enroll.LiveCapture;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Standing;
import vn.tram.enroll.Step;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.ui.kit.AttemptRows;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.CaptureLoop;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.CaptureWords;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.StoredFrames;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.Visit;

/// Step 5: the face, and what the operator must look at because no machine can tell.
public final class PortraitViewModel {
    /// Something the operator confirms with his own eyes.
    ///
    /// @param name as in the policy, such as `both-ears-visible`
    public record Tick(String name, Seen seen) {
        Phrase words() {
            return Phrase.of("portrait.tick." + name);
        }
    }

    /// Whether the operator has confirmed it.
    public enum Seen {
        SEEN,
        OPEN
    }

    private final Visit visit;
    private final Navigator navigator;
    private final CaptureLoop loop;
    private final StoredFrames frames;
    private final Background.Slot ticking;
    private final ReadOnlyObjectWrapper<Set<String>> said = new ReadOnlyObjectWrapper<>(Set.of());
    private final SpecialCaseModel special;
    private List<Gate.Light> gates = Gate.unknown();
    private List<String> asked = List.of();

    public PortraitViewModel(
            Visit visit, Background background, Navigator navigator, Devices devices) {
        this.visit = visit;
        this.navigator = navigator;
        loop = new CaptureLoop(visit, background, devices, Devices.Seat.CAMERA, this::wanted);
        special = new SpecialCaseModel(visit, loop);
        ticking = background.slot("portrait ticks");
        frames = new StoredFrames(visit, background, loop::fail);
        loop.stateProperty()
                .subscribe(state -> {
                    look();
                    showCitizen(state);
                    if (state instanceof CaptureState.Judged(var attempt)) {
                        keepTicks(attempt);
                    }
                });
    }

    private Optional<Position> wanted() {
        return visit.enrollment()
                        .catalogue()
                        .wanted(visit.session(), visit.enrollment().today())
                        .contains(Position.FACE)
                ? Optional.of(Position.FACE)
                : Optional.empty();
    }

    private void look() {
        if (visit.sessionProperty().get().isPresent()) {
            frames.read(visit.session(), Position.FACE);
        }
    }

    /// The citizen sees the live picture and what is the citizen's to do; once there is a portrait,
    /// nothing more.
    private void showCitizen(CaptureState state) {
        visit.citizenSide()
                .show(
                        state instanceof CaptureState.Live live
                                ? new CitizenSide.Shown.Face(
                                        live.hint().map(Hint::advice),
                                        live.phase() == Phase.HOLDING
                                                || live.phase() == Phase.CAPTURING)
                                : new CitizenSide.Shown.Waiting(Step.PORTRAIT));
    }

    public ReadOnlyObjectProperty<CaptureState> stateProperty() {
        return loop.stateProperty();
    }

    /// All that a view must look at again when it changes.
    public List<Observable> changes() {
        return List.of(
                loop.stateProperty(),
                loop.shutterProperty(),
                said,
                special.changes(),
                visit.sessionProperty(),
                frames.changes());
    }

    public CaptureLoop loop() {
        return loop;
    }

    public Visit visit() {
        return visit;
    }

    public void enter() {
        loop.enter();
    }

    public void leave() {
        loop.leave();
        frames.drop();
    }

    private CaptureState state() {
        return loop.stateProperty().get();
    }

    private Optional<Judgement> face() {
        return state().judgements().stream().filter(j -> j.position() == Position.FACE).findFirst();
    }

    /// One light a gate; as last seen, or unknown while no face is there.
    List<Gate.Light> gates() {
        gates =
                face().map(j -> Gate.of(j.verdict()))
                        .orElseGet(() -> gates.stream().map(Gate.Light::unseen).toList());
        return gates;
    }

    /// The stored picture of the attempt on the screen.
    public Optional<Pixels> still() {
        return state().onScreen().flatMap(frames::of);
    }

    /// What the operator must confirm: of the person in the live picture, where the policy asks, so
    /// that it is said when the shot is made; then of the kept portrait.
    public List<Tick> ticks() {
        if (state() instanceof CaptureState.Live) {
            asked = face().map(j -> j.verdict().asked()).orElse(asked);
            return asked.stream()
                    .map(t -> new Tick(t, said.get().contains(t) ? Seen.SEEN : Seen.OPEN))
                    .toList();
        }
        if (!(state() instanceof CaptureState.Done)) {
            return List.of();
        }
        var session = visit.session();
        return Standing.ticksAsked(session).stream()
                .map(t -> new Tick(t, session.ticks().contains(t) ? Seen.SEEN : Seen.OPEN))
                .toList();
    }

    /// How many of them are open.
    public int open() {
        return (int) ticks().stream().filter(t -> t.seen() == Seen.OPEN).count();
    }

    /// Confirms one, or takes it back.
    public void tick(Tick tick) {
        if (state() instanceof CaptureState.Live) {
            var all = new HashSet<>(said.get());
            if (!all.remove(tick.name())) {
                all.add(tick.name());
            }
            said.set(Set.copyOf(all));
            return;
        }
        var session = visit.session();
        var ticks = new HashSet<>(session.ticks());
        if (!ticks.remove(tick.name())) {
            ticks.add(tick.name());
        }
        loop.change(() -> visit.enrollment().captures().tick(session.id(), ticks));
    }

    /// What was said of the live picture holds for the shot that was just made of it, and for no
    /// other.
    private void keepTicks(Attempt attempt) {
        var session = visit.session();
        var ticks = new HashSet<>(said.get());
        ticks.retainAll(Standing.ticksAsked(session));
        said.set(Set.of());
        boolean counts = session.kept(Position.FACE).filter(attempt::equals).isPresent();
        if (ticks.isEmpty() || !counts) {
            return;
        }
        ticking.start(
                () -> visit.enrollment().captures().tick(session.id(), ticks),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var ticked)) {
                        visit.show(ticked);
                    }
                },
                loop::fail);
    }

    /// The question for a special case.
    public SpecialCaseModel special() {
        return special;
    }

    public List<AttemptRows.Row> attempts() {
        var session = visit.session();
        var kept = session.kept(Position.FACE).map(Attempt::number);
        var rows = new ArrayList<AttemptRows.Row>();
        for (var attempt : session.attempts(Position.FACE)) {
            boolean good = attempt.acceptedUpToOperator();
            rows.add(
                    new AttemptRows.Row(
                            attempt.number(),
                            good ? Tone.GOOD : Tone.WARN,
                            good ? Phrase.of("portrait.good") : fault(attempt),
                            kept.filter(n -> n == attempt.number()).isPresent()
                                    ? AttemptRows.Mark.BEST
                                    : AttemptRows.Mark.NONE,
                            frames.of(attempt)));
        }
        return rows;
    }

    /// What was not good: the first gate in the way, or that there was no face.
    private static Phrase fault(Attempt attempt) {
        return attempt.of(Position.FACE)
                .flatMap(j ->
                        Gate.of(j.verdict()).stream()
                                .filter(l -> l.tone() == Tone.WARN)
                                .findFirst())
                .map(Gate.Light::words)
                .orElse(Phrase.of("portrait.no-face"));
    }

    public int left() {
        return loop.left(Position.FACE);
    }

    public int most() {
        return loop.most(Position.FACE);
    }

    /// The one hint.
    public HintWords hint() {
        var state = state();
        if (special.asking()) {
            return said(Tone.INFO, HintWords.Who.OFFICER, "portrait.special.");
        }
        return CaptureWords.of(state, Kind.CAMERA)
                .orElseGet(() ->
                        switch (state) {
                            case CaptureState.Live live -> looking(live);
                            case CaptureState.Judged(var attempt) -> judged(attempt);
                            case CaptureState.Done(var kept) -> done(kept);
                            case CaptureState.Excepted _ ->
                                    said(Tone.INFO, HintWords.Who.OFFICER, "portrait.none.");
                            case CaptureState.Blind _,
                                    CaptureState.Opening _,
                                    CaptureState.Absent _,
                                    CaptureState.UsedUp _,
                                    CaptureState.Deciding _,
                                    CaptureState.Lost _,
                                    CaptureState.Missed _,
                                    CaptureState.Refused _,
                                    CaptureState.Failed _ ->
                                    said(Tone.INFO, HintWords.Who.CITIZEN, "portrait.look.");
                        });
    }

    private static HintWords said(Tone tone, HintWords.Who who, String key) {
        return HintWords.of(tone, who, Phrase.of(key + "order"), Phrase.of(key + "why"));
    }

    private HintWords done(Attempt kept) {
        if (LiveCapture.fromPreview(kept) && left() > 0) {
            return said(Tone.INFO, HintWords.Who.OFFICER, "portrait.from-preview.");
        }
        return open() > 0
                ? said(Tone.INFO, HintWords.Who.OFFICER, "portrait.confirm.")
                : said(Tone.GOOD, HintWords.Who.CITIZEN, "portrait.complete.");
    }

    private HintWords judged(Attempt attempt) {
        var session = visit.session();
        if (session.done(Position.FACE)) {
            return said(Tone.GOOD, HintWords.Who.CITIZEN, "portrait.shot.");
        }
        return Hint.of(attempt.judgements(), attempt.expected())
                .map(h -> HintWords.of(Tone.WARN, h, number(attempt.judgements())))
                .orElseGet(() -> said(Tone.INFO, HintWords.Who.CITIZEN, "portrait.look."));
    }

    private HintWords looking(CaptureState.Live live) {
        return switch (live.phase()) {
            case HOLDING, CAPTURING ->
                    loop.shutterProperty().get() == CaptureLoop.Shutter.AUTO
                            ? said(Tone.GOOD, HintWords.Who.CITIZEN, "portrait.hold.")
                            : said(Tone.GOOD, HintWords.Who.OFFICER, "portrait.by-hand.");
            case LOOKING, LEAVING ->
                    live.hint()
                            .map(h -> HintWords.of(Tone.WARN, h, number(live.judged())))
                            .orElseGet(
                                    () -> said(Tone.INFO, HintWords.Who.CITIZEN, "portrait.look."));
        };
    }

    /// The first broken limit in numbers.
    private static Optional<Phrase> number(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(j -> j.verdict().checks().stream())
                .filter(c -> !c.open() && !c.holds())
                .findFirst()
                .flatMap(Gate::compared);
    }

    /// Whether the machine presses the shutter, and so counts down.
    public boolean counts() {
        return loop.shutterProperty().get() == CaptureLoop.Shutter.AUTO;
    }

    /// Whether the shutter can be pressed.
    public boolean canShoot() {
        return state() instanceof CaptureState.Live live && live.phase() != Phase.CAPTURING;
    }

    /// One step back: out of a question, then out of the countdown, then out of the screen.
    public void back() {
        if (special.asking()) {
            special.stop();
        } else if (state() instanceof CaptureState.Deciding) {
            loop.go(Position.FACE);
        } else if (state() instanceof CaptureState.Live live
                && live.phase() == Phase.HOLDING
                && loop.shutterProperty().get() == CaptureLoop.Shutter.AUTO) {
            loop.byHand();
        } else {
            navigator.go(new Intent.Back());
        }
    }

    public void next() {
        navigator.go(new Intent.Next());
    }

    /// Shows or hides the citizen screen.
    public void showCitizenScreen() {
        navigator.go(new Intent.CitizenScreen());
    }

    public void park() {
        navigator.go(new Intent.Park());
    }
}
