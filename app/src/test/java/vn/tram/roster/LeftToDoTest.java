package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftToDoTest {
    @TempDir Path folder;

    @Test
    void theWorkbookHasWhoIsLeftAndIsUnderstoodAgain() throws Exception {
        var eligibility =
                new Eligibility(List.of(new Eligibility.Rule(LocalDate.of(2016, 1, 1), 14)));
        var left = new LeftToDo(eligibility, InventedCommunes.DAY);
        var people = new InventedCommunes(9).people(1000);
        people.forEach(left::add);
        var wanted =
                people.stream()
                        .filter(p -> p.done().isEmpty())
                        .filter(p -> p.birth().age(InventedCommunes.DAY) >= 14)
                        .toList();
        assertThat(left.size()).isEqualTo(wanted.size()).isPositive();
        var file = folder.resolve("left.xlsx");
        left.write(file);

        var rows = new ArrayList<RawRow>();
        ListFile.read(file).each(rows::add);
        var head = Head.of(rows.getFirst(), java.util.Map.of()).orElseThrow();
        assertThat(head.unknown()).isEmpty();
        var reading =
                new RowReading(
                        head.columns(),
                        head.width(),
                        InventedCommunes.DAY,
                        vn.tram.domain.Mode.TRAINING);
        var read = new ArrayList<Person>();
        for (var row : rows.subList(1, rows.size())) {
            var outcome = reading.read(row);
            assertThat(outcome.remarks()).isEmpty();
            read.add(outcome.person().orElseThrow());
        }
        assertThat(read)
                .extracting(Person::number)
                .hasSize(wanted.size())
                .containsAll(wanted.stream().map(Person::number).toList());
        assertThat(read)
                .extracting(Person::absence)
                .containsAll(wanted.stream().map(Person::absence).toList());
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            var visits = workbook.findSheet("Đến nhà").orElseThrow().read();
            assertThat(visits.size() - 1)
                    .isEqualTo(
                            (int)
                                    wanted.stream()
                                            .filter(p -> !p.categories().isEmpty())
                                            .filter(p -> p.absence().isEmpty())
                                            .count());
        }
    }

    @Test
    void whoComesOfAgeThisWeekOrTheNextHasASheet() throws Exception {
        var eligibility =
                new Eligibility(List.of(new Eligibility.Rule(LocalDate.of(2016, 1, 1), 14)));
        var day = LocalDate.of(2026, 11, 23);
        var left = new LeftToDo(eligibility, day);
        var some = new InventedCommunes(9).people(1).getFirst();
        for (int offset : new int[] {-7, -6, 0, 7, 8}) {
            left.add(
                    new Person(
                            some.citizen(),
                            Birth.on(day.minusYears(14).plusDays(offset)),
                            some.home(),
                            Set.of(),
                            Optional.empty(),
                            Optional.empty()));
        }
        var file = folder.resolve("left.xlsx");
        left.write(file);
        try (var workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            var rows = workbook.findSheet("Vừa đủ tuổi").orElseThrow().read();
            assertThat(rows.stream().skip(1).map(r -> r.getCellText(4)))
                    .containsExactly("17/11/2012", "23/11/2012", "30/11/2012");
        }
    }
}
