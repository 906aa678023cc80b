package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.store.RosterOnDisk;

class PeopleIndexTest {
    @TempDir Path folder;

    private static Person person(String name, String number, String hamlet) {
        var citizen =
                new Citizen(Map.of())
                        .with(Field.NAME, name, Source.ROSTER)
                        .with(Field.PERSONAL_NUMBER, number, Source.ROSTER);
        return new Person(
                citizen,
                Birth.in(1980),
                new Home(hamlet, "", "Hộ 7"),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void peopleAreFoundByBeginningsOfWordsWithAndWithoutMarks() throws Exception {
        try (var database = RosterOnDisk.in(folder)) {
            var roster = database.roster();
            roster.take(
                    new Roster.Intake(
                            List.of(
                                    person("Nguyễn Thị Hoà", "000180000001", "Thôn Đồi"),
                                    person("Nguyễn Văn Hóa", "000080000002", "Thôn 2"),
                                    person("Trần Thị Hòa", "000180000003", "Thôn 2"),
                                    person("Đỗ An", "000080000004", "Thôn 3"),
                                    person("H'Hen Niê", "000180000005", "Buôn 1")),
                            List.of(),
                            Map.of()));
            var index = PeopleIndex.of(roster);
            assertThat(found(index, roster, "hoa"))
                    .containsExactly("Nguyễn Thị Hoà", "Trần Thị Hòa", "Nguyễn Văn Hóa");
            assertThat(found(index, roster, "hòa"))
                    .as("either way of placing the tone, before the others")
                    .containsExactly("Nguyễn Thị Hoà", "Trần Thị Hòa", "Nguyễn Văn Hóa");
            assertThat(found(index, roster, "HÓA")).first().isEqualTo("Nguyễn Văn Hóa");
            assertThat(found(index, roster, "ng h")).hasSize(2);
            assertThat(found(index, roster, "h ng")).isEmpty();
            assertThat(found(index, roster, "do an")).containsExactly("Đỗ An");
            assertThat(found(index, roster, "hoa thon 2")).hasSize(2);
            assertThat(found(index, roster, "nguyen doi")).containsExactly("Nguyễn Thị Hoà");
            assertThat(found(index, roster, "oa")).as("not the beginning of a word").isEmpty();
            assertThat(found(index, roster, "h'hen")).containsExactly("H'Hen Niê");
            assertThat(found(index, roster, "000 080 000 004")).containsExactly("Đỗ An");
            assertThat(found(index, roster, "0005")).containsExactly("H'Hen Niê");
            assertThat(found(index, roster, "  ")).isEmpty();
            assertThat(index.toString()).isEqualTo("PeopleIndex[5 people]");
        }
    }

    private static List<String> found(PeopleIndex index, Roster roster, String query)
            throws Exception {
        var names = new ArrayList<String>();
        roster.people(index.find(query, 20)).forEach(l -> names.add(l.person().name()));
        return names;
    }
}
