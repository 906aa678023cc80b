package vn.tram.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Service;
import vn.tram.domain.Source;
import vn.tram.image.Position;

class DataRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Service CARD =
            new Service(
                    "id-card-new",
                    Map.of(),
                    Service.Basis.LAW,
                    "2026-10-01",
                    Map.of(),
                    List.of(Field.PERSONAL_NUMBER, Field.NAME, Field.BIRTH_DATE, Field.SEX),
                    Set.of(Position.FACE),
                    Set.of(),
                    6);
    private static final Service EID =
            new Service(
                    "eid-level-2",
                    Map.of(),
                    Service.Basis.CONSENT,
                    "2026-10-01",
                    Map.of(),
                    List.of(Field.PHONE),
                    Set.of(),
                    Set.of(),
                    6);
    private static final Citizen GOOD =
            new Citizen(Map.of())
                    .with(Field.PERSONAL_NUMBER, "001199000123", Source.CARD_QR)
                    .with(Field.NAME, "NGUYỄN THỊ MẪU", Source.CARD_QR)
                    .with(Field.BIRTH_DATE, "1999-02-15", Source.CARD_QR)
                    .with(Field.SEX, "F", Source.CARD_QR);

    private final DataRules rules = new DataRules(PersonalNumbers.production(), RuleTerms.usual());

    private List<Finding> findings(Citizen citizen) {
        return rules.findings(citizen, List.of(CARD), DAY);
    }

    @Test
    void goodDataHaveNoFindings() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONAL_NUMBER,00119900012,NUMBER_MALFORMED",
        "PERSONAL_NUMBER,003199000123,NUMBER_OF_UNKNOWN_PLACE",
        "PERSONAL_NUMBER,001099000123,NUMBER_OF_OTHER_SEX",
        "PERSONAL_NUMBER,001198000123,NUMBER_OF_OTHER_YEAR",
        "OLD_NUMBER,12345678,OLD_NUMBER_MALFORMED",
        "NAME,NGUYỄN THỊ 2,NAME_MALFORMED",
        "NAME,NGUYỄN  THỊ MẪU,NOT_CLEAN",
        "BIRTH_DATE,15/02/1999,DATE_MALFORMED",
        "BIRTH_DATE,1999-02-30,DATE_MALFORMED",
        "SEX,Nữ,SEX_MALFORMED",
        "PHONE,12345,PHONE_MALFORMED",
        "EMAIL,mau@mau,EMAIL_MALFORMED",
        "CARD_ISSUED,2026-11-24,DATE_IN_FUTURE",
        "GUARDIAN_NUMBER,001199000123,REPRESENTATIVE_IS_CITIZEN",
        "GUARDIAN_NUMBER,1,NUMBER_MALFORMED",
    })
    void oneMistakeIsOneFinding(Field field, String value, Rule rule) {
        assertEquals(
                List.of(new Finding(rule, field)), findings(GOOD.with(field, value, Source.TYPED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSONAL_NUMBER", "NAME", "BIRTH_DATE", "SEX"})
    void whatAServiceNeedsMustBeThere(Field field) {
        var finding = new Finding(Rule.MISSING, field);
        assertEquals(List.of(finding), findings(GOOD.with(field, "", Source.TYPED)));
        assertThat(finding.blocks()).isTrue();
    }

    @Test
    void onlyTheChosenServicesDecideWhatIsNeeded() {
        assertEquals(
                List.of(new Finding(Rule.MISSING, Field.PHONE)),
                rules.findings(GOOD, List.of(CARD, EID), DAY));
    }

    @Test
    void aBirthInTheFutureBlocks() {
        var unborn =
                GOOD.with(Field.BIRTH_DATE, "2026-11-24", Source.TYPED)
                        .with(Field.PERSONAL_NUMBER, "001326000123", Source.TYPED);
        assertThat(findings(unborn)).contains(new Finding(Rule.DATE_IN_FUTURE, Field.BIRTH_DATE));
    }

    /// Fourteen on the day itself is old enough; a day before is not.
    @ParameterizedTest
    @CsvSource({"2012-11-23,0", "2012-11-24,2"})
    void underFourteenARepresentativeIsNeeded(String birth, int missing) {
        var child =
                GOOD.with(Field.BIRTH_DATE, birth, Source.TYPED)
                        .with(Field.PERSONAL_NUMBER, "001312000123", Source.TYPED);
        assertThat(findings(child))
                .hasSize(missing)
                .allMatch(f -> f.rule() == Rule.REPRESENTATIVE_MISSING && f.blocks());
    }

    @ParameterizedTest
    @CsvSource({"2020-11-23,false", "2020-11-24,true"})
    void underSixNothingIsCaptured(String birth, boolean tooYoung) {
        var child =
                GOOD.with(Field.BIRTH_DATE, birth, Source.TYPED)
                        .with(Field.PERSONAL_NUMBER, "001320000123", Source.TYPED);
        var finding = new Finding(Rule.TOO_YOUNG_FOR_CAPTURE, Field.BIRTH_DATE);
        assertEquals(tooYoung, findings(child).contains(finding));
        assertThat(finding.blocks()).isFalse();
    }

    @Test
    void anAgeHardlyAnybodyReachesIsDoubted() {
        var old =
                GOOD.with(Field.BIRTH_DATE, "1910-01-01", Source.TYPED)
                        .with(Field.PERSONAL_NUMBER, "001110000123", Source.TYPED);
        assertEquals(List.of(new Finding(Rule.AGE_DOUBTED, Field.BIRTH_DATE)), findings(old));
    }

    @Test
    void aCardOlderThanItsHolderIsAMistake() {
        var issued = GOOD.with(Field.CARD_ISSUED, "1998-01-01", Source.CARD_QR);
        assertThat(findings(issued))
                .contains(new Finding(Rule.ISSUED_BEFORE_BIRTH, Field.CARD_ISSUED));
    }

    /// 25 on 2024-02-15; a card of the two years before it counts until 40.
    @ParameterizedTest
    @CsvSource({"2022-02-14,true", "2022-02-15,false", "2024-03-01,false"})
    void aCardIsOutdatedAtTheNextAgeOfExchange(String issued, boolean outdated) {
        var card = GOOD.with(Field.CARD_ISSUED, issued, Source.CARD_QR);
        assertEquals(
                outdated,
                findings(card).contains(new Finding(Rule.CARD_OUTDATED, Field.CARD_ISSUED)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01,CARD_QR,true", "2024-03-01,ROSTER,false", "2026-09-21,CARD_QR,false"})
    void anAddressFromBeforeTheLastChangeOfUnitsIsAskedAgain(
            String issued, Source source, boolean asked) {
        var card =
                GOOD.with(Field.CARD_ISSUED, issued, Source.CARD_QR)
                        .with(Field.RESIDENCE, "Thôn 1, xã Mẫu", source);
        assertEquals(
                asked,
                findings(card).contains(new Finding(Rule.ADDRESS_OUTDATED, Field.RESIDENCE)));
    }

    @Test
    void findingsComeInTheOrderOfTheFields() {
        var bad =
                GOOD.with(Field.SEX, "?", Source.TYPED)
                        .with(Field.PERSONAL_NUMBER, "1", Source.TYPED)
                        .with(Field.NAME, "", Source.TYPED);
        assertThat(findings(bad))
                .extracting(Finding::field)
                .containsExactly(Field.PERSONAL_NUMBER, Field.NAME, Field.SEX);
    }

    @Test
    void codesAreDifferent() {
        var codes = new HashSet<>(Arrays.stream(Rule.values()).map(Rule::code).toList());
        assertThat(codes).hasSameSizeAs(Rule.values()).allMatch(c -> c.matches("DL-3\\d\\d"));
    }

    @Test
    void aRuleDoesWhatItsTermsSayOnTheDay() {
        var later = DAY.plusDays(1);
        var terms =
                new RuleTerms(
                        Map.of(
                                Rule.PHONE_MALFORMED,
                                List.of(
                                        new RuleTerms.Term(later, Optional.empty()),
                                        new RuleTerms.Term(DAY, Optional.of(Rule.Severity.WARN)))));
        var held = new DataRules(PersonalNumbers.production(), terms);
        var citizen = GOOD.with(Field.PHONE, "12", Source.TYPED);
        assertThat(held.findings(citizen, List.of(), DAY.minusDays(1))).isEmpty();
        assertThat(held.findings(citizen, List.of(), DAY))
                .containsExactly(
                        new Finding(Rule.PHONE_MALFORMED, Field.PHONE, Rule.Severity.WARN));
        assertThat(held.findings(citizen, List.of(), DAY).getFirst().blocks()).isFalse();
        assertThat(held.findings(citizen, List.of(), later)).isEmpty();
    }
}
