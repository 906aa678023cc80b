package vn.tram.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Receipt;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

class JpaOutboxTest {
    @TempDir Path state;
    private Database database;

    @BeforeEach
    void open() throws StationFault {
        database = Database.open(state, Given.PASSWORD);
    }

    @AfterEach
    void close() throws StationFault {
        database.close();
    }

    private void reopen() throws StationFault {
        close();
        open();
    }

    @Test
    void whatIsSealedWaitsAndItsDossierIsWhole() throws StationFault {
        var sealed = Given.sealed(database.sessions());
        Given.full(database.sessions());
        reopen();
        assertThat(database.outbox().waiting()).containsExactly(sealed.id());
        var dossier = database.outbox().dossier(sealed.id());
        assertThat(dossier.digest()).isEqualTo(sealed.dossier().orElseThrow());
        assertThat(dossier.content()).isEqualTo(Given.dossier(sealed.id()).content());
    }

    @Test
    void batchesAreChainedAndComeBackInOrder() throws StationFault {
        var first = made(1, Optional.empty(), Given.sealed(database.sessions()));
        var second =
                made(
                        2,
                        Optional.of(first.digest()),
                        Given.sealed(database.sessions()),
                        Given.sealed(database.sessions()));
        reopen();
        assertThat(database.outbox().batches()).containsExactly(first, second);
        assertThat(database.outbox().last()).contains(second);
        assertThat(database.outbox().waiting()).isEmpty();
        assertThat(stage(second.entries().getLast().session())).isEqualTo(Stage.BATCHED);
    }

    @Test
    void recordingABatchTwiceChangesNothing() throws StationFault {
        var batch = made(1, Optional.empty(), Given.sealed(database.sessions()));
        database.outbox().made(batch);
        assertThat(database.outbox().batches()).containsExactly(batch);
    }

    @Test
    void aBatchOfAnUnsealedSessionIsABug() throws StationFault {
        var open = Given.signedOff(database.sessions());
        var claimed = Given.sealed(open, Given.dossier(open.id()));
        assertThatThrownBy(() -> made(1, Optional.empty(), claimed))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.outbox().batches()).isEmpty();
        assertThat(database.sessions().find(open.id())).contains(open);
    }

    @Test
    void aBatchThatDoesNotFollowTheLastIsABug() throws StationFault {
        made(1, Optional.empty(), Given.sealed(database.sessions()));
        var next = Given.sealed(database.sessions());
        assertThatThrownBy(() -> made(2, Optional.of(digest("another")), next))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReceiptGivesEachSessionItsOutcome() throws StationFault {
        var accepted = Given.sealed(database.sessions());
        var rejected = Given.sealed(database.sessions());
        var again = Given.sealed(database.sessions());
        var batch = delivered(accepted, rejected, again);
        var receipt =
                receipt(
                        batch,
                        answer(accepted, Stage.ACCEPTED),
                        answer(rejected, Stage.REJECTED),
                        answer(again, Stage.RECAPTURE_WANTED));
        database.outbox().receipted(receipt);
        database.outbox().receipted(receipt);
        reopen();
        assertThat(stage(accepted.id())).isEqualTo(Stage.ACCEPTED);
        assertThat(stage(rejected.id())).isEqualTo(Stage.REJECTED);
        assertThat(stage(again.id())).isEqualTo(Stage.RECAPTURE_WANTED);
        assertThat(database.outbox().last().orElseThrow().state()).isEqualTo(Batch.State.RECEIPTED);
    }

    @Test
    void withTheReceiptNameAndDossierGoOnceTheyAreNotNeeded() throws StationFault {
        var accepted = Given.sealed(database.sessions());
        var rejected = Given.sealed(database.sessions());
        var batch = delivered(accepted, rejected);
        database.outbox()
                .receipted(
                        receipt(
                                batch,
                                answer(accepted, Stage.ACCEPTED),
                                answer(rejected, Stage.REJECTED)));
        assertThat(found(accepted).citizen()).isEmpty();
        assertThat(found(rejected).citizen()).isPresent();
        assertThat(state.resolve("sessions")).isEmptyDirectory();
    }

    @Test
    void aReceiptForOneDossierLeavesTheOtherDelivered() throws StationFault {
        var one = Given.sealed(database.sessions());
        var other = Given.sealed(database.sessions());
        var batch = delivered(one, other);
        database.outbox().receipted(receipt(batch, answer(one, Stage.ACCEPTED)));
        assertThat(stage(other.id())).isEqualTo(Stage.DELIVERED);
        assertThat(database.outbox().last().orElseThrow().state()).isEqualTo(Batch.State.DELIVERED);
        assertThat(database.outbox().dossier(other.id()).digest())
                .isEqualTo(other.dossier().orElseThrow());
    }

    @Test
    void anAnswerProvesTheDelivery() throws StationFault {
        var sealed = Given.sealed(database.sessions());
        var batch = made(1, Optional.empty(), sealed);
        database.outbox().receipted(receipt(batch, answer(sealed, Stage.ACCEPTED)));
        assertThat(stage(sealed.id())).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void aReceiptForAnUnknownBatchIsRefused() throws StationFault {
        var sealed = Given.sealed(database.sessions());
        delivered(sealed);
        var stranger =
                new Receipt(
                        "tram-1",
                        digest("stranger"),
                        Given.AT,
                        List.of(answer(sealed, Stage.ACCEPTED)));
        assertRefused(stranger, sealed);
    }

    @Test
    void aReceiptForAnotherDossierIsRefusedWhole() throws StationFault {
        var sealed = Given.sealed(database.sessions());
        var other = Given.sealed(database.sessions());
        var batch = delivered(sealed, other);
        var wrong =
                receipt(
                        batch,
                        answer(sealed, Stage.ACCEPTED),
                        new Receipt.Answer(other.id(), digest("wrong"), Stage.ACCEPTED, ""));
        assertRefused(wrong, sealed);
    }

    @Test
    void anAnswerDoesNotOverturnAnEarlierOne() throws StationFault {
        var sealed = Given.sealed(database.sessions());
        var batch = delivered(sealed);
        database.outbox().receipted(receipt(batch, answer(sealed, Stage.REJECTED)));
        assertThatThrownBy(() ->
                        database.outbox().receipted(receipt(batch, answer(sealed, Stage.ACCEPTED))))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.XL_504));
        assertThat(stage(sealed.id())).isEqualTo(Stage.REJECTED);
    }

    private void assertRefused(Receipt receipt, Session untouched) throws StationFault {
        assertThatThrownBy(() -> database.outbox().receipted(receipt))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.XL_504));
        assertThat(stage(untouched.id())).isEqualTo(Stage.DELIVERED);
        assertThat(database.outbox().dossier(untouched.id())).isNotNull();
    }

    private Batch made(long number, Optional<Digest> previous, Session... sealed)
            throws StationFault {
        var batch =
                new Batch(
                        number,
                        "tram-1-00000" + number + ".asice",
                        digest("batch " + number),
                        previous,
                        Given.AT.plusSeconds(number),
                        Batch.State.MADE,
                        List.of(sealed).stream()
                                .map(s -> new Batch.Entry(s.id(), s.dossier().orElseThrow()))
                                .toList());
        database.outbox().made(batch);
        return batch;
    }

    private Batch delivered(Session... sealed) throws StationFault {
        var batch = made(1, Optional.empty(), sealed);
        database.outbox().delivered(batch.digest());
        database.outbox().delivered(batch.digest());
        return batch;
    }

    private static Receipt receipt(Batch batch, Receipt.Answer... answers) {
        return new Receipt("tram-1", batch.digest(), Given.AT.plusSeconds(900), List.of(answers));
    }

    private static Receipt.Answer answer(Session session, Stage outcome) {
        return new Receipt.Answer(
                session.id(),
                session.dossier().orElseThrow(),
                outcome,
                outcome == Stage.ACCEPTED ? "" : "duplicate");
    }

    private Session found(Session session) throws StationFault {
        return database.sessions().find(session.id()).orElseThrow();
    }

    private Stage stage(SessionId id) throws StationFault {
        return database.sessions().find(id).orElseThrow().stage();
    }

    private static Digest digest(String of) {
        return Digest.of(of.getBytes(UTF_8));
    }
}
