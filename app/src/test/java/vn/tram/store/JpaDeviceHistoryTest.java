package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.DeviceHistory;
import vn.tram.enroll.DeviceHistory.Day;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.What;
import vn.tram.enroll.StationFault;

class JpaDeviceHistoryTest {
    private static final String SCANNER = "Make Model 7";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir Path state;

    private static Event event(What what, int second) {
        return new Event(Given.AT.plusSeconds(second), what, "");
    }

    @Test
    void whatHappenedIsThereAfterARestartDayByDayAndNewestFirst() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            var history = database.deviceHistory();
            history.add(SCANNER, Day.of(TODAY), List.of(event(What.FOUND, 0)));
            history.add(SCANNER, new Day(TODAY, 1, 0, 0, 4, 200), List.of());
            history.add(SCANNER, new Day(TODAY, 1, 1, 1, 2, 61), List.of(event(What.FAULT, 1)));
            history.add(SCANNER, new Day(TODAY.minusDays(1), 3, 0, 0, 1, 50), List.of());
            history.add("Another", new Day(TODAY, 9, 9, 9, 9, 9), List.of(event(What.LOST, 2)));
        }
        try (var database = Database.open(state, Given.PASSWORD)) {
            var past = database.deviceHistory().of(SCANNER);
            assertThat(past.days())
                    .containsExactly(
                            new Day(TODAY.minusDays(1), 3, 0, 0, 1, 50),
                            new Day(TODAY, 2, 1, 1, 6, 261));
            assertThat(past.days().getLast().mean()).hasValue(43.5);
            assertThat(past.events()).containsExactly(event(What.FAULT, 1), event(What.FOUND, 0));
            assertThat(database.deviceHistory().of("Never seen").days()).isEmpty();
        }
    }

    @Test
    void onlyTheNewestDaysAndEventsOfADeviceAreKept() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            var history = database.deviceHistory();
            for (int day = 0; day < DeviceHistory.DAYS + 2; day++) {
                history.add(SCANNER, new Day(TODAY.plusDays(day), 1, 0, 0, 0, 0), List.of());
            }
            var many = new ArrayList<Event>();
            for (int i = 0; i < DeviceHistory.EVENTS + 3; i++) {
                many.add(event(What.LOST, i));
            }
            history.add("Another", Day.of(TODAY), List.of(event(What.FOUND, 0)));
            history.add(SCANNER, Day.of(TODAY.plusDays(300)), many);
            var past = history.of(SCANNER);
            assertThat(past.days()).hasSize(DeviceHistory.DAYS);
            assertThat(past.days().getFirst().day()).isEqualTo(TODAY.plusDays(3));
            assertThat(past.events()).hasSize(DeviceHistory.EVENTS);
            assertThat(past.events().getFirst())
                    .isEqualTo(event(What.LOST, DeviceHistory.EVENTS + 2));
            assertThat(history.of("Another").events()).hasSize(1);
        }
    }

    @Test
    void aNameOfAnyLengthIsKept() throws StationFault {
        var name = "M".repeat(1000);
        try (var database = Database.open(state, Given.PASSWORD)) {
            database.deviceHistory().add(name, new Day(TODAY, 1, 0, 0, 0, 0), List.of());
            assertThat(database.deviceHistory().of(name).days()).hasSize(1);
        }
    }
}
