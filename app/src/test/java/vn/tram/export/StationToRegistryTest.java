package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.registry.Answer;
import vn.tram.registry.TrainingRegistry;
import vn.tram.security.AuditVerification;
import vn.tram.security.AuditVerification.Anchor;
import vn.tram.security.ChainedAuditLog;
import vn.tram.security.RegistryKeys;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;
import vn.tram.store.Database;

/// From stored captures to the registry's answer through the real store, keys, sealer and audit
/// log.
class StationToRegistryTest {
    private static final List<Kept> KEPT = new EnrolledSession(400, 240).kept();

    @TempDir Path folder;

    @Test
    void aSealedSessionIsAcceptedByTheRegistry() throws Exception {
        var out = folder.resolve("out");
        var state = StateFolder.openOrMakeTraining(folder.resolve("state"), "0427");
        var keys = StationKeys.load(state.path());
        try (var database = Database.open(state.path(), state.databasePassword());
                var audit = ChainedAuditLog.open(state, keys)) {
            var session = sealed(database.sessions(), keys);
            var exporter =
                    new Exporter(
                            state,
                            keys,
                            database.outbox(),
                            BatchFacts.of(database.sessions(), () -> Optional.of(audit.head())),
                            audit,
                            InstantSource.system());

            var batch = exporter.makeBatches(100, BatchFormat.MAX_BATCH_BYTES, _ -> {}).getFirst();
            exporter.deliver(exporter.destination(out.toString()), _ -> {});
            assertThat(stage(database.sessions(), session)).isEqualTo(Stage.DELIVERED);
            assertThat(index(out.resolve(batch.file()), keys).dossiers().getFirst().captures())
                    .isEqualTo(KEPT.size());
            assertThat(AuditAnchors.of(state, keys, List.of()).anchors())
                    .extracting(Anchor::name)
                    .containsExactly(batch.file());

            var answer =
                    TrainingRegistry.processFolder(
                                    out,
                                    folder.resolve("registry"),
                                    RegistryKeys.load(state.path()))
                            .getFirst();
            assertThat(((Answer.Receipted) answer).accepted()).isEqualTo(1);

            var found = exporter.applyReceipts(exporter.destination(out.toString()));
            assertThat(found.applied()).hasSize(1);
            assertThat(stage(database.sessions(), session)).isEqualTo(Stage.ACCEPTED);
            assertThat(database.outbox().last().map(Batch::state)).contains(Batch.State.RECEIPTED);
            assertThat(exporter.makeBatches(100, BatchFormat.MAX_BATCH_BYTES, _ -> {})).isEmpty();
            assertAnchored(state, keys, out.resolve(batch.file()));
        }
    }

    /// The outbox has forgotten the batch; its copy tells where the log stood all the same.
    private void assertAnchored(StateFolder state, StationKeys keys, Path copy) throws Exception {
        assertThat(AuditAnchors.of(state, keys, List.of()).anchors()).isEmpty();
        var told = AuditAnchors.of(state, keys, List.of(copy));
        assertThat(told.anchors()).hasSize(1);
        assertThat(told.left()).isEmpty();
        assertThat(AuditVerification.verify(state.path(), told.anchors()))
                .isInstanceOf(AuditVerification.Holds.class);

        var other = StateFolder.openOrMakeTraining(folder.resolve("other"), "0427");
        var foreign = AuditAnchors.of(other, StationKeys.load(other.path()), List.of(copy));
        assertThat(foreign.anchors()).isEmpty();
        assertThat(foreign.left())
                .singleElement()
                .asString()
                .startsWith(copy.getFileName() + " is ");
    }

    private static SessionId sealed(Sessions sessions, StationKeys keys) throws StationFault {
        var session = Session.opened(SessionId.random(), Instant.now(), "canbo", 1);
        sessions.open(session);
        for (var kept : KEPT) {
            session = session.change().attempt(kept.attempt()).made();
            sessions.save(session, kept.attempt(), kept.frame());
        }
        session = session.change().stage(Stage.SIGNED_OFF).made();
        sessions.save(session);
        var sealer = new DossierSealer(keys, Mode.TRAINING, Digest.of(new byte[] {1}), "test");
        var dossier = sealer.seal(session, KEPT);
        sessions.seal(
                session.change().stage(Stage.SEALED).dossier(dossier.digest()).made(), dossier);
        return session.id();
    }

    private static Stage stage(Sessions sessions, SessionId id) throws StationFault {
        return sessions.find(id).orElseThrow().stage();
    }

    private static BatchIndex index(Path file, StationKeys keys) throws Exception {
        return ((Verification.Genuine) BatchVerifier.verify(file, keys.ca())).index();
    }
}
