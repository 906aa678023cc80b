package vn.tram.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

/// Holds receipts against the batches they claim to answer, and applies those that do.
final class ReceiptCheck {
    private final StateFolder state;
    private final StationKeys keys;
    private final Outbox outbox;
    private final AuditLog audit;
    private final OutboxFolder files;

    ReceiptCheck(
            StateFolder state,
            StationKeys keys,
            Outbox outbox,
            AuditLog audit,
            OutboxFolder files) {
        this.state = state;
        this.keys = keys;
        this.outbox = outbox;
        this.audit = audit;
        this.files = files;
    }

    ReceiptsFound apply(List<Carrier.Found> found) throws StationFault {
        var registry = keys.receipts();
        var applied = new ArrayList<Receipt>();
        var foreign = new ArrayList<String>();
        var refused = new ArrayList<ReceiptsFound.Refused>();
        int unchanged = 0;
        for (var file : found) {
            try {
                var document = ReceiptDocument.verified(file.content(), registry, keys.ca());
                if (isForeign(file, document)) {
                    foreign.add(file.name());
                } else if (apply(document)) {
                    applied.add(document.receipt());
                } else {
                    unchanged++;
                }
            } catch (StationFault e) {
                if (e.code() != Code.XL_504) {
                    throw e;
                }
                refused.add(refused(file, e));
            } catch (Unreadable e) {
                var fault = new StationFault(Code.XL_504, file.name() + ": " + e.sentence(), e);
                refused.add(refused(file, fault));
            }
        }
        return new ReceiptsFound(applied, unchanged, foreign, refused);
    }

    /// The audit log names the file by its digest: its name is a stranger's text.
    private ReceiptsFound.Refused refused(Carrier.Found file, StationFault fault)
            throws StationFault {
        audit.append(
                "receipt-refused",
                "station",
                Optional.empty(),
                "digest=" + Digest.of(file.content()));
        return new ReceiptsFound.Refused(file.name(), fault);
    }

    /// Another station's receipt under another batch's name is nobody's fault.
    private boolean isForeign(Carrier.Found file, ReceiptDocument document) throws StationFault {
        return !document.receipt().station().equals(keys.station())
                && outbox.batches().stream()
                        .noneMatch(b -> file.name().equals(b.file() + BatchFormat.RECEIPT_SUFFIX));
    }

    /// @return whether anything changed
    private boolean apply(ReceiptDocument document) throws StationFault, Unreadable {
        var receipt = document.receipt();
        if (!receipt.station().equals(keys.station())) {
            throw new Unreadable("the receipt is for another station");
        }
        if (document.mode() != state.mode()
                || !document.incarnation().equals(state.incarnation())) {
            throw new Unreadable("the receipt is for another state folder of this station");
        }
        var batch = batch(receipt.batch());
        if (batch.number() != document.number() || !answersExactly(receipt, batch)) {
            throw new Unreadable("the receipt does not answer the dossiers of its batch");
        }
        if (batch.state() == Batch.State.MADE) {
            outbox.delivered(batch.digest()); // it arrived: the registry signed its digest
        }
        outbox.receipted(receipt);
        if (batch.state() == Batch.State.RECEIPTED) {
            return false; // but a crash may have left something to finish
        }
        audit.append(
                "batch-receipted",
                "station",
                Optional.empty(),
                "number=%d digest=%s".formatted(batch.number(), batch.digest()));
        files.delete(files.file(batch));
        return true;
    }

    private Batch batch(Digest digest) throws StationFault, Unreadable {
        return outbox.batches().stream()
                .filter(b -> b.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new Unreadable("the receipt is for a batch not made here"));
    }

    private static boolean answersExactly(Receipt receipt, Batch batch) {
        Map<SessionId, Digest> wanted = new HashMap<>();
        batch.entries().forEach(e -> wanted.put(e.session(), e.dossier()));
        Map<SessionId, Digest> answered = new HashMap<>();
        receipt.answers().forEach(a -> answered.put(a.session(), a.dossier()));
        return wanted.equals(answered) && receipt.answers().size() == batch.entries().size();
    }
}
