package vn.tram.ui.exception;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;
import vn.tram.domain.Verdict;
import vn.tram.enroll.Captures;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.Visit;

/// Which fingers cannot be captured, why, and for how long.
public final class ExceptionViewModel {
    /// How the screen stands.
    public sealed interface State {
        record Open() implements State {}

        /// The workflow is asked.
        record Working() implements State {}

        record Refused(Reason reason) implements State {}

        record Failed(StationFault fault) implements State {}
    }

    /// How long an exception holds.
    public enum Lasting {
        PERMANENT,
        TEMPORARY
    }

    /// What is still to be told before an exception can be recorded.
    public enum Missing {
        FINGER,
        REASON,
        WORDS,
        NOTHING
    }

    /// The fingers as they are seen from left to right, backs up.
    public static final List<Position> LEFT_TO_RIGHT =
            List.of(
                    Position.LEFT_LITTLE,
                    Position.LEFT_RING,
                    Position.LEFT_MIDDLE,
                    Position.LEFT_INDEX,
                    Position.LEFT_THUMB,
                    Position.RIGHT_THUMB,
                    Position.RIGHT_INDEX,
                    Position.RIGHT_MIDDLE,
                    Position.RIGHT_RING,
                    Position.RIGHT_LITTLE);

    /// What recording or taking back came to.
    private record Came(Session session, Optional<Reason> refusal) {}

    private final Visit visit;
    private final Navigator navigator;
    private final Background.Slot changing;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Open());
    private final ReadOnlyObjectWrapper<List<Position>> chosen =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Omission.Reason>> reason =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Lasting> lasting =
            new ReadOnlyObjectWrapper<>(Lasting.PERMANENT);
    private final StringProperty words = new SimpleStringProperty("");

    public ExceptionViewModel(Visit visit, Background background, Navigator navigator) {
        this.visit = visit;
        this.navigator = navigator;
        changing = background.slot("exception");
        first().ifPresent(this::choose);
    }

    /// The finger most likely meant: the first one that is refused, else the first not captured.
    private Optional<Position> first() {
        return fingers().stream()
                .filter(f -> toneOf(f) == Tone.WARN)
                .findFirst()
                .or(() -> fingers().stream().filter(f -> toneOf(f) == Tone.TO_DO).findFirst())
                .or(() -> fingers().stream().findFirst());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public StringProperty wordsProperty() {
        return words;
    }

    /// All that a view must look at again when it changes.
    public List<Observable> changes() {
        return List.of(state, chosen, reason, lasting, words, visit.sessionProperty());
    }

    public Visit visit() {
        return visit;
    }

    private Set<Position> wanted() {
        return visit.enrollment().catalogue().wanted(visit.session(), visit.enrollment().today());
    }

    /// The fingers that the services ask for, from left to right.
    public List<Position> fingers() {
        var wanted = wanted();
        return LEFT_TO_RIGHT.stream().filter(wanted::contains).toList();
    }

    /// What an exception of this finger would be of: the finger, and so both its prints, or its
    /// rolled print alone where the plain one is captured.
    public Position meant(Position finger) {
        var rolled = finger.otherPrint();
        boolean left = wanted().contains(rolled);
        return left && visit.session().capturedIn(finger).isPresent() ? rolled : finger;
    }

    private List<Position> meant() {
        return chosen.get().stream().map(this::meant).toList();
    }

    /// Excepted, good, to be retaken, or not captured.
    public Tone toneOf(Position finger) {
        var session = visit.session();
        var meant = meant(finger);
        if (session.omission(meant).isPresent()) {
            return Tone.EXCEPTION;
        }
        if (session.capturedIn(meant).isPresent()) {
            return Tone.GOOD;
        }
        var kept = session.kept(meant).or(() -> session.kept(meant.slap()));
        if (kept.isEmpty()) {
            return Tone.TO_DO;
        }
        boolean good =
                kept.get()
                        .of(meant)
                        .filter(j -> j.verdict().outcome() != Verdict.Outcome.REFUSED)
                        .isPresent();
        return good ? Tone.GOOD : Tone.WARN;
    }

    /// How many fingers stand how.
    public Map<Tone, Integer> counts() {
        var counts = new EnumMap<Tone, Integer>(Tone.class);
        for (var finger : fingers()) {
            counts.merge(toneOf(finger), 1, Integer::sum);
        }
        return counts;
    }

    public List<Position> chosen() {
        return chosen.get();
    }

    public Optional<Omission.Reason> reason() {
        return reason.get();
    }

    public Lasting lasting() {
        return lasting.get();
    }

    public void choose(Position finger) {
        chosen.set(List.of(finger));
        var omission = visit.session().omission(meant(finger));
        reason.set(omission.map(Omission::reason));
        omission.ifPresent(o -> last(o.permanent() ? Lasting.PERMANENT : Lasting.TEMPORARY));
        state.set(new State.Open());
    }

    /// All fingers of a hand that are not captured.
    ///
    /// @param hand one of its fingers
    public void chooseHand(Position hand) {
        boolean left = LEFT_TO_RIGHT.indexOf(hand) < LEFT_TO_RIGHT.size() / 2;
        chosen.set(
                fingers().stream()
                        .filter(f -> LEFT_TO_RIGHT.indexOf(f) < LEFT_TO_RIGHT.size() / 2 == left)
                        .filter(f -> visit.session().capturedIn(meant(f)).isEmpty())
                        .toList());
        reason.set(Optional.empty());
        state.set(new State.Open());
    }

    /// Goes to the next finger.
    ///
    /// @param step 1 to the right, -1 to the left
    public void move(int step) {
        var all = fingers();
        if (!all.isEmpty()) {
            int at = chosen.get().isEmpty() ? 0 : all.indexOf(chosen.get().getFirst());
            choose(all.get(Math.floorMod(at + step, all.size())));
        }
    }

    /// A reason, with how long it usually holds.
    public void because(Omission.Reason why) {
        reason.set(Optional.of(why));
        last(
                switch (why) {
                    case MISSING, WORN, CANNOT_STRETCH -> Lasting.PERMANENT;
                    case BANDAGED, OTHER -> Lasting.TEMPORARY;
                });
    }

    public void last(Lasting how) {
        lasting.set(how);
    }

    public Missing missing() {
        if (chosen.get().isEmpty()) {
            return Missing.FINGER;
        }
        if (reason.get().isEmpty()) {
            return Missing.REASON;
        }
        return reason.get().get() == Omission.Reason.OTHER && words.get().isBlank()
                ? Missing.WORDS
                : Missing.NOTHING;
    }

    /// Whether all that is chosen is excepted already.
    public boolean recorded() {
        var session = visit.session();
        return !chosen.get().isEmpty()
                && meant().stream().allMatch(f -> session.omission(f).isPresent());
    }

    /// Records the exception of every chosen finger.
    public void record() {
        if (missing() != Missing.NOTHING) {
            return;
        }
        var why = reason.get().orElseThrow();
        boolean permanent = lasting.get() == Lasting.PERMANENT;
        var note = words.get().strip();
        var at = visit.clock().instant();
        var by = visit.officer().id();
        var id = visit.session().id();
        each((captures, finger) ->
                captures.except(
                        id, new Omission(finger, why, permanent, note, Optional.empty(), at, by)));
    }

    /// Takes the exceptions of the chosen fingers back.
    public void takeBack() {
        var id = visit.session().id();
        var officer = visit.officer();
        each((captures, finger) -> captures.includeAgain(id, finger, officer));
    }

    private interface Change {
        Outcome of(Captures captures, Position finger) throws StationFault;
    }

    private void each(Change change) {
        var fingers = meant();
        var enrollment = visit.enrollment();
        var id = visit.session().id();
        state.set(new State.Working());
        changing.start(
                () -> {
                    Optional<Reason> refusal = Optional.empty();
                    for (var finger : fingers) {
                        if (refusal.isEmpty()
                                && change.of(enrollment.captures(), finger)
                                        instanceof Outcome.Refused(var why)) {
                            refusal = Optional.of(why);
                        }
                    }
                    return new Came(enrollment.find(id).orElseThrow(), refusal);
                },
                came -> {
                    visit.show(came.session());
                    state.set(
                            came.refusal()
                                    .<State>map(State.Refused::new)
                                    .orElseGet(State.Open::new));
                },
                fault -> state.set(new State.Failed(fault)));
    }

    /// Back to choosing after a refusal or a fault.
    public void again() {
        state.set(new State.Open());
    }

    public void back() {
        navigator.go(new Intent.Back());
    }
}
