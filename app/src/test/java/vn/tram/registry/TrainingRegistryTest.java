package vn.tram.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.export.BatchFormat;
import vn.tram.export.Destination;
import vn.tram.export.ReceiptsFound;
import vn.tram.export.SealedSamples;
import vn.tram.export.TestStation;

/// Station and registry, end to end, with real keys, files and sockets.
class TrainingRegistryTest {
    @TempDir Path folder;
    TestStation station;
    SealedSamples samples;
    Path out;
    Path memory;
    TrainingRegistry registry;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(folder.resolve("state"));
        samples = new SealedSamples(station);
        out = folder.resolve("out");
        memory = folder.resolve("registry");
        registry = TrainingRegistry.start(0, memory, station.registry());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private Destination http() {
        return new Destination.Loopback(registry.address());
    }

    private Batch delivered(Dossier... dossiers) throws Exception {
        List.of(dossiers).forEach(station.outbox::add);
        var batch = station.make().getLast();
        station.deliver(out);
        return batch;
    }

    private List<Answer> process() throws Exception {
        return TrainingRegistry.processFolder(out, folder.resolve("elsewhere"), station.registry());
    }

    private static Answer.Receipted receipted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Receipted.class);
        return (Answer.Receipted) answer;
    }

    @Test
    void aFolderIsAnsweredAndTheStationAppliesTheReceipt() throws Exception {
        var batch = delivered(samples.complete(1), samples.complete(2));
        var answer = receipted(process().getFirst());
        assertThat(answer.accepted()).isEqualTo(2);
        var found = station.receipts(out);
        assertThat(found.refused()).isEmpty();
        assertThat(found.applied()).hasSize(1);
        var receipt = found.applied().getFirst();
        assertThat(receipt.batch()).isEqualTo(batch.digest());
        assertThat(receipt.answers())
                .containsExactlyElementsOf(
                        batch.entries().stream()
                                .map(e ->
                                        new Receipt.Answer(
                                                e.session(), e.dossier(), Stage.ACCEPTED, ""))
                                .toList());
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.RECEIPTED);
        assertThat(station.outboxFile(batch)).doesNotExist();
    }

    @Test
    void theSameReceiptTwiceChangesNothing() throws Exception {
        delivered(samples.complete(1));
        process();
        station.receipts(out);
        var again = station.receipts(out);
        assertThat(again).isEqualTo(new ReceiptsFound(List.of(), 1, List.of(), List.of()));
        assertThat(station.outbox.receipts).hasSize(1);
    }

    @Test
    void theSameBatchTwiceGetsTheSameReceipt() throws Exception {
        delivered(samples.complete(1));
        var first = receipted(process().getFirst());
        var second = receipted(process().getFirst());
        assertThat(second.repeated()).isTrue();
        assertThat(second.receipt()).isEqualTo(first.receipt());
    }

    @Test
    void aDossierThatDoesNotOpenIsRejectedAlone() throws Exception {
        var noise = new Dossier(SessionId.random(), new byte[] {0x30, 0});
        delivered(samples.complete(1), noise);
        var answer = receipted(process().getFirst());
        assertThat(List.of(answer.accepted(), answer.rejected())).containsExactly(1, 1);
        var rejected = station.receipts(out).applied().getFirst().answers().getLast();
        assertThat(rejected.outcome()).isEqualTo(Stage.REJECTED);
        assertThat(rejected.reason()).isEqualTo("the dossier does not open");
    }

    @Test
    void aDamagedBatchIsRefusedWithAReason() throws Exception {
        var batch = delivered(samples.complete(1));
        var file = out.resolve(batch.file());
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(process())
                .containsExactly(
                        new Answer.Refused(
                                batch.file(),
                                List.of("the directory at the end does not match the entries")));
    }

    @Test
    void aFilledFolderOfRubbishIsAnsweredFileByFile() throws Exception {
        Files.createDirectories(out);
        Files.write(out.resolve("a.asice"), new byte[0]);
        Files.write(out.resolve("b.asice"), new byte[100_000]);
        Files.createSymbolicLink(out.resolve("c.asice"), out.resolve("nowhere"));
        Files.createDirectory(out.resolve("d.asice"));
        assertThat(process()).hasSize(2).allMatch(answer -> answer instanceof Answer.Refused);
    }

    @Test
    void anotherBatchOfTheSameNumberIsRefused() throws Exception {
        delivered(samples.complete(1));
        process();
        station.outbox.forgetBatches();
        station.outbox.dossiers.clear();
        Files.delete(station.state.path().resolve("outbox").resolve(firstFile()));
        Files.delete(out.resolve(firstFile()));
        delivered(samples.complete(2));
        assertThat(process().getFirst())
                .isEqualTo(
                        new Answer.Refused(
                                firstFile(), List.of("batch 1 of this station was another one")));
    }

    private String firstFile() {
        return "tram-0427-" + station.state.incarnation() + "-000001.asice";
    }

    @Test
    void aDossierInTwoBatchesIsNotedOnce() throws Exception {
        var dossier = samples.complete(1);
        delivered(dossier);
        process();
        station.outbox.sendAgain(dossier.session());
        delivered();
        var second = receipted(process().getLast());
        assertThat(second.duplicates()).containsExactly(dossier.session());
        assertThat(second.accepted()).isEqualTo(1);
    }

    @Test
    void httpDeliversAndAnswers() throws Exception {
        station.outbox.add(samples.complete(1));
        station.make();
        assertThat(station.exporter.deliver(http(), station.progress::add)).hasSize(1);
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.DELIVERED);
        assertThat(station.exporter.applyReceipts(http()).applied()).hasSize(1);
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.RECEIPTED);
        assertThat(station.exporter.deliver(http(), station.progress::add)).isEmpty();
    }

    @Test
    void aTransferCutInTheMiddleIsRepeated() throws Exception {
        station.outbox.add(samples.complete(1));
        var batch = station.make().getFirst();
        var content = Files.readAllBytes(station.outboxFile(batch));
        var head =
                "PUT /batches/%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                        .formatted(batch.digest(), content.length);
        try (var socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), registry.address().getPort())) {
            OutputStream cut = socket.getOutputStream();
            cut.write(head.getBytes(StandardCharsets.US_ASCII));
            cut.write(content, 0, content.length / 2);
            cut.flush();
        }
        assertThat(get("batches/" + batch.digest() + "/receipt").statusCode()).isEqualTo(404);
        station.exporter.deliver(http(), station.progress::add);
        assertThat(station.exporter.applyReceipts(http()).applied()).hasSize(1);
    }

    @Test
    void aLostAnswerIsRepeatedWithTheSameReceipt() throws Exception {
        station.outbox.add(samples.complete(1));
        var batch = station.make().getFirst();
        var first = put(batch.digest(), Files.readAllBytes(station.outboxFile(batch)));
        station.exporter.deliver(http(), station.progress::add);
        var second = get("batches/" + batch.digest() + "/receipt");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void anUploadUnderAnotherDigestIsRefused() throws Exception {
        var response = put(Digest.of(new byte[] {1}), new byte[] {2});
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo("what arrived has another digest");
    }

    @Test
    void rubbishOverHttpIsRefusedWithAReason() throws Exception {
        var rubbish = new byte[] {'P', 'K', 3, 4, 9, 9};
        var response = put(Digest.of(rubbish), rubbish);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo("the file ends too early");
    }

    @Test
    void otherPathsAreNotThere() throws Exception {
        assertThat(get("").statusCode()).isEqualTo(404);
        assertThat(get("batches/../x").statusCode()).isEqualTo(404);
        assertThat(get("batches/" + "0".repeat(64)).statusCode()).isEqualTo(405);
    }

    @Test
    void aRegistryThatIsAwayIsOneSentence() throws Exception {
        station.outbox.add(samples.complete(1));
        station.make();
        var away = http();
        registry.close();
        var fault =
                catchThrowableOfType(
                        StationFault.class, () -> station.exporter.deliver(away, _ -> {}));
        assertThat(fault.code()).isEqualTo(Code.XL_501);
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.MADE);
    }

    @Test
    void aRefusedBatchIsOneSentence() throws Exception {
        station.outbox.add(samples.complete(1));
        station.make();
        var other = new TestStation(folder.resolve("other"));
        try (var stranger =
                TrainingRegistry.start(0, folder.resolve("stranger"), other.registry())) {
            var fault =
                    catchThrowableOfType(
                            StationFault.class,
                            () ->
                                    station.exporter.deliver(
                                            new Destination.Loopback(stranger.address()), _ -> {}));
            assertThat(fault.code()).isEqualTo(Code.XL_505);
        }
    }

    @Test
    void theInboxOfARunningRegistryIsAnswered() throws Exception {
        station.outbox.add(samples.complete(1));
        var batch = station.make().getFirst();
        station.deliver(memory);
        var receipt = memory.resolve(batch.file() + BatchFormat.RECEIPT_SUFFIX);
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Files.notExists(receipt) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(station.receipts(memory).applied()).hasSize(1);
    }

    private HttpResponse<byte[]> put(Digest digest, byte[] body) throws Exception {
        return send(
                HttpRequest.newBuilder(uri("batches/" + digest))
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private URI uri(String path) {
        return URI.create(registry.address() + path);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofByteArray());
        }
    }
}
