package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.domain.Receipt;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.RegistryKeys;

/// Which receipts a station believes.
class ReceiptTest {
    @TempDir Path folder;
    TestStation station;
    Path out;
    Batch batch;
    Signatory registry;

    @BeforeEach
    void deliver() throws Exception {
        station = new TestStation(folder.resolve("state"));
        out = folder.resolve("out");
        Samples.dossiers(2, 100).forEach(station.outbox::add);
        batch = station.make().getFirst();
        station.deliver(out);
        registry = registry(station.registry());
    }

    private static Signatory registry(RegistryKeys keys) {
        return new Signatory(keys.receiptKey(), keys.receipts(), keys.ca());
    }

    private Receipt receipt() {
        return new Receipt("0427", batch.digest(), Samples.NOW, answers());
    }

    private List<Receipt.Answer> answers() {
        var answers = new ArrayList<Receipt.Answer>();
        for (var entry : batch.entries()) {
            answers.add(new Receipt.Answer(entry.session(), entry.dossier(), Stage.ACCEPTED, ""));
        }
        return answers;
    }

    private ReceiptDocument document(Receipt receipt) {
        return new ReceiptDocument(
                Mode.TRAINING, station.state.incarnation(), batch.number(), receipt);
    }

    private Path file() {
        return out.resolve(batch.file() + BatchFormat.RECEIPT_SUFFIX);
    }

    /// What the one receipt in the folder is refused for; empty when it is not.
    private String refusal(byte[] content) throws Exception {
        Files.write(file(), content);
        var found = station.receipts(out);
        assertThat(found.applied().size() + found.refused().size()).isEqualTo(1);
        if (found.refused().isEmpty()) {
            return "";
        }
        assertThat(station.outbox.receipts).isEmpty();
        var fault = found.refused().getFirst().fault();
        assertThat(fault.code()).isEqualTo(Code.XL_504);
        return String.valueOf(fault.getMessage());
    }

    @Test
    void theRegistrysReceiptIsApplied() throws Exception {
        assertThat(refusal(document(receipt()).signed(registry))).isEmpty();
        assertThat(station.outbox.receipts).containsExactly(receipt());
    }

    @Test
    void everyOutcomeComesThrough() throws Exception {
        var entries = batch.entries();
        var answers =
                List.of(
                        new Receipt.Answer(
                                entries.get(0).session(),
                                entries.get(0).dossier(),
                                Stage.REJECTED,
                                "not readable"),
                        new Receipt.Answer(
                                entries.get(1).session(),
                                entries.get(1).dossier(),
                                Stage.RECAPTURE_WANTED,
                                "Ngón trỏ phải mờ"));
        var receipt = new Receipt("0427", batch.digest(), Samples.NOW, answers);
        assertThat(refusal(document(receipt).signed(registry))).isEmpty();
        assertThat(station.outbox.receipts).containsExactly(receipt);
    }

    @Test
    void aReceiptForAnotherStationUnderThisBatchsNameIsRefused() throws Exception {
        var other = new Receipt("0666", batch.digest(), Samples.NOW, answers());
        assertThat(refusal(document(other).signed(registry))).contains("for another station");
    }

    @Test
    void aReceiptForAnotherStationUnderItsOwnNameIsLeftAlone() throws Exception {
        var other = new Receipt("0666", batch.digest(), Samples.NOW, answers());
        Files.write(out.resolve("x.receipt.p7s"), document(other).signed(registry));
        assertThat(station.receipts(out))
                .isEqualTo(new ReceiptsFound(List.of(), 0, List.of("x.receipt.p7s"), List.of()));
    }

    @Test
    void aReceiptForAnotherBatchIsRefused() throws Exception {
        var other = new Receipt("0427", Digest.of(new byte[1]), Samples.NOW, answers());
        assertThat(refusal(document(other).signed(registry))).contains("for a batch not made here");
    }

    @Test
    void aReceiptForAnotherStateFolderIsRefused() throws Exception {
        var other = new ReceiptDocument(Mode.TRAINING, "00000000", 1, receipt());
        assertThat(refusal(other.signed(registry))).contains("another state folder");
    }

    @Test
    void aReceiptThatDoesNotAnswerEveryDossierIsRefused() throws Exception {
        var half = new Receipt("0427", batch.digest(), Samples.NOW, answers().subList(0, 1));
        assertThat(refusal(document(half).signed(registry)))
                .contains("does not answer the dossiers");
    }

    @Test
    void aReceiptForOtherDossiersIsRefused() throws Exception {
        var answers = answers();
        answers.set(
                0,
                new Receipt.Answer(
                        answers.getFirst().session(), Digest.of(new byte[1]), Stage.ACCEPTED, ""));
        var other = new Receipt("0427", batch.digest(), Samples.NOW, answers);
        assertThat(refusal(document(other).signed(registry)))
                .contains("does not answer the dossiers");
    }

    @Test
    void aStationCannotSignItsOwnReceipt() throws Exception {
        var own =
                new Signatory(
                        station.keys.signingKey(), station.keys.certificate(), station.keys.ca());
        assertThat(refusal(document(receipt()).signed(own))).contains("not signed by the registry");
    }

    @Test
    void anotherRegistrysReceiptIsRefused() throws Exception {
        var stranger = registry(new TestStation(folder.resolve("other")).registry());
        assertThat(refusal(document(receipt()).signed(stranger))).contains("authority");
    }

    @Test
    void flippedBitsAreFound() throws Exception {
        var whole = document(receipt()).signed(registry);
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            var changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(refusal(changed)).isNotEmpty();
        }
    }

    @Test
    void rubbleOfAReceiptIsRefusedAndNothingWorse() throws Exception {
        var whole = document(receipt()).signed(registry);
        var random = new Random(12);
        for (int i = 0; i < 2000; i++) {
            var rubble = whole.clone();
            for (int n = random.nextInt(1, 12); n > 0; n--) {
                rubble[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            assertThat(Arrays.equals(rubble, whole) || isRefused(rubble)).isTrue();
        }
    }

    private boolean isRefused(byte[] receipt) {
        try {
            ReceiptDocument.verified(receipt, registry.certificate(), registry.ca());
            return false;
        } catch (Unreadable _) {
            return true;
        }
    }

    @Test
    void aBadReceiptDoesNotHoldUpAGoodOne() throws Exception {
        Files.write(out.resolve("a.receipt.p7s"), new byte[] {1});
        Files.write(out.resolve("b.receipt.p7s"), new byte[0]);
        Files.write(file(), document(receipt()).signed(registry));
        var found = station.receipts(out);
        assertThat(found.applied()).containsExactly(receipt());
        assertThat(found.refused()).hasSize(2);
    }

    @Test
    void aReceiptProvesADeliveryThatWasNotRecorded() throws Exception {
        station.outbox.add(Samples.dossier(77, 100));
        batch = station.make().getFirst();
        Files.write(file(), document(receipt()).signed(registry));
        assertThat(station.receipts(out).applied()).hasSize(1);
        assertThat(station.outbox.last().orElseThrow().state()).isEqualTo(Batch.State.RECEIPTED);
    }

    @Test
    void afterADeathBetweenRecordAndFileTheFileGoesAtTheNextRun() throws Exception {
        Files.write(file(), document(receipt()).signed(registry));
        var kept = Files.readAllBytes(station.outboxFile(batch));
        station.receipts(out);
        Files.write(station.outboxFile(batch), kept);
        station.make();
        assertThat(station.outboxFile(batch)).doesNotExist();
    }
}
