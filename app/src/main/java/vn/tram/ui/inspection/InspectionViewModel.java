package vn.tram.ui.inspection;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Enrollment.Purpose;
import vn.tram.enroll.Inspection;
import vn.tram.enroll.Inspection.Drawn;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.Remark;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Visit;

/// A sample of the work, one session after the other. On the thread that draws; knows no control.
public final class InspectionViewModel {
    /// Where the inspection stands.
    public sealed interface State {
        /// How many are to be drawn; the seed is in [#seedProperty].
        ///
        /// @param refused why nothing was drawn
        record Asking(int count, Optional<Refused> refused) implements State {}

        record Drawing(int count) implements State {}

        /// @param chosen the session whose exhibit is shown; one of the sample
        /// @param exhibit empty until it is read
        /// @param said what was said of by now
        /// @param intended what the inspector is about to say
        /// @param refused why a remark was not attached
        record Looking(
                Drawn.Sample sample,
                Sessions.Summary chosen,
                Optional<Exhibit> exhibit,
                Set<SessionId> said,
                Remark.Grade intended,
                Optional<Refused> refused)
                implements State {
            public Looking {
                said = Set.copyOf(said);
            }
        }

        /// The remark is being stored.
        record Attaching(Looking on) implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    /// Why nothing was done.
    public sealed interface Refused {
        /// The seed is no number.
        record NoSeed() implements Refused {}

        /// There is no session to inspect.
        record NothingHere() implements Refused {}

        record ByWorkflow(Reason reason) implements Refused {}
    }

    /// How many sessions can be drawn.
    static final List<Integer> COUNTS = List.of(5, 10, 20);

    /// Short enough to be read out.
    private static final int SEEDS = 1_000_000;

    private final Visit visit;
    private final Inspection inspection;
    private final Background.Slot drawing;
    private final Background.Slot reading;
    private final Background.Slot attaching;
    private final StringProperty seed =
            new SimpleStringProperty(String.valueOf(new SecureRandom().nextInt(SEEDS)));
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Asking(COUNTS.getFirst(), Optional.empty()));

    public InspectionViewModel(Visit visit, Inspection inspection, Background background) {
        this.visit = visit;
        this.inspection = inspection;
        drawing = background.slot("inspection sample");
        reading = background.slot("inspection exhibit");
        attaching = background.slot("inspection remark");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// A random one at first; the inspector may bring his own.
    public StringProperty seedProperty() {
        return seed;
    }

    /// What is not in order.
    public StringProperty wordsProperty() {
        return words;
    }

    /// Chooses how many.
    public void count(int count) {
        if (state.get() instanceof State.Asking) {
            state.set(new State.Asking(count, Optional.empty()));
        }
    }

    /// Draws the sample.
    public void draw() {
        if (!(state.get() instanceof State.Asking(int count, _))) {
            return;
        }
        var typed = seed.get().strip();
        if (!typed.matches("[0-9]{1,18}")) {
            state.set(new State.Asking(count, Optional.of(new Refused.NoSeed())));
            return;
        }
        var officer = visit.officer();
        state.set(new State.Drawing(count));
        drawing.start(
                () -> inspection.draw(officer, Long.parseLong(typed), count),
                drawn -> drawn(drawn, count),
                this::failed);
    }

    private void drawn(Drawn drawn, int count) {
        switch (drawn) {
            case Drawn.Refused(var reason) ->
                    state.set(new State.Asking(count, Optional.of(new Refused.ByWorkflow(reason))));
            case Drawn.Sample sample -> {
                if (sample.sessions().isEmpty()) {
                    state.set(new State.Asking(count, Optional.of(new Refused.NothingHere())));
                } else {
                    look(sample, sample.sessions().getFirst(), Set.of());
                }
            }
        }
    }

    private void failed(StationFault fault) {
        state.set(new State.Failed(fault.code()));
    }

    /// Begins anew.
    public void again() {
        reading.cancel();
        words.set("");
        state.set(new State.Asking(COUNTS.getFirst(), Optional.empty()));
    }

    /// Shows another session of the sample.
    public void choose(SessionId id) {
        if (state.get() instanceof State.Looking looking) {
            looking.sample().sessions().stream()
                    .filter(s -> s.id().equals(id))
                    .findFirst()
                    .ifPresent(s -> look(looking.sample(), s, looking.said()));
        }
    }

    /// Shows the session so many lines further; goes round.
    public void move(int lines) {
        if (state.get() instanceof State.Looking looking) {
            var all = looking.sample().sessions();
            int at = Math.floorMod(all.indexOf(looking.chosen()) + lines, all.size());
            look(looking.sample(), all.get(at), looking.said());
        }
    }

    private void look(Drawn.Sample sample, Sessions.Summary chosen, Set<SessionId> said) {
        words.set("");
        state.set(
                new State.Looking(
                        sample,
                        chosen,
                        Optional.empty(),
                        said,
                        Remark.Grade.IN_ORDER,
                        Optional.empty()));
        var officer = visit.officer();
        var enrollment = visit.enrollment();
        reading.start(
                () ->
                        switch (enrollment.view(chosen.id(), officer, Purpose.INSPECTION)) {
                            case Outcome.Done(var session) ->
                                    Exhibit.of(session, enrollment.captures());
                            case Outcome.Refused(var reason) ->
                                    throw new IllegalStateException(
                                            "led here without the right: " + reason);
                        },
                this::read,
                this::failed);
    }

    private void read(Exhibit exhibit) {
        if (state.get() instanceof State.Looking l
                && l.chosen().id().equals(exhibit.session().id())) {
            state.set(with(l, Optional.of(exhibit), l.intended(), l.refused()));
        }
    }

    private static State.Looking with(
            State.Looking l,
            Optional<Exhibit> exhibit,
            Remark.Grade intended,
            Optional<Refused> refused) {
        return new State.Looking(l.sample(), l.chosen(), exhibit, l.said(), intended, refused);
    }

    /// The inspector is about to say this.
    public void intend(Remark.Grade grade) {
        if (state.get() instanceof State.Looking l) {
            state.set(with(l, l.exhibit(), grade, Optional.empty()));
        }
    }

    /// Attaches what the inspector intends to say, and goes on to the next session of the sample.
    public void attach() {
        if (!(state.get() instanceof State.Looking looking)) {
            return;
        }
        var grade = looking.intended();
        var said = grade == Remark.Grade.IN_ORDER ? "" : words.get();
        var officer = visit.officer();
        var id = looking.chosen().id();
        state.set(new State.Attaching(looking));
        attaching.start(
                () -> inspection.attach(id, looking.sample().seed(), grade, said, officer),
                refused -> attached(looking, refused),
                this::failed);
    }

    private void attached(State.Looking looking, Optional<Reason> refused) {
        if (refused.isPresent()) {
            state.set(
                    with(
                            looking,
                            looking.exhibit(),
                            looking.intended(),
                            refused.map(Refused.ByWorkflow::new)));
            return;
        }
        var said = new HashSet<>(looking.said());
        said.add(looking.chosen().id());
        var next =
                looking.sample().sessions().stream()
                        .filter(s -> !said.contains(s.id()))
                        .findFirst()
                        .orElse(looking.chosen());
        look(looking.sample(), next, said);
    }

    /// The screen goes: no picture stays in memory.
    public void leave() {
        again();
    }
}
