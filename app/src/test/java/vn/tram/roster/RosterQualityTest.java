package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.identity.DataRules;
import vn.tram.identity.PersonalNumbers;
import vn.tram.identity.Rule.Family;
import vn.tram.identity.RuleTerms;
import vn.tram.identity.UnitPack;
import vn.tram.identity.Units;

class RosterQualityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Person person(String hamlet, Map<Field, String> values, Absence... away) {
        var citizen = new Citizen(Map.of());
        for (var value : values.entrySet()) {
            citizen = citizen.with(value.getKey(), value.getValue(), Source.ROSTER);
        }
        return new Person(
                citizen,
                Birth.in(1980),
                new Home(hamlet, "", ""),
                Set.of(),
                List.of(away).stream().findFirst(),
                Optional.empty());
    }

    private static Map<Field, String> sound(String name, String number) {
        return Map.of(
                Field.NAME, name,
                Field.PERSONAL_NUMBER, number,
                Field.BIRTH_DATE, "1980-01-02",
                Field.SEX, "M",
                Field.RESIDENCE, "Thôn 1, xã Mẫu, tỉnh Mẫu");
    }

    private static RosterQuality quality() throws UnitPack.Malformed {
        var pack =
                UnitPack.read("from\t2025-07-01\nunit\t1\t-\tXã A\tM\nwas\tM\tHuyện H\tXã C=1\n");
        return new RosterQuality(
                new DataRules(PersonalNumbers.training(), RuleTerms.usual()),
                new Units(List.of(pack)),
                DAY);
    }

    @Test
    void eachFamilyIsCountedAndSoAreThoseWithNothingToMend() throws Exception {
        var quality = quality();
        quality.add(person("A", sound("Lê Một", "000080000001")));
        quality.add(person("A", sound("Lê Hai", "000180000002"))); // a woman's number
        quality.add(person("A", Map.of(Field.NAME, "Lê Ba")));
        var old = new HashMap<>(sound("Lê Tư", "000080000004"));
        old.put(Field.RESIDENCE, "xã C, huyện H, M");
        quality.add(person("B", old));
        var back = new Absence(Absence.Reason.WORK, Optional.of(DAY.minusDays(1)));
        quality.add(person("B", sound("Lê Năm", "000080000005"), back));
        quality.add(person("C", sound("Lê Hoà", "000080000006")));
        quality.add(person("C", Map.of(Field.NAME, "Lê Hòa")));
        var rows = quality.rows();
        assertThat(rows)
                .containsExactly(
                        new RosterQuality.Row(
                                "A", 3, 1, Map.of(Family.CORRECT, 1, Family.COMPLETE, 1)),
                        new RosterQuality.Row("B", 2, 0, Map.of(Family.ALIVE, 2)),
                        new RosterQuality.Row(
                                "C", 2, 0, Map.of(Family.COMPLETE, 1, Family.CLEAN, 2)));
    }

    @Test
    void twoNumbersOfOneNameAndBirthAreTwoPeople() throws Exception {
        var quality = quality();
        quality.add(person("A", sound("Lê Một", "000080000001")));
        quality.add(person("A", sound("Lê Một", "000080000002")));
        assertThat(quality.rows().getFirst().sound()).isEqualTo(2);
    }
}
