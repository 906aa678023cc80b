package vn.tram.ui.fingerprints;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Condition;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.AdviceBook;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.CaptureLoop;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.Visit;

/// The advice card: which one is open, and how long its first step still takes. While it is open
/// nothing is captured. On the thread that draws.
public final class AdviceModel {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// The card that is open.
    ///
    /// @param worst the finger it is about; empty where none was judged
    /// @param state of that finger; good where none is known to be anything else
    /// @param cards to go through
    /// @param at which of them is open, from 0 on
    /// @param clock of its first step
    public record Shown(
            Optional<Judgement> worst,
            PrintState state,
            List<AdviceBook.Card> cards,
            int at,
            Clock clock) {
        public AdviceBook.Card card() {
            return cards.get(at);
        }
    }

    /// How the card's clock stands.
    public sealed interface Clock {
        /// Nothing is counted on this card.
        record None() implements Clock {}

        /// It can be started.
        record Ready(int seconds) implements Clock {}

        record Running(int seconds, int left) implements Clock {}

        record Over() implements Clock {}
    }

    private final Visit visit;
    private final Background background;
    private final CaptureLoop loop;
    private final AdviceBook book;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.@Nullable Timer tick;

    AdviceModel(Visit visit, Background background, CaptureLoop loop, AdviceBook book) {
        this.visit = visit;
        this.background = background;
        this.loop = loop;
        this.book = book;
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return shown.get().isPresent();
    }

    /// Whether there is a card to open: an attempt may follow, and nothing else needs the screen.
    public boolean offered(CaptureState state) {
        return switch (state) {
            case CaptureState.Live _, CaptureState.Blind _ -> hasCards();
            case CaptureState.Judged(var attempt) ->
                    hasCards() && !visit.session().done(attempt.position());
            case CaptureState.Opening _,
                    CaptureState.Absent _,
                    CaptureState.Done _,
                    CaptureState.Excepted _,
                    CaptureState.UsedUp _,
                    CaptureState.Deciding _,
                    CaptureState.Lost _,
                    CaptureState.Missed _,
                    CaptureState.Refused _,
                    CaptureState.Failed _ ->
                    false;
        };
    }

    private boolean hasCards() {
        return !book.cards().isEmpty() && position().filter(p -> loop.left(p) > 0).isPresent();
    }

    private Optional<Position> position() {
        return loop.positionProperty().get();
    }

    /// Opens the first card for the worst finger on the screen, or goes on to the next one.
    public void next() {
        var open = shown.get();
        if (open.isPresent()) {
            turnTo(open.get(), (open.get().at() + 1) % open.get().cards().size());
        } else if (offered(loop.stateProperty().get())) {
            open();
        }
    }

    private void open() {
        var seen = worst(loop.stateProperty().get().judgements());
        loop.pause();
        var worst = seen.or(() -> worst(loop.stateProperty().get().judgements()));
        var state =
                worst.flatMap(Judgement::condition).map(Condition::state).orElse(PrintState.GOOD);
        turnTo(
                new Shown(
                        worst,
                        state,
                        book.cards(state, worst.map(Judgement::verdict)),
                        0,
                        new Clock.None()),
                0);
    }

    /// The refused finger with the lowest score; else the lowest of those that are in any state.
    private static Optional<Judgement> worst(List<Judgement> judgements) {
        return judgements.stream()
                .min(
                        Comparator.comparing((Judgement j) ->
                                        j.verdict().outcome() != Verdict.Outcome.REFUSED)
                                .thenComparing(j -> j.score().orElse(0)));
    }

    private void turnTo(Shown from, int at) {
        stopClock();
        int seconds = from.cards().get(at).seconds();
        var clock = seconds > 0 ? new Clock.Ready(seconds) : new Clock.None();
        shown.set(Optional.of(new Shown(from.worst(), from.state(), from.cards(), at, clock)));
    }

    /// Starts the card's clock.
    public void start() {
        shown.get()
                .filter(s -> s.clock() instanceof Clock.Ready)
                .ifPresent(s -> count(s.card().seconds(), s.card().seconds()));
    }

    private void count(int seconds, int left) {
        shown.get()
                .ifPresent(s ->
                        shown.set(
                                Optional.of(
                                        new Shown(
                                                s.worst(),
                                                s.state(),
                                                s.cards(),
                                                s.at(),
                                                left == 0
                                                        ? new Clock.Over()
                                                        : new Clock.Running(seconds, left)))));
        if (left > 0) {
            tick = background.after(SECOND, () -> count(seconds, left - 1));
        }
    }

    private void stopClock() {
        if (tick != null) {
            tick.stop();
            tick = null;
        }
    }

    /// Closes the card; nothing was tried. The capture goes on.
    public void close() {
        drop();
        position().ifPresent(loop::go);
    }

    /// What the card says was done: it is noted, and the next attempt begins.
    public void followed() {
        var open = shown.get();
        var here = position();
        drop();
        if (open.isPresent() && here.isPresent()) {
            var advice = open.get().card().advice();
            var captures = visit.enrollment().captures();
            loop.change(() ->
                    captures.tried(visit.session().id(), here.get(), advice, visit.officer()));
        }
    }

    /// The screen goes, or is needed for something else.
    void drop() {
        stopClock();
        shown.set(Optional.empty());
    }
}
