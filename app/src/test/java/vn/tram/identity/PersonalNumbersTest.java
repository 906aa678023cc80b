package vn.tram.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.identity.PersonalNumbers.Doubt;

class PersonalNumbersTest {
    private static final Optional<LocalDate> BORN_1999 = Optional.of(LocalDate.of(1999, 2, 15));

    private final PersonalNumbers numbers = PersonalNumbers.production();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00119900012",
                "0011990001234",
                "00119900012x",
                "00119900012３",
                " 01199000123"
            })
    void onlyTwelveAsciiDigitsAreANumber(String text) {
        assertThat(PersonalNumbers.wellFormed(text)).isFalse();
        assertThatThrownBy(() -> numbers.doubts(text, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberThatAgreesIsNotDoubted() {
        assertThat(numbers.doubts("001199000123", BORN_1999, Optional.of("F"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,M,1900", "1,F,1900", "2,M,2000", "3,F,2000", "4,M,2100", "5,F,2100", "9,F,2300"})
    void theFourthDigitIsCenturyAndSex(int digit, String sex, int century) {
        var birth = Optional.of(LocalDate.of(century + 7, 1, 1));
        assertThat(numbers.doubts("079" + digit + "07000001", birth, Optional.of(sex))).isEmpty();
        var other = sex.equals("M") ? "F" : "M";
        assertThat(numbers.doubts("079" + digit + "07000001", birth, Optional.of(other)))
                .containsExactly(Doubt.OTHER_SEX);
    }

    @Test
    void eachDoubtIsNamed() {
        assertThat(numbers.doubts("003298000123", BORN_1999, Optional.of("F")))
                .containsExactly(Doubt.UNKNOWN_PLACE, Doubt.OTHER_SEX, Doubt.OTHER_BIRTH_YEAR);
    }

    @Test
    void whatIsNotKnownIsNotDoubted() {
        assertThat(numbers.doubts("001199000123", Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void allSixtyThreeProvincesAreKnownAndNoOtherLowCode() {
        int known = 0;
        for (int code = 0; code < 1000; code++) {
            var number = "%03d199000123".formatted(code);
            if (numbers.doubts(number, Optional.empty(), Optional.empty()).isEmpty()) {
                known++;
            }
        }
        assertEquals(63, known);
    }

    @Test
    void onlyTrainingKnowsThePlaceOfInventedPeople() {
        var invented = "000199000123";
        assertThat(numbers.doubts(invented, Optional.empty(), Optional.empty()))
                .containsExactly(Doubt.UNKNOWN_PLACE);
        assertThat(PersonalNumbers.training().doubts(invented, Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aMaskedNumberShowsFourDigits() {
        assertEquals("•••• •••• 0123", PersonalNumbers.masked("001199000123"));
        assertEquals("001 199 000 123", PersonalNumbers.grouped("001199000123"));
    }
}
