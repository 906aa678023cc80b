package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;

class CoverageTest {
    private static final LocalDate DAY = LocalDate.of(2023, 6, 20);
    private static final Eligibility FROM_14 =
            new Eligibility(List.of(new Eligibility.Rule(LocalDate.of(2016, 1, 1), 14)));

    private static Person person(String hamlet, Birth birth, boolean away, boolean done) {
        return new Person(
                new Citizen(Map.of()).with(Field.NAME, "Lê Mẫu", Source.ROSTER),
                birth,
                new Home(hamlet, "", ""),
                Set.of(),
                away
                        ? Optional.of(new Absence(Absence.Reason.WORK, Optional.empty()))
                        : Optional.empty(),
                done ? Optional.of(new Done(Optional.empty())) : Optional.empty());
    }

    /// The published figures of a commune in Hà Tĩnh, spring 2023.
    @Test
    void allOfThePresentAreNotAllOfTheEligible() {
        var count = new Coverage.Count(FROM_14, DAY);
        for (int i = 0; i < 5603; i++) {
            boolean eligible = i < 4303;
            boolean done = i < 4063;
            count.add(
                    person(
                            "Thôn " + i % 12,
                            Birth.in(eligible ? 1980 : 2015),
                            eligible && !done,
                            done));
        }
        var commune = count.coverage().whole("all");
        assertThat(commune).isEqualTo(new Coverage.Row("all", 5603, 4303, 4063, 240, 4063, 4063));
        assertThat(commune.ofPresent()).hasValue(100.0);
        assertThat(Math.round(commune.ofEligible().orElseThrow() * 10)).isEqualTo(944);
        assertThat(count.coverage().hamlets())
                .extracting(Coverage.Row::hamlet)
                .startsWith("Thôn 0", "Thôn 1", "Thôn 2")
                .endsWith("Thôn 11");
    }

    @Test
    void whoIsAwayAndDoneCountsAmongTheEligibleOnly() {
        var count = new Coverage.Count(FROM_14, DAY);
        count.add(person("A", Birth.in(1980), true, true));
        count.add(person("A", Birth.in(1980), false, false));
        var hamlet = count.coverage().hamlets().getFirst();
        assertThat(hamlet.ofEligible()).hasValue(50.0);
        assertThat(hamlet.ofPresent()).hasValue(0.0);
    }

    @Test
    void aHamletOfChildrenHasNoRate() {
        var count = new Coverage.Count(FROM_14, DAY);
        count.add(person("A", Birth.in(2020), false, false));
        assertThat(count.coverage().hamlets().getFirst().ofEligible()).isEmpty();
    }

    @Test
    void somebodyIsEligibleFromTheBirthdayAndByTheRuleOfTheDay() {
        var born = Birth.on(LocalDate.of(2009, 6, 21));
        assertThat(FROM_14.holds(born, LocalDate.of(2023, 6, 20))).isFalse();
        assertThat(FROM_14.holds(born, LocalDate.of(2023, 6, 21))).isTrue();
        assertThat(FROM_14.holds(Birth.in(1950), LocalDate.of(2015, 12, 31))).isFalse();
        var later =
                new Eligibility(
                        List.of(
                                new Eligibility.Rule(LocalDate.of(2024, 7, 1), 6),
                                new Eligibility.Rule(LocalDate.of(2016, 1, 1), 14)));
        assertThat(later.holds(Birth.in(2015), LocalDate.of(2024, 6, 30))).isFalse();
        assertThat(later.holds(Birth.in(2015), LocalDate.of(2024, 7, 1))).isTrue();
        assertThat(FROM_14.holds(Birth.in(2009), DAY)).as("at the youngest 13").isFalse();
    }
}
