package vn.tram.ui.check;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Citizen;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.domain.Source;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.identity.Finding;
import vn.tram.identity.Rule;
import vn.tram.identity.Writing;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Visit;

/// The citizen's items with what the data rules say of each; one can be mended in its place. UI
/// thread only; knows no control.
public final class CheckViewModel {
    /// What the screen shows.
    public sealed interface State {
        /// @param here the row that is pointed at
        /// @param refused why the last step was refused
        record Checking(List<Row> rows, int here, Optional<Reason> refused) implements State {
            public Checking {
                rows = List.copyOf(rows);
            }

            public Row row() {
                return rows.get(here);
            }
        }

        /// One row is being written.
        ///
        /// @param wrong what cannot stay of it, once it was tried
        record Editing(List<Row> rows, int here, String typed, Optional<Finding> wrong)
                implements State {
            public Editing {
                rows = List.copyOf(rows);
            }

            public Row row() {
                return rows.get(here);
            }

            @Override
            public String toString() {
                return "Editing[" + row() + ", " + wrong + "]";
            }
        }

        record Storing(List<Row> rows, int here) implements State {
            public Storing {
                rows = List.copyOf(rows);
            }
        }

        record Failed(StationFault.Code code) implements State {}
    }

    /// One item.
    ///
    /// @param item empty when a chosen service needs it and nobody entered it
    /// @param findings what the rules say of it, the worst first
    /// @param doubted whether the citizen says that it is wrong
    public record Row(Field field, Optional<Item> item, List<Finding> findings, boolean doubted) {
        public Row {
            findings = List.copyOf(findings);
        }

        public boolean isMissing() {
            return item.isEmpty();
        }

        public boolean blocks() {
            return findings.stream().anyMatch(Finding::blocks);
        }
    }

    /// In the order in which a card shows them.
    private static final List<Field> ORDER =
            List.of(
                    Field.NAME,
                    Field.BIRTH_DATE,
                    Field.SEX,
                    Field.PERSONAL_NUMBER,
                    Field.NATIONALITY,
                    Field.ETHNIC_GROUP,
                    Field.RESIDENCE,
                    Field.CURRENT_ADDRESS,
                    Field.PHONE,
                    Field.EMAIL,
                    Field.GUARDIAN_NAME,
                    Field.GUARDIAN_NUMBER,
                    Field.OLD_NUMBER,
                    Field.CARD_ISSUED);

    private final Visit visit;
    private final Navigator navigator;
    private final Background.Slot storing;
    private final Background.Slot noting;
    private final ReadOnlyObjectWrapper<State> state;

    public CheckViewModel(Visit visit, Background background, Navigator navigator) {
        this.visit = visit;
        this.navigator = navigator;
        storing = background.slot("check");
        noting = background.slot("citizen's word");
        state = new ReadOnlyObjectWrapper<>(start());
    }

    /// Points at the first row that needs something.
    private State start() {
        var rows = rows(visit.session());
        return new State.Checking(rows, firstTrouble(rows).orElse(0), Optional.empty());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private List<Row> rows(Session session) {
        var citizen = session.citizen().orElseThrow();
        var findings = visit.enrollment().findings(session);
        var doubted = session.citizenAnswer().map(CitizenAnswer::disputed).orElseGet(Set::of);
        var shown = EnumSet.noneOf(Field.class);
        shown.addAll(citizen.items().keySet());
        findings.forEach(f -> shown.add(f.field()));
        return ORDER.stream()
                .filter(shown::contains)
                .map(field -> row(field, citizen, findings, doubted.contains(field)))
                .toList();
    }

    private static Row row(Field field, Citizen citizen, List<Finding> findings, boolean doubted) {
        var item =
                Optional.ofNullable(citizen.items().get(field)).filter(i -> !i.value().isBlank());
        return new Row(
                field,
                item,
                findings.stream()
                        .filter(f -> f.field() == field)
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList(),
                doubted);
    }

    private static Optional<Integer> first(List<Row> rows, Predicate<Row> wanted) {
        return IntStream.range(0, rows.size())
                .filter(i -> wanted.test(rows.get(i)))
                .boxed()
                .findFirst();
    }

    private static Optional<Integer> firstTrouble(List<Row> rows) {
        return first(rows, Row::blocks)
                .or(() -> first(rows, Row::doubted))
                .or(() -> first(rows, r -> !r.findings().isEmpty()));
    }

    /// What the citizen said of the data: the row that is wrong is marked and pointed at, until it
    /// is written anew or the citizen finds all of it right.
    public void heard(CitizenSide.Said said) {
        var id = visit.session().id();
        boolean right = said.answer() == CitizenSide.Answer.RIGHT;
        noting.start(
                () -> visit.enrollment().citizenSaid(id, right, said.row()),
                outcome -> noted(outcome, said.row()),
                fault -> state.set(new State.Failed(fault.code())));
    }

    private void noted(Outcome outcome, Optional<Field> row) {
        if (!(outcome instanceof Outcome.Done(var session)) || isOld(session)) {
            return; // parked meanwhile, or something newer is on the screen already
        }
        visit.show(session);
        if (state.get() instanceof State.Checking(_, var here, _)) {
            var rows = rows(session);
            int at = row.flatMap(f -> first(rows, r -> r.field() == f)).orElse(here);
            state.set(new State.Checking(rows, at, Optional.empty()));
        }
    }

    private boolean isOld(Session session) {
        var now = visit.session();
        return !now.id().equals(session.id()) || now.revision() >= session.revision();
    }

    /// The first row without which the check cannot be confirmed; missing ones first.
    public Optional<Row> blocking() {
        var rows = current();
        return first(rows, r -> r.isMissing() && r.blocks())
                .or(() -> first(rows, Row::blocks))
                .map(rows::get);
    }

    private List<Row> current() {
        return switch (state.get()) {
            case State.Checking(var rows, _, _) -> rows;
            case State.Editing(var rows, _, _, _) -> rows;
            case State.Storing(var rows, _) -> rows;
            case State.Failed _ -> List.of();
        };
    }

    /// What the rules of one family found.
    public List<Finding> found(Rule.Family family) {
        return current().stream()
                .flatMap(r -> r.findings().stream())
                .filter(f -> f.rule().family() == family)
                .toList();
    }

    /// Up or down, stopping at the ends.
    public void move(int by) {
        if (state.get() instanceof State.Checking(var rows, var here, _) && !rows.isEmpty()) {
            point(Math.clamp(here + by, 0, rows.size() - 1));
        }
    }

    public void point(int index) {
        if (state.get() instanceof State.Checking(var rows, _, _)) {
            state.set(new State.Checking(rows, index, Optional.empty()));
        }
    }

    /// Opens the row that is pointed at for writing.
    public void edit() {
        if (state.get() instanceof State.Checking(var rows, var here, _)) {
            var row = rows.get(here);
            var typed = row.item().map(i -> Writing.shown(row.field(), i.value())).orElse("");
            state.set(new State.Editing(rows, here, typed, Optional.empty()));
        }
    }

    /// Stores what was written, or says what cannot stay of it.
    public void write(String typed) {
        if (!(state.get() instanceof State.Editing(var rows, var here, _, _))) {
            return;
        }
        var field = rows.get(here).field();
        var session = visit.session();
        var citizen =
                session.citizen()
                        .orElseThrow()
                        .with(field, Writing.kept(field, typed), Source.TYPED);
        var wrong = wrong(session.change().citizen(citizen).made(), field);
        if (wrong.isPresent()) {
            state.set(new State.Editing(rows, here, typed, wrong));
        } else {
            store(() -> visit.enrollment().identify(session.id(), citizen));
        }
    }

    /// What cannot stay of a field in a session as it would be.
    private Optional<Finding> wrong(Session session, Field field) {
        return visit.enrollment().findings(session).stream()
                .filter(f -> f.field() == field && f.blocks())
                .findFirst();
    }

    /// Leaves the row as it was; else a step back.
    public void back() {
        if (state.get() instanceof State.Editing(var rows, var here, _, _)) {
            state.set(new State.Checking(rows, here, Optional.empty()));
        } else {
            navigator.go(new Intent.Back());
        }
    }

    public void park() {
        navigator.go(new Intent.Park());
    }

    /// The next thing: what is missing is written, what is wrong mended, else the data are
    /// confirmed and the next step follows.
    public void next() {
        if (!(state.get() instanceof State.Checking(var rows, _, _))) {
            return;
        }
        var blocking = blocking();
        if (blocking.isPresent()) {
            point(rows.indexOf(blocking.get()));
            edit();
        } else if (visit.session().checked().isPresent()) {
            navigator.go(new Intent.Next());
        } else {
            confirm();
        }
    }

    private void confirm() {
        var id = visit.session().id();
        store(() -> visit.enrollment().confirmData(id));
    }

    private void store(Background.Work<Outcome> step) {
        var rows = current();
        int here = here();
        state.set(new State.Storing(rows, here));
        storing.start(
                step,
                outcome -> stored(outcome, here),
                fault -> state.set(new State.Failed(fault.code())));
    }

    private int here() {
        return switch (state.get()) {
            case State.Checking(_, var here, _) -> here;
            case State.Editing(_, var here, _, _) -> here;
            case State.Storing(_, var here) -> here;
            case State.Failed _ -> 0;
        };
    }

    private void stored(Outcome outcome, int here) {
        switch (outcome) {
            case Outcome.Done(var session) -> {
                visit.show(session);
                if (session.checked().isPresent()) {
                    navigator.go(new Intent.Next());
                }
                var rows = rows(session);
                int next = firstTrouble(rows).orElse(Math.min(here, rows.size() - 1));
                state.set(new State.Checking(rows, next, Optional.empty()));
            }
            case Outcome.Refused(var reason) ->
                    state.set(new State.Checking(rows(visit.session()), here, Optional.of(reason)));
        }
    }

    /// The names of the chosen services that need an item; by language tag.
    public List<Map<String, String>> neededBy(Field field) {
        return visit.enrollment().catalogue().granted(visit.session()).stream()
                .filter(s -> s.fields().contains(field))
                .map(Service::names)
                .toList();
    }

    /// After a fault: the session as it was last seen.
    public void again() {
        state.set(start());
    }
}
