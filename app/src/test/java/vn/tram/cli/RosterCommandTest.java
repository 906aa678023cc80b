package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tram roster` as a program.
class RosterCommandTest {
    @TempDir Path folder;

    @Test
    void aCommuneIsGeneratedImportedAndCovered() throws IOException, InterruptedException {
        var state = folder.resolve("state");
        var people = folder.resolve("commune");
        Run.tram(folder, "roster", "generate", "--people", 1500, "--seed", 4, "--to", people)
                .succeeded();
        var file = people.resolve("people.csv");
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1501);
        assertThat(lines.subList(1, 1501)).allMatch(l -> l.endsWith("TẬP HUẤN"));

        var first = Run.tram(folder, "roster", "import", file, "--state", state).succeeded();
        assertThat(first.out()).containsExactly("line,result,reason,column");
        assertThat(first.err()).singleElement().asString().startsWith("1500 rows: 1500 people new");

        var covered =
                Run.tram(folder, "roster", "coverage", "--csv", "--state", state).succeeded().out();
        assertThat(covered.getFirst())
                .isEqualTo("hamlet,people,eligible,present,away,done,of_eligible,of_present");
        assertThat(covered.stream().skip(1).mapToInt(l -> number(l, 1)).sum()).isEqualTo(1500);
        assertThat(covered.stream().skip(1))
                .allSatisfy(l -> assertThat(number(l, 3) + number(l, 4)).isEqualTo(number(l, 2)));

        var quality = Run.tram(folder, "roster", "quality", "--state", state).succeeded().out();
        assertThat(quality).hasSameSizeAs(covered);
        assertThat(quality.getFirst())
                .isEqualTo("hamlet,people,sound,incorrect,incomplete,unclean,outdated");
        assertThat(quality.stream().skip(1).mapToInt(l -> number(l, 3)).sum())
                .as("invented people are correct")
                .isZero();

        var audit = Files.readString(state.resolve("audit/audit.jsonl"));
        assertThat(audit).contains("roster-imported", "rows=1500 added=1500");
        var name = lines.get(1).split(",")[4];
        try (var logs = Files.walk(state)) {
            for (var log : logs.filter(f -> f.toString().matches(".*(log|audit).*")).toList()) {
                if (Files.isRegularFile(log)) {
                    assertThat(Files.readString(log).contains(name)).as(log.toString()).isFalse();
                }
            }
        }
    }

    @Test
    void whoIsLeftComesAsAWorkbookThatIsUnderstoodAgain() throws IOException, InterruptedException {
        var state = folder.resolve("state");
        Run.tram(folder, "roster", "generate", "--people", 300, "--to", folder, "--cards", 2)
                .succeeded();
        try (var cards = Files.list(folder.resolve("cards"))) {
            assertThat(cards).hasSize(2);
        }
        var people = folder.resolve("people.csv");
        Run.tram(folder, "roster", "import", people, "--state", state).succeeded();
        var left = folder.resolve("left.xlsx");
        Run.tram(folder, "roster", "left", "--to", left, "--state", state).succeeded();
        var again = Run.tram(folder, "roster", "import", left, "--state", state).succeeded();
        assertThat(again.out()).containsExactly("line,result,reason,column");
        assertThat(again.err())
                .singleElement()
                .asString()
                .contains(" 0 people new", " 0 rows refused");
    }

    @Test
    void anOldAddressIsTold() throws IOException, InterruptedException {
        var told =
                Run.tram(
                        folder, "roster", "address", "xã Thạch Kênh, huyện Thạch Hà, tỉnh Hà Tĩnh");
        assertThat(told.succeeded().out())
                .containsExactly("since,address", "2025-07-01,\"Xã Đông Kinh, Hà Tĩnh\"");
    }

    private static int number(String line, int column) {
        return Integer.parseInt(line.split(",")[column]);
    }

    @Test
    void aFileThatIsNoListIsRefusedInOneSentence() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        var run = Run.tram(folder, "roster", "import", file, "--state", folder.resolve("state"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("nothing was taken");
        assertThat(Run.tram(folder, "roster").exit()).isEqualTo(2);
    }
}
