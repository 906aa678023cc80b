package vn.tram.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;

class CardContentTest {
    @Test
    void aWrittenCardReadsAsItsPerson() {
        var person = new TrainingPeople(7).person(3);
        var card = (CardQr.Card) CardQr.read(CardQr.written(person));
        assertThat(card.unread()).isEmpty();
        for (var field : List.of(Field.PERSONAL_NUMBER, Field.BIRTH_DATE, Field.SEX)) {
            assertThat(card.values()).containsEntry(field, person.value(field).orElseThrow());
        }
    }

    private static final String QR =
            "001199000123|012345678|Nguyễn Thị Mẫu|15021999|Nữ|Thôn 1, Mẫu, Mẫu|20032021";

    /// Synthetic; computed by ICAO 9303's rules, for a person who does not exist.
    private static final List<String> MRZ =
            List.of(
                    "IDVNM1990001239001199000123<<0",
                    "9902152F3902150VNM<<<<<<<<<<<4",
                    "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<");

    @Test
    void theSevenFieldsOf2021AreRead() {
        assertEquals(
                new CardQr.Card(
                        Map.of(
                                Field.PERSONAL_NUMBER, "001199000123",
                                Field.OLD_NUMBER, "012345678",
                                Field.NAME, "NGUYỄN THỊ MẪU",
                                Field.BIRTH_DATE, "1999-02-15",
                                Field.SEX, "F",
                                Field.RESIDENCE, "Thôn 1, Mẫu, Mẫu",
                                Field.CARD_ISSUED, "2021-03-20"),
                        Set.of(),
                        List.of()),
                CardQr.read(QR));
    }

    @Test
    void readersThatAddALineEndOrDecomposeChangeNothing() {
        assertEquals(CardQr.read(QR), CardQr.read(QR + "\r\n"));
        assertEquals(CardQr.read(QR), CardQr.read("\ufeff" + QR));
        assertEquals(CardQr.read(QR), CardQr.read(Normalizer.normalize(QR, Normalizer.Form.NFD)));
    }

    @Test
    void moreFieldsOf2024AreKeptRaw() {
        var card = assertInstanceOf(CardQr.Card.class, CardQr.read(QR + "||TRẦN VĂN THỬ|x"));
        assertEquals(List.of("", "TRẦN VĂN THỬ", "x"), card.more());
        assertThat(card.unread()).isEmpty();
    }

    @Test
    void noOldNumberIsNoItem() {
        var card =
                assertInstanceOf(CardQr.Card.class, CardQr.read(QR.replace("|012345678|", "||")));
        assertThat(card.values()).doesNotContainKey(Field.OLD_NUMBER);
        assertThat(card.unread()).isEmpty();
    }

    @Test
    void aFieldNotUnderstoodIsToldAndTheOthersStand() {
        var odd = QR.replace("15021999", "31021999").replace("|Nữ|", "|X|");
        var card = assertInstanceOf(CardQr.Card.class, CardQr.read(odd));
        assertEquals(Set.of(Field.BIRTH_DATE, Field.SEX), card.unread());
        assertEquals("001199000123", card.number());
        assertThat(card.values()).containsKeys(Field.NAME, Field.CARD_ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://example.org", "1|2|3|4|5|6", "001199000123"})
    void anotherCodeIsNotACard(String content) {
        assertEquals(new CardQr.Other(CardQr.Reason.TOO_FEW_FIELDS), CardQr.read(content));
    }

    @Test
    void sevenFieldsWithoutANumberAreNotACard() {
        assertEquals(
                new CardQr.Other(CardQr.Reason.NO_PERSONAL_NUMBER), CardQr.read(QR.substring(1)));
    }

    @Test
    void theCardsAddressNeverReplacesAKnownResidence() {
        var card = assertInstanceOf(CardQr.Card.class, CardQr.read(QR));
        var known = new Citizen(Map.of()).with(Field.RESIDENCE, "Thôn 9", Source.ROSTER);
        assertThat(card.onto(known).value(Field.RESIDENCE)).contains("Thôn 9");
        assertThat(card.onto(known).value(Field.NAME)).contains("NGUYỄN THỊ MẪU");
        assertThat(card.onto(new Citizen(Map.of())).value(Field.RESIDENCE))
                .contains("Thôn 1, Mẫu, Mẫu");
    }

    @Test
    void nothingOfThePersonIsPrinted() {
        assertThat(CardQr.read(QR).toString()).doesNotContain("MẪU", "001199000123", "1999");
        assertThat(Mrz.read(MRZ).toString()).doesNotContain("MAU", "001199000123", "1999");
    }

    @Test
    void theMachineReadableZoneIsRead() {
        assertEquals(
                new Mrz.Card(
                        "001199000123",
                        LocalDate.of(1999, 2, 15),
                        "F",
                        LocalDate.of(2039, 2, 15),
                        "NGUYEN THI MAU"),
                Mrz.read(MRZ));
    }

    /// Every digit that a check digit covers, one after the other, read wrongly.
    @Test
    void anyMisreadDigitIsNoticed() {
        for (int line = 0; line < 2; line++) {
            for (int i = 0; i < 30; i++) {
                char c = MRZ.get(line).charAt(i);
                if (Character.isDigit(c)) {
                    var other = (char) ('0' + (c - '0' + 1) % 10);
                    var lines = new ArrayList<>(MRZ);
                    var text = new StringBuilder(MRZ.get(line));
                    text.setCharAt(i, other);
                    lines.set(line, text.toString());
                    assertThat(Mrz.read(lines))
                            .as("%d %d", line, i)
                            .isInstanceOf(Mrz.Misread.class);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"IDVNM,IDXXX,OTHER_DOCUMENT", "IDVNM,idvnm,SHAPE", "IDVNM,IDVNM1,SHAPE"})
    void anotherZoneIsToldApart(String old, String now, Mrz.Reason reason) {
        var lines = List.of(MRZ.get(0).replace(old, now), MRZ.get(1), MRZ.get(2));
        assertEquals(new Mrz.Misread(reason), Mrz.read(lines));
    }

    /// The worked examples of ICAO 9303-3, 4.9.
    @Test
    void theCheckDigitsAreThoseOfTheStandardsExamples() {
        assertEquals('3', MrzZone.check("520727"));
        assertEquals('5', MrzZone.check("AB2134<<<"));
    }
}
