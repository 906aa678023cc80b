package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Batch;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;

class ExporterTest {
    @TempDir Path folder;
    TestStation station;
    Path stick;

    @BeforeEach
    void station() throws Exception {
        station = new TestStation(folder.resolve("state"));
        stick = folder.resolve("stick");
    }

    private void dossiers(int count) {
        Samples.dossiers(count, 1000).forEach(station.outbox::add);
    }

    private List<String> outboxFiles() throws IOException {
        try (var files = Files.list(station.state.path().resolve("outbox"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static Code code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var fault = org.assertj.core.api.Assertions.catchThrowableOfType(StationFault.class, call);
        assertThat(fault).isNotNull();
        return fault.code();
    }

    @Test
    void nothingWaitingMakesNoBatch() throws Exception {
        assertThat(station.make()).isEmpty();
        assertThat(outboxFiles()).isEmpty();
    }

    @Test
    void aMadeBatchHoldsWhatWaitedInOrder() throws Exception {
        dossiers(3);
        var batch = station.make().getFirst();
        assertThat(batch.entries().stream().map(Batch.Entry::session))
                .containsExactlyElementsOf(station.outbox.dossiers.keySet());
        assertThat(BatchVerifier.verify(station.outboxFile(batch), station.keys.ca()))
                .isInstanceOf(Verification.Genuine.class);
        assertThat(outboxFiles())
                .containsExactly("tram-0427-" + station.state.incarnation() + "-000001.asice");
        assertThat(station.audit).containsExactly("batch-made station number=1 dossiers=3");
    }

    @Test
    void batchesAreNumberedAndChained() throws Exception {
        dossiers(5);
        var batches = station.exporter.makeBatches(2, BatchFormat.MAX_BATCH_BYTES, _ -> {});
        assertThat(batches.stream().map(Batch::number)).containsExactly(1L, 2L, 3L);
        assertThat(batches.stream().map(b -> b.entries().size())).containsExactly(2, 2, 1);
        assertThat(batches.get(0).previous()).isEmpty();
        assertThat(batches.get(1).previous()).isEqualTo(Optional.of(batches.get(0).digest()));
        assertThat(batches.get(2).previous()).isEqualTo(Optional.of(batches.get(1).digest()));
    }

    @Test
    void aBatchIsAsLargeAsAllowedOrOneDossier() throws Exception {
        Samples.dossiers(4, 50_000).forEach(station.outbox::add);
        var two = station.exporter.makeBatches(100, 170_000, _ -> {});
        assertThat(two.stream().map(b -> b.entries().size())).containsExactly(2, 2);
        station.outbox.add(Samples.dossier(99, 50_000));
        assertThat(station.exporter.makeBatches(100, 1, _ -> {})).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier", "made"})
    void afterADeathWhileABatchIsMadeItIsMadeOnce(String step) throws Exception {
        dossiers(2);
        station.outbox.dieAt(step);
        assertThatThrownBy(station::make).isInstanceOf(MemoryOutbox.PowerCut.class);
        var left = outboxFiles();
        var batches = station.make();
        assertThat(batches).hasSize(1);
        assertThat(station.outbox.batches()).isEqualTo(batches);
        assertThat(outboxFiles()).containsExactly(batches.getFirst().file());
        assertThat(left.size()).isEqualTo(step.equals("made") ? 1 : 0);
    }

    @Test
    void aFileThatWasWholeBeforeTheDeathKeepsItsNumberAndContent() throws Exception {
        dossiers(2);
        station.outbox.dieAt("made");
        assertThatThrownBy(station::make).isInstanceOf(MemoryOutbox.PowerCut.class);
        var file = station.state.path().resolve("outbox").resolve(outboxFiles().getFirst());
        var before = FileDigest.of(file);
        assertThat(station.make().getFirst().digest()).isEqualTo(before);
    }

    @Test
    void aDamagedFileNobodyRecordedIsMadeAnew() throws Exception {
        dossiers(1);
        station.outbox.dieAt("made");
        assertThatThrownBy(station::make).isInstanceOf(MemoryOutbox.PowerCut.class);
        var file = station.state.path().resolve("outbox").resolve(outboxFiles().getFirst());
        var bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        Files.write(file, bytes);
        assertThat(station.make()).hasSize(1);
    }

    @Test
    void aDatabaseOlderThanTheOutboxIsNoticedBeforeANumberIsUsedTwice() throws Exception {
        dossiers(1);
        station.make();
        station.outbox.dossiers.clear();
        station.outbox.forgetBatches();
        station.outbox.add(Samples.dossier(50, 100));
        assertThat(code(station::make)).isEqualTo(Code.XL_506);
    }

    @Test
    void deliveryLaysTheSameBytesInTheFolder() throws Exception {
        dossiers(2);
        var batch = station.make().getFirst();
        station.deliver(stick);
        assertThat(stick.resolve(batch.file())).hasSameBinaryContentAs(station.outboxFile(batch));
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.DELIVERED);
        assertThat(station.audit)
                .contains("batch-delivered station number=1 digest=" + batch.digest());
    }

    @Test
    void progressPassesTheFiveStations() throws Exception {
        dossiers(2);
        station.make();
        station.deliver(stick);
        assertThat(station.progress.stream().map(p -> p.getClass().getSimpleName()).distinct())
                .containsExactly("Choosing", "Making", "Writing", "ReadingBack", "Delivered");
    }

    @Test
    void aDeathBetweenCopyAndRecordIsRepeatedWithoutASecondFile() throws Exception {
        dossiers(1);
        var batch = station.make().getFirst();
        station.outbox.dieAt("delivered");
        assertThatThrownBy(() -> station.deliver(stick)).isInstanceOf(MemoryOutbox.PowerCut.class);
        var written = Files.getLastModifiedTime(stick.resolve(batch.file()));
        assertThat(station.deliver(stick)).hasSize(1);
        assertThat(Files.getLastModifiedTime(stick.resolve(batch.file()))).isEqualTo(written);
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.DELIVERED);
    }

    @Test
    void aDamagedCopyAtTheDestinationIsWrittenAgain() throws Exception {
        dossiers(1);
        var batch = station.make().getFirst();
        station.deliver(stick);
        Files.write(stick.resolve(batch.file()), new byte[] {1, 2, 3});
        station.deliver(stick);
        assertThat(stick.resolve(batch.file())).hasSameBinaryContentAs(station.outboxFile(batch));
    }

    @Test
    void whatHasNoReceiptGoesToANewStickToo() throws Exception {
        dossiers(1);
        var batch = station.make().getFirst();
        station.deliver(stick);
        var other = folder.resolve("other-stick");
        station.deliver(other);
        assertThat(other.resolve(batch.file())).exists();
    }

    @Test
    void aFileChangedInTheOutboxIsNotDelivered() throws Exception {
        dossiers(1);
        var batch = station.make().getFirst();
        var bytes = Files.readAllBytes(station.outboxFile(batch));
        bytes[300] ^= 1;
        Files.write(station.outboxFile(batch), bytes);
        assertThat(code(() -> station.deliver(stick))).isEqualTo(Code.XL_502);
        assertThat(stick).doesNotExist();
    }

    @Test
    void aFileMissingFromTheOutboxIsNamed() throws Exception {
        dossiers(1);
        Files.delete(station.outboxFile(station.make().getFirst()));
        assertThat(code(() -> station.deliver(stick))).isEqualTo(Code.XL_506);
    }

    @Test
    void aDestinationThatIsAFileCannotBeWritten() throws Exception {
        dossiers(1);
        station.make();
        Files.write(stick, new byte[1]);
        assertThat(code(() -> station.deliver(stick))).isEqualTo(Code.XL_501);
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.MADE);
    }

    @Test
    void aDestinationWithoutWritePermissionCannotBeWritten() throws Exception {
        dossiers(1);
        station.make();
        Files.createDirectory(stick);
        assumeFalse(!stick.toFile().setWritable(false) || Files.isWritable(stick));
        assertThat(code(() -> station.deliver(stick))).isEqualTo(Code.XL_501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp://host/x",
                "https://host/",
                "ftp://host",
                "http://192.0.2.1/",
                "http://127.0.0.1@192.0.2.1/",
                "http://127.0.0.1.example/",
                "http://[::1/"
            })
    void otherDestinationsAreRefused(String text) {
        assertThat(code(() -> station.exporter.destination(text))).isEqualTo(Code.XL_501);
    }

    @Test
    void httpIsForTrainingOnly() throws Exception {
        assertThat(station.exporter.destination("http://127.0.0.1:8080"))
                .isEqualTo(new Destination.Loopback(java.net.URI.create("http://127.0.0.1:8080/")));
        assertThat(code(() -> Destination.of("http://127.0.0.1:8080", Mode.PRODUCTION)))
                .isEqualTo(Code.XL_501);
    }

    @Test
    void theDrawingThreadIsRefused() {
        UiThread.register(Thread.currentThread());
        try {
            assertThatThrownBy(station::make).isInstanceOf(IllegalStateException.class);
        } finally {
            UiThread.register(new Thread());
        }
    }
}
