package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tram officers` as a program: who gave fingers, giving them, taking them back.
class OfficersTest {
    private static final String OWN = "sim://slap?seed=7&person=900&hand=careful";

    @TempDir Path folder;

    private Run tram(String typed, Object... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--state");
        all.add(folder.resolve("state"));
        return Run.typed(folder, typed, all.toArray());
    }

    @Test
    void anOfficerGivesHisFingersAndTakesThemBack() throws IOException, InterruptedException {
        var given =
                tram(
                                "tram-canbo\n",
                                "officers",
                                "give-prints",
                                "canbo",
                                "--consent",
                                "--device",
                                OWN)
                        .succeeded();
        assertThat(given.out()).singleElement().asString().startsWith("kept right-thumb ");
        var listed = tram("", "officers").succeeded().out();
        assertThat(listed.getFirst()).isEqualTo("officer,role,prints,since,current,disabled");
        assertThat(listed).anyMatch(l -> l.matches("canbo,operator,(8|9|10),.+,true,"));
        assertThat(listed).contains("chihuy,supervisor,0,,,");
        tram("tram-chihuy\n", "officers", "remove-prints", "canbo", "--by", "chihuy").succeeded();
        assertThat(tram("", "officers").out()).contains("canbo,operator,0,,,");
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("officer-prints-given", "officer-prints-removed");
    }

    @Test
    void withoutConsentOrPasswordNothingIsGiven() throws IOException, InterruptedException {
        assertThat(tram("tram-canbo\n", "officers", "give-prints", "canbo").exit()).isEqualTo(2);
        var wrong =
                tram("guess\n", "officers", "give-prints", "canbo", "--consent", "--device", OWN);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).hasSize(1);
        assertThat(tram("", "officers").out()).contains("canbo,operator,0,,,");
    }

    @Test
    void nobodyRemovesAnothersButASupervisor() throws IOException, InterruptedException {
        var run = tram("tram-canbo\n", "officers", "remove-prints", "chihuy", "--by", "canbo");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).hasSize(1);
    }

    @Test
    void aSupervisorAddsDisablesAndGivesANewPassword() throws IOException, InterruptedException {
        tram(
                        "tram-chihuy\nmật khẩu mới\n",
                        "officers",
                        "add",
                        "canbo2",
                        "--name",
                        "Cán bộ Mẫu Đ",
                        "--role",
                        "operator",
                        "--by",
                        "chihuy")
                .succeeded();
        tram("tram-chihuy\n", "officers", "disable", "canbo2", "--by", "chihuy").succeeded();
        assertThat(tram("", "officers", "list").succeeded().out())
                .anyMatch(l -> l.matches("canbo2,operator,0,,,20.+"));
        var refused = tram("tram-canbo\n", "officers", "disable", "kythuat", "--by", "canbo");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .containsExactly("Your role may not manage accounts. This is for: supervisor.");
    }
}
