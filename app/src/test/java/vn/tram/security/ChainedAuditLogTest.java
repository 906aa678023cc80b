package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.SessionId;
import vn.tram.enroll.StationFault;
import vn.tram.security.AuditVerification.Anchor;
import vn.tram.security.AuditVerification.Broken;
import vn.tram.security.AuditVerification.Holds;

class ChainedAuditLogTest {
    /// Within the validity of the certificate that is made for each test.
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final SessionId SESSION = SessionId.of("0e1b4a8e-52a5-4b7e-9a4e-0b2f6c7d8e9f");

    @TempDir Path folder;
    private StateFolder state;
    private StationKeys keys;
    private Path file;

    @BeforeEach
    void makeState() throws StationFault {
        state = StateFolder.openOrMakeTraining(folder.resolve("state"), "0427");
        keys = StationKeys.load(state.path());
        file = state.path().resolve("audit/audit.jsonl");
    }

    @Test
    void aNewLogHoldsWithoutEntries() throws StationFault {
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Holds.class,
                        holds -> {
                            assertThat(holds.entries()).isZero();
                            assertThat(holds.anchored()).isZero();
                        });
    }

    @Test
    void entriesAreChainedAndSurviveANewStart() throws Exception {
        try (var log = open()) {
            log.append("session-opened", "canbo", Optional.of(SESSION), "");
        }
        try (var log = open()) {
            log.append("session-signed-off", "canbo", Optional.of(SESSION), "\"quoted\"\nline");
            assertThat(log.head().sequence()).isEqualTo(2);
        }

        var lines = Files.readAllLines(file);
        assertThat(lines.getFirst())
                .startsWith(
                        "{\"sequence\":1,\"time\":\""
                                + NOW
                                + "\","
                                + "\"event\":\"session-opened\",\"by\":\"canbo\",\"session\":\""
                                + SESSION
                                + "\",\"detail\":\"\",\"previous\":\"");
        assertThat(verify()).isEqualTo(new Holds(2, 2, NOW));
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        write(5);
        change(lines -> replaced(lines, 2, lines.get(2).replace("event-3", "event-9")));

        assertThat(verify()).isEqualTo(new Broken(3, "was changed: its hash does not hold"));
    }

    @Test
    void anEntryEditedWithItsHashMadeAnewShowsAtTheNext() throws Exception {
        write(5);
        var lines = Files.readAllLines(file);
        var before = AuditEntry.read(lines.get(1)).orElseThrow().head();
        var forged = AuditEntry.after(before, NOW, "forged", "canbo", Optional.empty(), "");
        change(all -> replaced(all, 2, forged.line()));

        assertThat(verify()).isEqualTo(new Broken(4, "does not follow on the entry before"));
    }

    @Test
    void aWholeChainForgedFromTheStartIsNotTheOneSigned() throws Exception {
        write(3);
        try (var log = open()) {
            log.anchor();
        }
        var head = AuditHead.origin(state.incarnation());
        var forged = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            var entry = AuditEntry.after(head, NOW, "forged", "canbo", Optional.empty(), "");
            forged.add(entry.line());
            head = entry.head();
        }
        change(_ -> forged);

        assertThat(verify()).isEqualTo(new Broken(3, "is not the one the station signed"));
    }

    @Test
    void aDeletedEntryIsNamed() throws Exception {
        write(5);
        change(lines -> without(lines, 1));

        assertThat(verify()).isEqualTo(new Broken(2, "carries the number 3"));
    }

    @Test
    void reorderedEntriesAreNamed() throws Exception {
        write(5);
        change(lines -> {
            Collections.swap(lines, 2, 3);
            return lines;
        });

        assertThat(verify()).isEqualTo(new Broken(3, "carries the number 4"));
    }

    @Test
    void anEntryInAnotherFormIsNamed() throws Exception {
        write(3);
        change(lines -> replaced(lines, 1, lines.get(1).replace(",\"event\"", ", \"event\"")));

        assertThat(verify()).isEqualTo(new Broken(2, "is not in the log's form"));
    }

    @Test
    void everyFlippedBitShows() throws Exception {
        write(2);
        try (var log = open()) {
            log.append("session-signed-off", "canbo", Optional.of(SESSION), "");
        }
        var whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertThat(verify()).as("byte " + i).isInstanceOf(Broken.class);
        }
    }

    @Test
    void cuttingBelowTheSignedHeadShows() throws Exception {
        write(3);
        try (var log = open()) {
            log.anchor();
        }
        change(lines -> without(lines, 2));

        assertThat(verify()).isEqualTo(new Broken(3, "is missing: the signed head counts 3"));
        assertThatThrownBy(this::open).hasMessageStartingWith("TK-620");
    }

    /// The stated limit: what came after the last signed head of a program that was killed can be
    /// cut off unseen.
    @Test
    void cuttingAboveTheSignedHeadDoesNotShow() throws Exception {
        write(3);
        open().append("attempt-stored", "canbo", Optional.of(SESSION), "");
        assertThat(verify()).isEqualTo(new Holds(4, 3, NOW));
        change(lines -> without(lines, 3));

        assertThat(verify()).isEqualTo(new Holds(3, 3, NOW));
    }

    @Test
    void whatAProgramThatWasClosedWroteCannotBeCutOff() throws Exception {
        write(3);
        change(lines -> without(lines, 2));

        assertThat(verify()).isEqualTo(new Broken(3, "is missing: the signed head counts 3"));
    }

    /// Log and head of yesterday, put back together, are whole in themselves: only what left the
    /// station tells.
    @Test
    void anOlderLogWithItsOwnHeadIsFoundByABatchThatLeft() throws Exception {
        write(3);
        var older = Files.readAllBytes(file);
        var head = state.path().resolve("audit/head");
        var olderHead = Files.readAllBytes(head);
        write(2);
        Anchor batch;
        try (var log = open()) {
            batch = new Anchor("tram-0427-1.asice", log.anchor());
        }
        assertThat(verify(batch)).isEqualTo(new Holds(5, 5, NOW));

        Files.write(file, older);
        Files.write(head, olderHead);
        assertThat(verify()).isEqualTo(new Holds(3, 3, NOW));
        assertThat(verify(batch))
                .isEqualTo(new Broken(4, "is missing: tram-0427-1.asice counts 5"));

        write(2, "forged-");
        assertThat(verify()).isEqualTo(new Holds(5, 5, NOW));
        assertThat(verify(batch))
                .isEqualTo(new Broken(5, "is not the one that tram-0427-1.asice names"));
    }

    @Test
    void aBatchBeforeAnyEntryNamesTheLogsOrigin() throws Exception {
        write(1);
        var origin = AuditHead.origin(state.incarnation());
        assertThat(verify(new Anchor("a.asice", origin))).isEqualTo(new Holds(1, 1, NOW));
        assertThat(verify(new Anchor("a.asice", AuditHead.origin("00000000"))))
                .isEqualTo(new Broken(0, "a.asice belongs to another log"));
    }

    @Test
    void aClockThatWasSetBackIsAnEntryAndTheOrderStays() throws Exception {
        write(1);
        var yesterday = NOW.minus(Duration.ofHours(20));
        try (var log = ChainedAuditLog.open(state, keys, () -> yesterday)) {
            log.append("session-opened", "canbo", Optional.of(SESSION), "");
            log.append("session-parked", "canbo", Optional.of(SESSION), "");
        }
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains("\"event\":\"clock-set-back\",\"by\":\"station\"");
        assertThat(lines.get(1)).containsPattern("seconds=7200[0-9]");
        assertThat(lines.get(2)).contains("session-opened");
        assertThat(lines.get(3)).contains("session-parked");
        assertThat(verify()).isInstanceOf(Holds.class);
    }

    @Test
    void aMissingOrForeignHeadShows() throws Exception {
        write(1);
        var head = state.path().resolve("audit/head");
        var other = StateFolder.openOrMakeTraining(folder.resolve("other"), "0427");
        Files.copy(other.path().resolve("audit/head"), head, StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify()).isEqualTo(new Broken(0, "the audit log's head is not the station's"));

        Files.writeString(head, "{}");
        assertThat(verify()).isEqualTo(new Broken(0, "the audit log's head is damaged"));

        Files.delete(head);
        assertThat(verify()).isInstanceOf(Broken.class);
        assertThatThrownBy(this::open).hasMessageStartingWith("TK-620");
    }

    @Test
    void anotherStationsLogDoesNotFit() throws Exception {
        var other = StateFolder.openOrMakeTraining(folder.resolve("other"), "0427");
        try (var log = ChainedAuditLog.open(other, StationKeys.load(other.path()))) {
            log.append("station-started", "station", Optional.empty(), "");
        }
        Files.copy(
                other.path().resolve("audit/audit.jsonl"),
                file,
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(verify()).isEqualTo(new Broken(1, "does not follow on the entry before"));
    }

    @Test
    void halfALineLeftByACrashIsCutOffAtTheNextStart() throws Exception {
        write(2);
        Files.writeString(file, "{\"sequence\":3,\"ti", StandardOpenOption.APPEND);
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Holds.class, holds -> assertThat(holds.entries()).isEqualTo(2));
        write(1);

        assertThat(verify())
                .isInstanceOfSatisfying(
                        Holds.class, holds -> assertThat(holds.entries()).isEqualTo(3));
    }

    /// Of a line over two sectors power may leave the second alone: the first reads as zeros.
    @Test
    void aLineWithALostSectorLeftByAPowerCutIsCutOffAtTheNextStart() throws Exception {
        write(2);
        Files.writeString(file, "\0".repeat(200) + "\"hash\":\"\"}\n", StandardOpenOption.APPEND);
        write(1);

        assertThat(verify())
                .isInstanceOfSatisfying(
                        Holds.class, holds -> assertThat(holds.entries()).isEqualTo(3));
    }

    @Test
    void zerosInAnEntryThatWasSignedAreNotCutOff() throws Exception {
        write(2);
        change(lines -> replaced(lines, 1, lines.get(1).replace("event-2", "\0")));

        assertThatThrownBy(this::open).hasMessageStartingWith("TK-620");
    }

    @Test
    void aLongLogIsOpenedByItsEnd() throws Exception {
        try (var log = open()) {
            for (int i = 0; i < 300; i++) {
                log.append("attempt-stored", "canbo", Optional.of(SESSION), "x".repeat(1000));
            }
        }
        try (var log = open()) {
            assertThat(log.head().sequence()).isEqualTo(300);
        }
    }

    @Test
    void signingOffSealingAndBatchingAreAnchored() throws Exception {
        try (var log = open()) {
            for (var event : ChainedAuditLog.ANCHORING) {
                log.append(event, "station", Optional.of(SESSION), "");
                assertThat(verify())
                        .isInstanceOfSatisfying(
                                Holds.class,
                                holds -> assertThat(holds.anchored()).isEqualTo(holds.entries()));
            }
        }
    }

    @Test
    void threadsShareOneChain() throws Exception {
        try (var log = open()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    threads.submit(() -> {
                        log.append("attempt-stored", "canbo", Optional.of(SESSION), "");
                        return "";
                    });
                }
            }
        }

        assertThat(verify())
                .isInstanceOfSatisfying(
                        Holds.class, holds -> assertThat(holds.entries()).isEqualTo(20));
    }

    @Test
    void aLogThatCannotBeWrittenIsTk620() throws Exception {
        var log = open();
        log.close();

        assertThatThrownBy(() -> log.append("x", "station", Optional.empty(), ""))
                .hasMessageStartingWith("TK-620");
    }

    private ChainedAuditLog open() throws StationFault {
        return ChainedAuditLog.open(state, keys, () -> NOW);
    }

    private AuditVerification verify(Anchor... anchors) throws StationFault {
        return AuditVerification.verify(state.path(), List.of(anchors));
    }

    private void write(int entries) throws StationFault {
        write(entries, "event-");
    }

    private void write(int entries, String event) throws StationFault {
        try (var log = open()) {
            for (int i = 0; i < entries; i++) {
                long next = log.head().sequence() + 1;
                log.append(event + next, "canbo", Optional.of(SESSION), "");
            }
        }
    }

    private void change(UnaryOperator<List<String>> change) throws IOException {
        var lines = change.apply(new ArrayList<>(Files.readAllLines(file)));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static List<String> replaced(List<String> lines, int index, String line) {
        assertThat(lines.set(index, line)).isNotEqualTo(line);
        return lines;
    }

    private static List<String> without(List<String> lines, int index) {
        lines.remove(index);
        return lines;
    }
}
