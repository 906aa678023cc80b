package vn.tram.ui.find;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.device.CodeReader;
import vn.tram.device.Fault;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Service;
import vn.tram.enroll.CardCodes;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.identity.CardQr;
import vn.tram.identity.Directory;
import vn.tram.identity.Names;
import vn.tram.identity.PersonalNumbers;
import vn.tram.image.Pixels;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Visit;

/// Finds the citizen of the session: results as one types, a card's QR, or a form for somebody
/// nobody knows yet. UI thread only; knows no control.
public final class FindViewModel {
    /// What the screen shows.
    public sealed interface State {
        /// Nothing typed.
        record Blank() implements State {}

        /// People who match; never none.
        ///
        /// @param chosen index into `people`
        record Results(List<Citizen> people, int chosen) implements State {
            public Results {
                people = List.copyOf(people);
            }
        }

        record Nobody() implements State {}

        /// A card was read.
        ///
        /// @param citizen what the card says, on what was known already
        /// @param unread what could not be read from it
        record CardRead(Citizen citizen, Set<Field> unread) implements State {
            public CardRead {
                unread = Set.copyOf(unread);
            }
        }

        /// A code was read, and it is no card's.
        record NotACard() implements State {}

        /// A card is held before the camera.
        record Watching() implements State {}

        /// The camera saw no code; or it is not there, or failed, and why.
        record Unseen(Optional<Fault> fault) implements State {}

        /// The session cannot be this person's.
        record Refused(Citizen citizen, Reason reason) implements State {}

        /// The form for somebody new.
        record Entering(Entry entry) implements State {}

        /// The chosen one is being stored.
        record Storing(Citizen citizen) implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    /// As long as somebody types there is no search.
    private static final Duration PAUSE = Duration.ofMillis(150);

    /// Stands in the form from the beginning; the operator sees and may change it.
    private static final String HOME = "Việt Nam";

    private final Visit visit;
    private final Background background;
    private final Navigator navigator;
    private final Directory directory;
    private final NewPerson newPerson;
    private final Background.Slot searching;
    private final Background.Slot storing;
    private final ReadOnlyObjectWrapper<State> state;
    private Background.Timer pause = () -> {};
    private final CardCodes codes;
    private final Consumer<CodeReader.Reading> heard;
    private final Consumer<CardCodes.Looked> looked;
    private CardCodes.Watch listening = () -> {};
    private CardCodes.Watch watching = () -> {};
    private Consumer<String> scans = this::scanned;
    private boolean listens;
    private final Map<Field, String> typed = new EnumMap<>(Field.class);

    public FindViewModel(
            Visit visit,
            Background background,
            Navigator navigator,
            Directory directory,
            CardCodes codes) {
        this.visit = visit;
        this.background = background;
        this.navigator = navigator;
        this.directory = directory;
        this.newPerson = new NewPerson(visit);
        this.codes = codes;
        heard = background.latest(this::heard);
        looked = background.latest(this::looked);
        searching = background.slot("find");
        storing = background.slot("identify");
        state = new ReadOnlyObjectWrapper<>(start());
    }

    /// Somebody who was chosen before stands there again.
    private State start() {
        return visit.session()
                .citizen()
                .<State>map(c -> new State.Results(List.of(c), 0))
                .orElseGet(State.Blank::new);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The screen stands: the station's code reader is listened to.
    ///
    /// @param scans told of every code, of the reader and of the camera
    public void listen(Consumer<String> scans) {
        this.scans = scans;
        listens = true;
        listening = codes.listen(heard);
    }

    /// The screen goes.
    public void leave() {
        listens = false;
        listening.close();
        rest();
    }

    private void heard(CodeReader.Reading reading) {
        if (!listens || state.get() instanceof State.Storing) {
            return; // it came late
        }
        switch (reading) {
            case CodeReader.Reading.Code(var text) -> scans.accept(text);
            case CodeReader.Reading.Missed _ -> notACard();
        }
    }

    /// Shows the camera's picture and reads the code of the card before it.
    ///
    /// @param picture told of every frame, on another thread
    public void watch(Consumer<Pixels> picture) {
        rest();
        searching.cancel();
        state.set(new State.Watching());
        watching = codes.look(picture, looked);
    }

    private void looked(CardCodes.Looked end) {
        if (!(state.get() instanceof State.Watching)) {
            return; // it was given up meanwhile
        }
        switch (end) {
            case CardCodes.Looked.Code(var text) -> scans.accept(text);
            case CardCodes.Looked.Nothing _ -> state.set(new State.Unseen(Optional.empty()));
            case CardCodes.Looked.NoPicture(var fault) ->
                    state.set(new State.Unseen(Optional.of(fault)));
        }
    }

    /// Nothing is waited for any more.
    private void rest() {
        pause.stop();
        watching.close();
    }

    /// What the field holds now changed. A card's content may have been pasted.
    public void type(String query) {
        rest();
        searching.cancel();
        if (query.isBlank()) {
            state.set(start());
        } else if (CardQr.read(query) instanceof CardQr.Card card) {
            read(card);
        } else {
            pause = background.after(PAUSE, () -> search(query));
        }
    }

    private void search(String query) {
        searching.start(() -> directory.search(query), this::found, this::failed);
    }

    private void found(List<Citizen> people) {
        state.set(people.isEmpty() ? new State.Nobody() : new State.Results(people, 0));
    }

    private void failed(StationFault fault) {
        state.set(new State.Failed(fault.code()));
    }

    /// A reader sent a code: a card's QR, or a bare personal number.
    public void scanned(String code) {
        rest();
        if (CardQr.read(code) instanceof CardQr.Card card) {
            read(card);
        } else if (PersonalNumbers.wellFormed(code.strip())) {
            search(code.strip());
        } else {
            notACard();
        }
    }

    private void notACard() {
        rest();
        searching.cancel();
        state.set(new State.NotACard());
    }

    private void read(CardQr.Card card) {
        searching.start(
                () -> directory.search(card.number()).stream().findFirst(),
                known -> state.set(read(card, known)),
                this::failed);
    }

    private static State read(CardQr.Card card, Optional<Citizen> known) {
        return new State.CardRead(card.onto(known.orElse(new Citizen(Map.of()))), card.unread());
    }

    /// Up or down the results, stopping at the ends.
    public void move(int by) {
        if (state.get() instanceof State.Results(var people, var chosen)) {
            point(Math.clamp(chosen + by, 0, people.size() - 1));
        }
    }

    public void point(int index) {
        if (state.get() instanceof State.Results(var people, _)) {
            state.set(new State.Results(people, index));
        }
    }

    /// Who would be chosen now.
    public Optional<Citizen> pointed() {
        return switch (state.get()) {
            case State.Results(var people, var chosen) -> Optional.of(people.get(chosen));
            case State.CardRead(var citizen, _) -> Optional.of(citizen);
            case State.Refused(var citizen, _) -> Optional.of(citizen);
            case State.Storing(var citizen) -> Optional.of(citizen);
            case State.Blank _,
                    State.Nobody _,
                    State.NotACard _,
                    State.Watching _,
                    State.Unseen _,
                    State.Entering _,
                    State.Failed _ ->
                    Optional.empty();
        };
    }

    /// How many of the results bear the name of the one pointed at, that one included.
    public long namesakes() {
        if (!(state.get() instanceof State.Results(var people, var chosen))) {
            return 1;
        }
        var name = plain(people.get(chosen));
        return people.stream().map(FindViewModel::plain).filter(name::equals).count();
    }

    private static String plain(Citizen citizen) {
        return Names.plain(citizen.value(Field.NAME).orElse(""));
    }

    /// Takes the one pointed at into the session and goes on.
    public void choose() {
        pointed().ifPresent(this::take);
    }

    private void take(Citizen citizen) {
        if (visit.session().citizen().filter(citizen::equals).isPresent()) {
            navigator.go(new Intent.Next());
            return;
        }
        var young = tooYoung(citizen);
        if (young.isPresent()) {
            state.set(new State.Refused(citizen, young.get()));
            return;
        }
        state.set(new State.Storing(citizen));
        var id = visit.session().id();
        storing.start(
                () -> visit.enrollment().identify(id, citizen),
                outcome -> stored(citizen, outcome),
                this::failed);
    }

    private void stored(Citizen citizen, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var session) -> {
                visit.show(session);
                navigator.go(new Intent.Next());
            }
            case Outcome.Refused(var reason) -> state.set(new State.Refused(citizen, reason));
        }
    }

    /// Under the youngest age of every service there is nothing to enroll for.
    private Optional<Reason> tooYoung(Citizen citizen) {
        var from =
                visit.enrollment().catalogue().services().stream()
                        .mapToInt(Service::fromAge)
                        .min()
                        .orElse(0);
        return citizen.age(visit.enrollment().today())
                .filter(age -> age < from)
                .map(age -> new Reason.TooYoung(age, from));
    }

    /// Opens the form, with what was typed into it before.
    public void enter() {
        rest();
        searching.cancel();
        typed.putIfAbsent(Field.NATIONALITY, HOME);
        state.set(new State.Entering(new Entry(typed, Map.of())));
    }

    /// Whether somebody born then needs a legal representative; not while the date is no date.
    public boolean needsRepresentative(String birthDate) {
        return newPerson.needsRepresentative(birthDate);
    }

    /// Checks the form and takes the person, or marks what is wrong in it.
    public void submit(Map<Field, String> answers) {
        keep(answers);
        var entry = newPerson.entry(typed);
        if (!entry.wrong().isEmpty()) {
            state.set(new State.Entering(entry));
            return;
        }
        var citizen = NewPerson.citizen(typed);
        var young = tooYoung(citizen);
        if (young.isPresent()) {
            state.set(new State.Entering(entry.marked(Field.BIRTH_DATE, young.get())));
        } else {
            take(citizen);
        }
    }

    /// Out of the form or from the camera to the search, keeping what was typed; else a step back.
    public void back(Map<Field, String> answers) {
        if (state.get() instanceof State.Entering) {
            keep(answers);
            state.set(start());
        } else if (state.get() instanceof State.Watching) {
            again();
        } else {
            navigator.go(new Intent.Back());
        }
    }

    private void keep(Map<Field, String> answers) {
        typed.clear();
        typed.putAll(answers);
    }

    /// After a fault, or without the camera: the screen as it was entered.
    public void again() {
        rest();
        state.set(start());
    }
}
