package vn.tram.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.ui.kit.Rehearsal;

/// A bundle of a station that knows a person.
class SupportBundleTest {
    @TempDir Path folder;

    private static Map<String, String> entries(byte[] bundle) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle), UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }

    @Test
    void itTellsTheStationAndNobody() throws Exception {
        try (var rehearsal = new Rehearsal(folder.resolve("state"))) {
            var sealed = rehearsal.sealed(rehearsal.withoutFingers());
            var open = rehearsal.checked();
            var known = entries(SupportBundle.of(rehearsal.station, Path.of("..", "config")));
            assertThat(known.keySet())
                    .containsExactly(
                            "about.json",
                            "sessions.csv",
                            "batches.csv",
                            "audit-events.csv",
                            "station.toml",
                            "tram.log");
            assertThat(known.get("sessions.csv")).contains("open,1", "sealed,1");
            assertThat(known.get("audit-events.csv")).contains("session-opened,2");
            var all = String.join("\n", known.values());
            var citizen = open.citizen().orElseThrow();
            for (var field : Field.values()) {
                // short values stand anywhere by chance
                citizen.value(field)
                        .filter(v -> v.length() >= 8)
                        .ifPresent(v -> assertThat(all.contains(v)).as("%s", field).isFalse());
            }
            assertThat(citizen.items().values())
                    .extracting(Item::value)
                    .anyMatch(v -> v.length() >= 8);
            assertThat(all.contains(rehearsal.operator.name())).as("an officer's name").isFalse();
            assertThat(all).doesNotContain(open.id().toString());
            // the control: what is searched for is found where it is
            assertThat(Json.of(CitizenRecordJson.of(rehearsal.station, List.of(open))))
                    .contains(citizen.value(Field.PERSONAL_NUMBER).orElseThrow());
            assertThat(sealed.dossier()).isPresent();
        }
    }

    @Test
    void itIsTakenByATechnicianAndAudited() throws Exception {
        var to = folder.resolve("bundle.zip");
        var state = folder.resolve("state");
        var refused =
                Run.typed(
                        folder,
                        "tram-canbo\n",
                        "support",
                        "--to",
                        to,
                        "--by",
                        "canbo",
                        "--state",
                        state);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(to).doesNotExist();
        Run.typed(
                        folder,
                        "tram-kythuat\n",
                        "support",
                        "--to",
                        to,
                        "--by",
                        "kythuat",
                        "--state",
                        state)
                .succeeded();
        assertThat(entries(Files.readAllBytes(to)).get("about.json")).contains("tram-support/1");
        assertThat(Files.readString(state.resolve("audit/audit.jsonl"))).contains("support-bundle");
    }
}
