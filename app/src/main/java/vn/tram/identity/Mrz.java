package vn.tram.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// The machine-readable zone of an identity card: ICAO 9303-5, format TD1, three lines of 30.
///
/// The Vietnamese card puts the last nine digits of the personal number into the document number,
/// and all twelve into the optional data with a check digit of their own. Without marks (Đ is D) it
/// is never the source of a name, only a cross-check.
public sealed interface Mrz {
    /// All five check digits hold. Redacted in `toString`.
    ///
    /// @param number the personal number
    /// @param sex `M`, `F` or `<`
    /// @param name without marks, words between spaces, family name first
    record Card(String number, LocalDate birth, String sex, LocalDate expiry, String name)
            implements Mrz {
        @Override
        public String toString() {
            return "Card[redacted]";
        }
    }

    /// Not read.
    record Misread(Reason reason) implements Mrz {}

    /// Why a zone was not read.
    enum Reason {
        /// Not three lines of 30 capitals, digits and `<`.
        SHAPE,
        /// Not an identity card of Viet Nam.
        OTHER_DOCUMENT,
        CHECK_DIGIT,
        DATE
    }

    /// @param lines as read, top line first
    static Mrz read(List<String> lines) {
        if (lines.size() != 3 || !lines.stream().allMatch(l -> l.matches("[A-Z0-9<]{30}"))) {
            return new Misread(Reason.SHAPE);
        }
        var zone = new MrzZone(lines.get(0), lines.get(1), lines.get(2));
        if (!zone.top().startsWith("IDVNM") || !zone.number().matches("[0-9]{12}")) {
            return new Misread(Reason.OTHER_DOCUMENT);
        }
        if (!zone.holds()) {
            return new Misread(Reason.CHECK_DIGIT);
        }
        try {
            return zone.card();
        } catch (DateTimeException e) {
            return new Misread(Reason.DATE); // check digits agree, yet there is no such day
        }
    }
}
