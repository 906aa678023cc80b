package vn.tram.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.PrintState;
import vn.tram.domain.Verdict;

/// What to try when a print is not good: for each state advice in order, and the card of each
/// advice. From `config/advice.toml`.
///
/// @param byState names of advice, the most useful first; each has a card
/// @param cards in the file's order
public record AdviceBook(Map<PrintState, List<String>> byState, List<Card> cards) {
    /// Names no advice.
    public static final AdviceBook EMPTY = new AdviceBook(Map.of(), List.of());

    /// How many pictures a card has.
    public static final int PICTURES = 3;

    /// Every advice about prints that the station has words for.
    public static final List<String> NAMES =
            List.of(
                    "dry-finger",
                    "ice-water",
                    "warm-hand",
                    "wet-finger",
                    "talc",
                    "wash-hands",
                    "press-more",
                    "press-less",
                    "place-deeper",
                    "centre",
                    "hold-still",
                    "clean-glass",
                    "place-finger",
                    "roll-wider");

    /// Advice of limits that comes before that of a state: it is about what is laid down, not how
    /// that is.
    private static final List<String> FIRST = List.of("other-hand", "roll-wider");

    /// What is drawn on a card.
    public enum Picture {
        ICE,
        TOWEL,
        TOUCH,
        CREAM,
        RUB,
        TALC,
        GLASS,
        WASH,
        PRESS,
        LIFT,
        LIGHTLY,
        DEEPER,
        CENTRE,
        STILL,
        ROLL
    }

    /// What the advice card shows.
    ///
    /// @param advice its name, one of [#NAMES]
    /// @param pictures three, one for each step, in order
    /// @param seconds how long the first step takes, 0 where nobody counts
    public record Card(String advice, List<Picture> pictures, int seconds) {
        public Card {
            pictures = List.copyOf(pictures);
            if (pictures.size() != PICTURES || seconds < 0) {
                throw new IllegalArgumentException("a card has three pictures: " + advice);
            }
        }
    }

    public AdviceBook {
        var copy = new EnumMap<PrintState, List<String>>(PrintState.class);
        byState.forEach((state, names) -> copy.put(state, List.copyOf(names)));
        byState = copy;
        cards = List.copyOf(cards);
    }

    /// Names of advice for a state, the most useful first; none for a good print.
    public List<String> of(PrintState state) {
        return byState.getOrDefault(state, List.of());
    }

    private Optional<Card> card(String advice) {
        return cards.stream().filter(c -> c.advice().equals(advice)).findFirst();
    }

    /// The cards to go through for a state, the most useful first; all where there is none for it.
    ///
    /// @param verdict whose advice may have to come before the state's
    public List<Card> cards(PrintState state, Optional<Verdict> verdict) {
        var names = new LinkedHashSet<String>();
        verdict.ifPresent(v -> names.addAll(first(v)));
        names.addAll(of(state));
        var own = names.stream().flatMap(name -> card(name).stream()).toList();
        return own.isEmpty() ? cards : own;
    }

    private static List<String> first(Verdict verdict) {
        return verdict.advice().stream().filter(FIRST::contains).toList();
    }

    /// A refused verdict with the state's advice in front of that of limits, but for what is about
    /// what is laid down.
    public Verdict added(Verdict verdict, PrintState state) {
        if (verdict.outcome() != Verdict.Outcome.REFUSED || of(state).isEmpty()) {
            return verdict;
        }
        var names = new LinkedHashSet<>(first(verdict));
        names.addAll(of(state));
        names.addAll(verdict.advice());
        return new Verdict(
                verdict.outcome(), verdict.policy(), verdict.checks(), new ArrayList<>(names));
    }
}
