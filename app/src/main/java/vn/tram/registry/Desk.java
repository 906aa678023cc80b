package vn.tram.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.export.BatchIndex;
import vn.tram.export.BatchReader;
import vn.tram.export.BatchVerifier;
import vn.tram.export.DossierOpener;
import vn.tram.export.ReceiptDocument;
import vn.tram.export.Signatory;
import vn.tram.export.Verification;
import vn.tram.security.RegistryKeys;

/// Receives one batch at a time: verifies, opens every dossier, notes what came before, signs the
/// receipt. Whatever is brought, the answer is a value.
final class Desk {
    private final Ledger ledger;
    private final RegistryKeys keys;
    private final DossierOpener opener;
    private final Signatory signatory;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Desk(Ledger ledger, RegistryKeys keys, InstantSource clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
        this.opener = new DossierOpener(keys.sealingKey(), keys.sealing(), keys.ca());
        this.signatory = new Signatory(keys.receiptKey(), keys.receipts(), keys.ca());
    }

    /// @param source for the answer
    /// @param file a private copy; moved away when the batch is taken
    /// @throws IOException when the registry's own disk fails
    Answer receive(String source, Path file) throws IOException {
        oneAtATime.lock();
        try {
            return switch (BatchVerifier.verify(file, keys.ca())) {
                case Verification.Broken(var problems) -> new Answer.Refused(source, problems);
                case Verification.Genuine(var index, var digest, _) ->
                        receive(source, file, index, digest);
            };
        } finally {
            oneAtATime.unlock();
        }
    }

    private Answer receive(String source, Path file, BatchIndex index, Digest digest)
            throws IOException {
        var given = ledger.receipt(digest);
        if (given.isPresent()) {
            return new Answer.Receipted(source, digest, true, 0, 0, List.of(), given.get());
        }
        var objection = objection(index, digest);
        if (objection.isPresent()) {
            return new Answer.Refused(source, List.of(objection.get()));
        }
        var answers = new ArrayList<Receipt.Answer>();
        var duplicates = new ArrayList<SessionId>();
        var reader = new BatchReader(file, index);
        for (int i = 0; i < index.dossiers().size(); i++) {
            answers.add(answer(index, i, reader, digest, duplicates));
        }
        var receipt = sign(index, digest, answers);
        ledger.number(index, digest);
        ledger.store(file, digest, receipt);
        int accepted = (int) answers.stream().filter(Desk::isAccepted).count();
        return new Answer.Receipted(
                source, digest, false, accepted, answers.size() - accepted, duplicates, receipt);
    }

    private static boolean isAccepted(Receipt.Answer answer) {
        return answer.outcome() == Stage.ACCEPTED;
    }

    /// Why a genuine batch is not taken.
    private Optional<String> objection(BatchIndex index, Digest digest) throws IOException {
        if (index.mode() != Mode.TRAINING) {
            return Optional.of("this registry is for training, the batch is not");
        }
        var same = ledger.numbered(index, index.number());
        if (same.isPresent() && !same.get().equals(digest)) {
            return Optional.of(
                    "batch %d of this station was another one".formatted(index.number()));
        }
        var before = ledger.numbered(index, index.number() - 1);
        if (before.isPresent() && !before.equals(index.previous())) {
            return Optional.of("the batch does not follow the one before it");
        }
        return Optional.empty();
    }

    private Receipt.Answer answer(
            BatchIndex index,
            int position,
            BatchReader reader,
            Digest batch,
            List<SessionId> duplicates)
            throws IOException {
        var item = index.dossiers().get(position);
        var seen = ledger.seen(item.session());
        if (seen.isPresent() && !seen.get().dossier().equals(item.digest())) {
            return rejected(item, "another dossier of this session was received before");
        }
        if (seen.isPresent() && !seen.get().batch().equals(batch)) {
            duplicates.add(item.session());
            return accepted(item);
        }
        return switch (opener.open(item.session(), index.station(), reader.dossier(position))) {
            case DossierOpener.Outcome.Opened _ -> {
                ledger.see(item.session(), item.digest(), batch);
                yield accepted(item);
            }
            case DossierOpener.Outcome.Unopened(var why) -> rejected(item, why);
        };
    }

    private static Receipt.Answer accepted(BatchIndex.Item item) {
        return new Receipt.Answer(item.session(), item.digest(), Stage.ACCEPTED, "");
    }

    private static Receipt.Answer rejected(BatchIndex.Item item, String why) {
        var reason = why.substring(0, Math.min(why.length(), ReceiptDocument.MAX_REASON));
        return new Receipt.Answer(item.session(), item.digest(), Stage.REJECTED, reason);
    }

    private byte[] sign(BatchIndex index, Digest digest, List<Receipt.Answer> answers) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var receipt = new Receipt(index.station(), digest, at, answers);
        try {
            return new ReceiptDocument(index.mode(), index.incarnation(), index.number(), receipt)
                    .signed(signatory);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the registry's own receipt key does not sign", e);
        }
    }
}
