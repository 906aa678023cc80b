package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.enroll.StationFault;
import vn.tram.roster.Column;
import vn.tram.roster.Done;
import vn.tram.roster.InventedCommunes;
import vn.tram.roster.Listed;
import vn.tram.roster.Person;
import vn.tram.roster.Roster;

class JpaRosterTest {
    @TempDir Path state;

    private static List<Listed> all(Roster roster) throws StationFault {
        var all = new ArrayList<Listed>();
        roster.each(all::add);
        return all;
    }

    private static void take(Roster roster, List<Person> people) throws StationFault {
        roster.take(new Roster.Intake(people, List.of(), Map.of()));
    }

    @Test
    void peopleAreThereAfterARestartAsTheyWereListed() throws StationFault {
        var people = new InventedCommunes(3).people(2500);
        try (var database = Database.open(state, Given.PASSWORD)) {
            take(database.roster(), people);
        }
        try (var database = Database.open(state, Given.PASSWORD)) {
            var listed = all(database.roster());
            assertThat(listed).extracting(Listed::person).isEqualTo(people);
            assertThat(database.roster().people(List.of(listed.get(7).id(), -1L)))
                    .containsExactly(listed.get(7));
        }
    }

    @Test
    void whatIsTakenIsTakenWholeOrNotAtAll() throws StationFault {
        var people = new ArrayList<>(new InventedCommunes(3).people(1500));
        people.add(people.getFirst()); // its number is there already
        try (var database = Database.open(state, Given.PASSWORD)) {
            assertThatThrownBy(() -> take(database.roster(), people))
                    .isInstanceOf(StationFault.class);
            assertThat(all(database.roster())).isEmpty();
            take(database.roster(), people.subList(0, 10));
            assertThat(all(database.roster())).hasSize(10);
        }
    }

    @Test
    void headsAreRemembered() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            var roster = database.roster();
            roster.take(new Roster.Intake(List.of(), List.of(), Map.of("Ai", Column.HAMLET)));
            roster.take(new Roster.Intake(List.of(), List.of(), Map.of("Ai", Column.NAME)));
            assertThat(roster.heads()).isEqualTo(Map.of("Ai", Column.NAME));
        }
    }

    private static Person enrolledOne() {
        var person =
                new InventedCommunes(3)
                        .people(200).stream()
                                .filter(p -> p.done().isEmpty())
                                .findFirst()
                                .orElseThrow();
        var number = Given.citizen().items().get(Field.PERSONAL_NUMBER);
        var items = new EnumMap<>(person.citizen().items());
        items.put(Field.PERSONAL_NUMBER, number);
        return new Person(
                new Citizen(items),
                person.birth(),
                person.home(),
                person.categories(),
                person.absence(),
                Optional.empty());
    }

    private static final LocalDate DAY =
            LocalDate.ofInstant(Given.AT.plusSeconds(70), ZoneId.systemDefault());

    @Test
    void whoIsSealedIsDoneWhetherListedBeforeOrAfter() throws StationFault {
        var person = enrolledOne();
        try (var database = Database.open(state.resolve("before"), Given.PASSWORD)) {
            take(database.roster(), List.of(person));
            Given.signedOff(database.sessions());
            assertThat(all(database.roster()).getFirst().person().done()).isEmpty();
            Given.sealed(database.sessions());
            assertThat(all(database.roster()).getFirst().person().done())
                    .contains(new Done(Optional.of(DAY)));
        }
        try (var database = Database.open(state.resolve("after"), Given.PASSWORD)) {
            Given.sealed(database.sessions());
            take(database.roster(), List.of(person));
            assertThat(all(database.roster()).getFirst().person().done())
                    .contains(new Done(Optional.of(DAY)));
        }
    }
}
