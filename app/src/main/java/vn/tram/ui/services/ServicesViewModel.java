package vn.tram.ui.services;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Consent;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Visit;

/// What the citizen came for and what was answered to each text; stored at every touch. UI thread
/// only; knows no control.
public final class ServicesViewModel {
    /// What the screen shows.
    public sealed interface State {
        /// @param lines one a service of the station, in its order
        /// @param here the service whose text stands at the right
        /// @param refused why the last step was refused
        /// @param storing whether an answer is on its way to the store
        record Asking(List<Line> lines, int here, Optional<Reason> refused, boolean storing)
                implements State {
            public Asking {
                lines = List.copyOf(lines);
            }

            public Line line() {
                return lines.get(here);
            }

            /// Chosen services nobody was asked about.
            public long left() {
                return lines.stream().filter(Line::isOpen).count();
            }

            public boolean nothingChosen() {
                return lines.stream().noneMatch(Line::chosen);
            }

            /// Whether every service that was chosen was declined too.
            public boolean allDeclined() {
                return !nothingChosen()
                        && lines.stream()
                                .filter(Line::chosen)
                                .allMatch(l ->
                                        l.answer().equals(Optional.of(Consent.Answer.DECLINED)));
            }
        }

        record Failed(StationFault.Code code) implements State {}
    }

    /// One service.
    ///
    /// @param answer empty before the citizen answered; never preset
    /// @param at when the citizen answered
    public record Line(
            Service service,
            boolean chosen,
            Optional<Consent.Answer> answer,
            Optional<Instant> at) {
        /// Whether it is chosen and its text was not answered.
        public boolean isOpen() {
            return chosen && answer.isEmpty();
        }

        /// Whether the citizen is asked, not only told.
        public boolean asksConsent() {
            return service.basis() == Service.Basis.CONSENT;
        }
    }

    private final Visit visit;
    private final Navigator navigator;
    private final Background.Slot storing;
    private final Deque<Change> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state;

    public ServicesViewModel(Visit visit, Background background, Navigator navigator) {
        this.visit = visit;
        this.navigator = navigator;
        storing = background.slot("services");
        var lines = lines(visit.session());
        state =
                new ReadOnlyObjectWrapper<>(
                        new State.Asking(
                                lines,
                                first(lines, Line::isOpen)
                                        .or(() -> first(lines, Line::chosen))
                                        .orElse(0),
                                Optional.empty(),
                                false));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private List<Line> lines(Session session) {
        return visit.enrollment().catalogue().services().stream()
                .map(service -> line(service, session))
                .toList();
    }

    private static Line line(Service service, Session session) {
        var consent = session.consent(service.code());
        return new Line(
                service,
                session.services().contains(service.code()),
                consent.map(Consent::answer),
                consent.map(Consent::at));
    }

    private static Optional<Integer> first(List<Line> lines, Predicate<Line> wanted) {
        return IntStream.range(0, lines.size())
                .filter(i -> wanted.test(lines.get(i)))
                .boxed()
                .findFirst();
    }

    /// Up or down, stopping at the ends.
    public void move(int by) {
        if (state.get() instanceof State.Asking asking) {
            point(Math.clamp(asking.here() + by, 0, asking.lines().size() - 1));
        }
    }

    /// Shows one service's text.
    public void point(int index) {
        if (state.get() instanceof State.Asking(var lines, _, _, var busy)) {
            state.set(new State.Asking(lines, index, Optional.empty(), busy));
        }
    }

    /// A service was touched: it is chosen; the one that stands open is put back.
    public void touch(int index) {
        if (!(state.get() instanceof State.Asking asking)) {
            return;
        }
        var line = asking.lines().get(index);
        boolean again = index == asking.here() && line.chosen();
        point(index);
        if (again || !line.chosen()) {
            var code = line.service().code();
            store(session -> visit.enrollment().choose(session.id(), codes(session, code, !again)));
        }
    }

    /// The codes of what is chosen, in the station's order, with one more or one less.
    private List<String> codes(Session session, String changed, boolean chosen) {
        return visit.enrollment().catalogue().services().stream()
                .map(Service::code)
                .filter(c -> c.equals(changed) ? chosen : session.services().contains(c))
                .toList();
    }

    /// The citizen heard the text of a service the law demands, or agrees.
    public void agree(int index) {
        answer(index, true);
    }

    /// The citizen declines; only where there is a choice.
    public void decline(int index) {
        answer(index, false);
    }

    public void agreeHere() {
        if (state.get() instanceof State.Asking asking) {
            agree(asking.here());
        }
    }

    public void declineHere() {
        if (state.get() instanceof State.Asking asking) {
            decline(asking.here());
        }
    }

    /// Stores an answer; who answers about a service wants it, so it is chosen by that.
    private void answer(int index, boolean agrees) {
        if (!(state.get() instanceof State.Asking asking)) {
            return;
        }
        var line = asking.lines().get(index);
        if (!line.asksConsent() && !agrees) {
            return;
        }
        var answer =
                line.asksConsent()
                        ? agrees ? Consent.Answer.AGREED : Consent.Answer.DECLINED
                        : Consent.Answer.TOLD;
        point(index);
        var code = line.service().code();
        store(session -> {
            if (!session.services().contains(code)
                    && visit.enrollment().choose(session.id(), codes(session, code, true))
                            instanceof Outcome.Refused refused) {
                return refused;
            }
            return visit.enrollment().answer(session.id(), code, answer);
        });
    }

    @FunctionalInterface
    private interface Change {
        Outcome on(Session session) throws StationFault;
    }

    /// Changes wait for each other: none is lost to a faster hand.
    private void store(Change change) {
        waiting.addLast(change);
        if (waiting.size() == 1) {
            start();
        }
    }

    private void start() {
        var session = visit.session();
        var change = waiting.getFirst();
        show(session, Optional.empty());
        storing.start(() -> change.on(session), this::stored, this::failed);
    }

    private void failed(StationFault fault) {
        waiting.clear();
        state.set(new State.Failed(fault.code()));
    }

    private void stored(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var session) -> {
                waiting.removeFirst();
                visit.show(session);
                show(session, Optional.empty());
                if (!waiting.isEmpty()) {
                    start();
                }
            }
            case Outcome.Refused(var reason) -> {
                waiting.clear();
                show(visit.session(), Optional.of(reason));
            }
        }
    }

    private void show(Session session, Optional<Reason> refused) {
        if (state.get() instanceof State.Asking(_, var here, _, _)) {
            state.set(new State.Asking(lines(session), here, refused, !waiting.isEmpty()));
        }
    }

    /// The next that was not asked about; when all were, the next step. Waits for the store.
    public void next() {
        if (!(state.get() instanceof State.Asking asking) || asking.storing()) {
            return;
        }
        if (asking.left() > 0) {
            first(asking.lines(), Line::isOpen).ifPresent(this::point);
        } else if (asking.nothingChosen()) {
            show(visit.session(), Optional.of(new Reason.NoService()));
        } else if (asking.allDeclined()) {
            show(visit.session(), Optional.of(new Reason.AllDeclined()));
        } else {
            navigator.go(new Intent.Next());
        }
    }

    public void back() {
        navigator.go(new Intent.Back());
    }

    public void park() {
        navigator.go(new Intent.Park());
    }

    /// After a fault: the session as it was last seen.
    public void again() {
        state.set(new State.Asking(lines(visit.session()), 0, Optional.empty(), false));
    }
}
