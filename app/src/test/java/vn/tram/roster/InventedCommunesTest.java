package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Field;
import vn.tram.identity.Names;
import vn.tram.identity.PersonalNumbers;

class InventedCommunesTest {
    @Test
    void theSameSeedMakesTheSamePeopleAndAnotherSeedOthers() {
        var people = new InventedCommunes(7).people(3000);
        assertThat(people).hasSize(3000).isEqualTo(new InventedCommunes(7).people(3000));
        assertThat(people).isNotEqualTo(new InventedCommunes(8).people(3000));
    }

    @Test
    void oneHundredThousandHaveNumbersOfTheirOwnThatFitSexAndYear() {
        var people = new InventedCommunes(3).people(InventedCommunes.MOST);
        assertThat(people.stream().map(p -> p.number().orElseThrow()).distinct().count())
                .isEqualTo(InventedCommunes.MOST);
        var numbers = PersonalNumbers.training();
        assertThat(people)
                .allSatisfy(p ->
                        assertThat(
                                        numbers.doubts(
                                                p.number().orElseThrow(),
                                                p.birth().date(),
                                                p.citizen().value(Field.SEX)))
                                .isEmpty());
        assertThat(people).allSatisfy(p -> assertThat(p.number().orElseThrow()).startsWith("000"));
    }

    @Test
    void everyNameIsAName() {
        for (var person : new InventedCommunes(1).people(20_000)) {
            assertThat(Names.problems(person.name())).isEmpty();
            assertThat(Names.clean(person.name())).isEqualTo(person.name());
        }
    }

    @Test
    void agesFollowThePyramid() {
        var people = new InventedCommunes(2).people(40_000);
        assertThat(share(people, 0, 14)).isBetween(0.215, 0.245);
        assertThat(share(people, 14, 60)).isBetween(0.60, 0.65);
        assertThat(share(people, 60, 200)).isBetween(0.13, 0.16);
    }

    private static double share(java.util.List<Person> people, int from, int below) {
        long found =
                people.stream()
                        .mapToInt(p -> p.birth().age(InventedCommunes.DAY))
                        .filter(a -> a >= from && a < below)
                        .count();
        return (double) found / people.size();
    }

    @Test
    void householdsAreOfThreeToFourAndOfOneHamletAndMostlyTwoFamilies() {
        var people = new InventedCommunes(5).people(InventedCommunes.MOST);
        var households =
                people.stream()
                        .collect(
                                Collectors.groupingBy(
                                        p -> p.home().hamlet() + p.home().household()));
        assertThat((double) people.size() / households.size()).isBetween(2.4, 4.5);
        assertThat(households.values()).allSatisfy(h -> assertThat(h.size()).isLessThan(20));
        assertThat(people.stream().map(p -> p.citizen().value(Field.ETHNIC_GROUP)).distinct())
                .contains(Optional.of("Kinh"), Optional.of("Thái"), Optional.of("Ê-đê"))
                .hasSizeGreaterThan(6);
    }

    @Test
    void aPersonPrintsNothingPrivate() {
        var person = new InventedCommunes(1).people(1).getFirst();
        assertThat(person.toString())
                .doesNotContain(
                        person.name(), person.number().orElseThrow(), person.home().hamlet());
    }
}
