package vn.tram.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;

/// What the QR of an identity card says: seven fields between `|`, as on the card of 2021: number,
/// old number or nothing, name, birth `ddMMyyyy`, `Nam` or `Nữ`, address, issue `ddMMyyyy`.
///
/// The card of 2024 has more fields behind them, whose order no public source gives: they are kept
/// as they are.
public sealed interface CardQr {
    /// An identity card.
    ///
    /// @param values what could be read, as [vn.tram.domain.Item] writes it; never without the
    ///   number
    /// @param unread fields whose content was not understood
    /// @param more the fields behind the seventh, raw
    record Card(Map<Field, String> values, Set<Field> unread, List<String> more) implements CardQr {
        public Card {
            values = Map.copyOf(values);
            unread = Set.copyOf(unread);
            more = List.copyOf(more);
        }

        /// What the card says of a person otherwise known, or not known yet. The address on a card
        /// is that of its day of issue: it never replaces a residence that is known.
        public Citizen onto(Citizen known) {
            var citizen = known;
            for (var value : values.entrySet()) {
                boolean older =
                        value.getKey() == Field.RESIDENCE
                                && known.value(Field.RESIDENCE).isPresent();
                if (!older) {
                    citizen = citizen.with(value.getKey(), value.getValue(), Source.CARD_QR);
                }
            }
            return citizen;
        }

        /// The card's number.
        public String number() {
            return Optional.ofNullable(values.get(Field.PERSONAL_NUMBER)).orElseThrow();
        }

        /// Tells which fields there are, nothing of the person.
        @Override
        public String toString() {
            return "Card[" + values.keySet() + ", unread " + unread + ", " + more.size() + " more]";
        }
    }

    /// Not an identity card.
    record Other(Reason reason) implements CardQr {}

    /// Why a content is no card's.
    enum Reason {
        TOO_FEW_FIELDS,
        NO_PERSONAL_NUMBER
    }

    /// The content of a card of 2021 of that person, without an old number.
    static String written(Citizen citizen) {
        return CardLayout.written(citizen);
    }

    /// Reads the content of a QR.
    static CardQr read(String content) {
        var text = Normalizer.normalize(content, Normalizer.Form.NFC).replace("\ufeff", "");
        var fields = List.of(text.strip().split("\\|", -1));
        if (fields.size() < CardLayout.FIELDS) {
            return new Other(Reason.TOO_FEW_FIELDS);
        }
        if (!PersonalNumbers.wellFormed(fields.getFirst().strip())) {
            return new Other(Reason.NO_PERSONAL_NUMBER);
        }
        return CardLayout.card(fields);
    }
}
