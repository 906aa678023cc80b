package vn.tram.ui.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Standing;
import vn.tram.enroll.Step;

/// The session on the screen and the officer who works on it. On the thread that draws; the store's
/// session is the true one, this is the newest value of it that was seen.
public final class Visit {
    private static final int SHOWN_DIGITS = 4;

    private final Enrollment enrollment;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Session>> session =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Officer>> officer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Instant> now;
    private final CitizenSide citizenSide;

    public Visit(Enrollment enrollment, Background background, Clock clock) {
        this.enrollment = enrollment;
        this.background = background;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        citizenSide = new CitizenSide(background);
        tick();
    }

    private void tick() {
        now.set(clock.instant());
        background.after(Duration.ofSeconds(1), this::tick);
    }

    /// The steps of the session; all of them block and belong on a [Background].
    public Enrollment enrollment() {
        return enrollment;
    }

    /// What the citizen is to see.
    public CitizenSide citizenSide() {
        return citizenSide;
    }

    public Clock clock() {
        return clock;
    }

    public ReadOnlyObjectProperty<Optional<Session>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Officer>> officerProperty() {
        return officer.getReadOnlyProperty();
    }

    /// The session on the screen.
    ///
    /// @throws IllegalStateException when there is none: the screen should not stand
    public Session session() {
        return session.get()
                .orElseThrow(() -> new IllegalStateException("no session is on the screen"));
    }

    /// Who works.
    ///
    /// @throws IllegalStateException when nobody is signed in
    public Officer officer() {
        return officer.get().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    public void signedIn(Officer who) {
        officer.set(Optional.of(who));
    }

    public void signedOut() {
        officer.set(Optional.empty());
    }

    /// A newer value of the session, or another session.
    public void show(Session newer) {
        session.set(Optional.of(newer));
        newer.citizen().ifPresent(citizenSide::renew);
    }

    /// The session is off the screen; it is kept in the store.
    public void leave() {
        session.set(Optional.empty());
    }

    /// Where the session stands.
    public Standing standing() {
        return enrollment.standing(session());
    }

    /// The rail of a session's screen, with one step open.
    public ObservableValue<Rail> rail(Step here) {
        return Bindings.createObjectBinding(
                () -> session.get().map(s -> rail(s, here)).orElseGet(Rail.None::new),
                session,
                now);
    }

    private Rail rail(Session s, Step here) {
        var states = enrollment.standing(s).steps();
        var steps = new ArrayList<Rail.Step>();
        for (var step : Step.values()) {
            steps.add(step(step, states, step == here));
        }
        var name =
                s.citizen()
                        .flatMap(c -> c.value(Field.NAME))
                        .map(Phrase::asIs)
                        .orElse(Phrase.of("visit.nobody"));
        var number =
                s.citizen()
                        .flatMap(Visit::masked)
                        .map(Phrase::asIs)
                        .orElse(Phrase.of("visit.find-first"));
        return new Rail.Steps(name, number, time(s), steps, List.of(Phrase.of("visit.stored")));
    }

    private static Rail.Step step(Step step, Map<Step, Standing.State> states, boolean here) {
        var words = Phrase.of("visit.step." + step);
        if (here) {
            return new Rail.Step(words, Phrase.of("visit.here"), Tone.HERE, true);
        }
        return switch (states.getOrDefault(step, Standing.State.LOCKED)) {
            case DONE -> new Rail.Step(words, Phrase.of("visit.done"), Tone.GOOD, false);
            case NOT_ASKED ->
                    new Rail.Step(words, Phrase.of("visit.not-asked"), Tone.NOT_ASKED, false);
            case TO_DO, LOCKED -> new Rail.Step(words, Phrase.of("visit.to-do"), Tone.TO_DO, false);
        };
    }

    /// All but the last four digits hidden: `•••• •••• 0123`.
    private static Optional<String> masked(Citizen citizen) {
        return citizen.value(Field.PERSONAL_NUMBER)
                .filter(n -> n.length() > SHOWN_DIGITS)
                .map(n -> "•••• •••• " + n.substring(n.length() - SHOWN_DIGITS));
    }

    private Phrase time(Session s) {
        var passed = Duration.between(s.openedAt(), now.get());
        var clockFace = "%02d:%02d".formatted(passed.toMinutes(), passed.toSecondsPart());
        return Phrase.of("visit.time", clockFace, "%03d".formatted(s.queueNumber()));
    }
}
