package vn.tram.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tram.domain.PrintState;
import vn.tram.enroll.StationFault;
import vn.tram.quality.AdviceBook;
import vn.tram.quality.AdviceBook.Card;

/// Reads `config/advice.toml`.
final class AdviceFile {
    private static final int LONGEST_SECONDS = 120;

    private AdviceFile() {}

    static AdviceBook read(Table file) throws StationFault {
        file.only("state", "card");
        var cards = cards(file);
        return new AdviceBook(states(file, cards), cards);
    }

    private static List<Card> cards(Table file) throws StationFault {
        var cards = new ArrayList<Card>();
        for (var table : file.tables("card")) {
            var card = table.made(AdviceFile::card);
            if (isIn(cards, card.advice())) {
                throw table.fault("advice", card.advice() + " has a card already");
            }
            cards.add(card);
        }
        return cards;
    }

    private static boolean isIn(List<Card> cards, String advice) {
        return cards.stream().anyMatch(c -> c.advice().equals(advice));
    }

    private static Card card(Table t) throws StationFault {
        t.only("advice", "pictures", "seconds");
        var advice = t.word("advice");
        if (!AdviceBook.NAMES.contains(advice)) {
            throw t.fault(
                    "advice",
                    "there are no words for "
                            + advice
                            + "; there is "
                            + String.join(", ", AdviceBook.NAMES));
        }
        var pictures = t.choices("pictures", AdviceBook.Picture.class);
        if (pictures.size() != AdviceBook.PICTURES) {
            throw t.fault("pictures", "must be " + AdviceBook.PICTURES);
        }
        int seconds = t.whole("seconds");
        OutOfRange.check("seconds", seconds, 0, LONGEST_SECONDS);
        return new Card(advice, pictures, seconds);
    }

    private static Map<PrintState, List<String>> states(Table file, List<Card> cards)
            throws StationFault {
        var states = new EnumMap<PrintState, List<String>>(PrintState.class);
        for (var table : file.tables("state")) {
            table.only("state", "advice");
            var state = table.choice("state", PrintState.class);
            if (state == PrintState.GOOD) {
                throw table.fault("state", "a good print needs no advice");
            }
            var advice = table.texts("advice");
            for (var name : advice) {
                if (!isIn(cards, name)) {
                    throw table.fault("advice", "there is no card for \"" + name + "\"");
                }
            }
            if (states.putIfAbsent(state, advice) != null) {
                throw table.fault("state", Table.lowerDash(state) + " stands there twice");
            }
        }
        return states;
    }
}
