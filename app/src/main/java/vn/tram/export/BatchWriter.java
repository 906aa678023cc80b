package vn.tram.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Mode;
import vn.tram.domain.SessionId;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.AuditHead;

/// Writes one batch, front to back, holding one dossier at a time.
final class BatchWriter {
    /// Room left for what grows with each dossier: its lines in index, manifest and directory.
    private static final long BYTES_PER_DOSSIER = 700;

    /// Room left for signature, frames of index and manifest, and the end record.
    private static final long BYTES_PER_BATCH = 64 << 10;

    /// What the index tells beside the dossiers.
    record Heading(
            Mode mode,
            String station,
            String incarnation,
            long number,
            Optional<Digest> previous,
            Instant madeAt,
            Optional<AuditHead> audit) {}

    /// @param captures positions captured, a slap counting once
    record Content(Dossier dossier, int captures) {}

    /// Gives the dossiers, one after another.
    @FunctionalInterface
    interface Source {
        Content of(SessionId session) throws StationFault;
    }

    private BatchWriter() {}

    /// Writes a batch of the first of `sessions`, as many as fit into `maxBytes`, at least one.
    ///
    /// @return its index: tells which sessions went in
    /// @throws StationFault `TK-612` when signing fails or a dossier is larger than the format
    ///   allows; what `source` throws
    static BatchIndex write(
            OutputStream out,
            Heading heading,
            List<SessionId> sessions,
            Source source,
            long maxBytes,
            Signatory signatory)
            throws IOException, StationFault {
        var zip = new CanonicalZip.Writer(out);
        var lines = new ArrayList<Manifest.Line>();
        var items = new ArrayList<BatchIndex.Item>();
        add(zip, lines, BatchFormat.MIMETYPE, BatchFormat.MIMETYPE_CONTENT);
        for (var session : sessions) {
            var content = source.of(session);
            var bytes = content.dossier().content();
            requireWithinFormat(session, bytes);
            if (!items.isEmpty() && !fits(zip, bytes, items.size() + 1, maxBytes)) {
                break;
            }
            add(zip, lines, BatchFormat.dossierName(session), bytes);
            items.add(
                    new BatchIndex.Item(
                            session, content.dossier().digest(), bytes.length, content.captures()));
        }
        var index =
                new BatchIndex(
                        heading.mode(),
                        heading.station(),
                        heading.incarnation(),
                        heading.number(),
                        heading.previous(),
                        heading.madeAt(),
                        heading.audit(),
                        items);
        add(zip, lines, BatchFormat.INDEX, index.json());
        var manifest = Manifest.of(lines);
        zip.add(BatchFormat.MANIFEST, manifest);
        zip.add(BatchFormat.SIGNATURE, sign(manifest, signatory, heading.madeAt()));
        zip.finish();
        return index;
    }

    private static void add(
            CanonicalZip.Writer zip, List<Manifest.Line> lines, String name, byte[] content)
            throws IOException {
        zip.add(name, content);
        lines.add(new Manifest.Line(name, Digest.of(content)));
    }

    private static void requireWithinFormat(SessionId session, byte[] bytes) throws StationFault {
        if (bytes.length == 0 || bytes.length > BatchFormat.MAX_DOSSIER_BYTES) {
            throw new StationFault(
                    Code.TK_612, "dossier " + session + " of " + bytes.length + " bytes");
        }
    }

    private static boolean fits(CanonicalZip.Writer zip, byte[] more, int dossiers, long maxBytes) {
        return zip.length() + more.length + dossiers * BYTES_PER_DOSSIER + BYTES_PER_BATCH
                <= Math.min(maxBytes, BatchFormat.MAX_BATCH_BYTES);
    }

    private static byte[] sign(byte[] manifest, Signatory signatory, Instant at)
            throws StationFault {
        try {
            return Signed.detached(manifest, signatory, at);
        } catch (GeneralSecurityException e) {
            throw new StationFault(Code.TK_612, "signing a batch", e);
        }
    }
}
