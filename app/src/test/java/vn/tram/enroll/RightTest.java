package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.Assembly;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;

/// The table of rights, in the program and on paper, and that the workflow asks it.
class RightTest {
    private static final Path PAPER = Path.of("..", "docs", "security.md");

    @TempDir Path folder;

    @Test
    void thePaperShowsTheTableOfTheProgram() throws IOException {
        var told = new TreeMap<String, Set<Role>>();
        List<Role> columns = List.of();
        for (var line : Files.readAllLines(PAPER)) {
            var cells = List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
            if (line.startsWith("| right |")) {
                columns =
                        cells.subList(2, cells.size() - 1).stream()
                                .map(c -> Role.valueOf(c.toUpperCase(java.util.Locale.ROOT)))
                                .toList();
            } else if (!columns.isEmpty() && line.matches("\\| [A-Z_]+ \\|.*")) {
                told.put(cells.get(1), marked(cells.subList(2, cells.size() - 1), columns));
            } else if (line.isBlank()) {
                columns = List.of();
            }
        }
        var table = new TreeMap<String, Set<Role>>();
        Set.of(Right.values()).forEach(r -> table.put(r.name(), r.holders()));
        assertThat(told).isEqualTo(table);
    }

    private static Set<Role> marked(List<String> cells, List<Role> columns) {
        var roles = new ArrayList<Role>();
        for (int i = 0; i < columns.size(); i++) {
            if (cells.get(i).equals("x")) {
                roles.add(columns.get(i));
            }
        }
        return Set.copyOf(roles);
    }

    @Test
    void whoMayNotEnrollOpensTakesUpAndSignsNothing() throws StationFault {
        try (var station = Assembly.open(folder.resolve("state"), Path.of("..", "config"))) {
            Map<Role, Officer> staff =
                    station.accounts().officers().stream()
                            .collect(Collectors.toMap(Officer::role, o -> o));
            var enrollment = station.enrollment();
            var operator = staff.get(Role.OPERATOR);
            var id = ((Outcome.Done) enrollment.open(operator)).session().id();
            var no = new Outcome.Refused(new Reason.NoRight(Right.ENROLL));
            for (var other : List.of(staff.get(Role.TECHNICIAN), staff.get(Role.INSPECTOR))) {
                assertThat(enrollment.open(other)).isEqualTo(no);
                assertThat(enrollment.view(id, other, Enrollment.Purpose.WORK)).isEqualTo(no);
                assertThat(enrollment.view(id, other, Enrollment.Purpose.APPROVAL))
                        .isEqualTo(new Outcome.Refused(new Reason.NoRight(Right.SEE_APPROVALS)));
                assertThat(enrollment.completion().signOff(id, other, "x".toCharArray(), true))
                        .isEqualTo(no);
                enrollment.park(id, operator);
                assertThat(enrollment.resume(id, other)).isEqualTo(no);
                enrollment.resume(id, operator);
            }
            assertThat(enrollment.list()).extracting(s -> s.id()).containsExactly(id);
        }
    }
}
