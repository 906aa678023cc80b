package vn.tram.ui.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.ui.fingerprints.FingerprintsViewModel.Here;
import vn.tram.ui.fingerprints.FingerprintsViewModel.Part;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// What of the fingerprints step can be chosen, each with how it stands.
///
/// @param captures of this step, in order
/// @param here the one on the screen
record FingerprintParts(Session session, List<Position> captures, Position here) {
    /// The rolled fingers of each hand, thumb first.
    static final List<Position> RIGHT = Position.rolled().subList(0, 5);

    static final List<Position> LEFT = Position.rolled().subList(5, 10);

    /// Each plain capture, then each hand that is rolled.
    List<Part> all() {
        var plain = captures.stream().filter(p -> !p.isRolled()).toList();
        boolean single = plain.size() > Position.slaps().size();
        var parts = new ArrayList<Part>();
        for (var position : plain) {
            var words =
                    single && position.isFinger()
                            ? Phrase.of("fingerprints.tab." + position.name())
                            : FingerTexts.title(position);
            parts.add(part(position, words));
        }
        hands().forEach(hand -> parts.add(whole(hand)));
        return parts;
    }

    /// The rolled fingers of the hand on the screen; none where a plain capture is.
    List<Part> hand() {
        return hands().stream()
                .filter(hand -> hand.contains(here))
                .flatMap(List::stream)
                .map(p -> part(p, FingerTexts.title(p)))
                .toList();
    }

    /// The rolled fingers that are asked for, by hand.
    private List<List<Position>> hands() {
        return Stream.of(RIGHT, LEFT)
                .map(hand -> hand.stream().filter(captures::contains).toList())
                .filter(hand -> !hand.isEmpty())
                .toList();
    }

    private Part part(Position position, Phrase words) {
        return new Part(
                position, words, tone(position), position == here ? Here.HERE : Here.ELSEWHERE);
    }

    /// A hand's rolled fingers together; choosing it leads to the first that is not done.
    private Part whole(List<Position> hand) {
        var left = hand.stream().filter(p -> !session.done(p)).toList();
        boolean isHere = hand.contains(here);
        var key =
                RIGHT.contains(hand.getFirst())
                        ? "fingerprints.tab.rolled-right"
                        : "fingerprints.tab.rolled-left";
        return new Part(
                left.isEmpty() ? hand.getFirst() : left.getFirst(),
                Phrase.of(key, hand.size() - left.size(), hand.size()),
                left.isEmpty() ? Tone.GOOD : isHere ? Tone.HERE : begun(left),
                isHere ? Here.HERE : Here.ELSEWHERE);
    }

    private Tone begun(List<Position> left) {
        return left.stream().allMatch(p -> session.attempts(p).isEmpty()) ? Tone.TO_DO : Tone.WARN;
    }

    private Tone tone(Position position) {
        if (session.expected(position).isEmpty()) {
            return Tone.EXCEPTION;
        }
        if (session.done(position)) {
            return Tone.GOOD;
        }
        return position == here ? Tone.HERE : begun(List.of(position));
    }
}
