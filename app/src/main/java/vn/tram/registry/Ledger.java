package vn.tram.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;
import vn.tram.export.BatchIndex;
import vn.tram.task.WholeFile;

/// What the registry has, as small files that are written whole: so a crash leaves a state from
/// which the same batch can be received again with the same outcome. The receipt is written last.
final class Ledger {
    private final Path batches;
    private final Path sessions;
    private final Path chains;
    private final Path incoming;

    Ledger(Path folder) throws IOException {
        batches = made(folder.resolve("batches"));
        sessions = made(folder.resolve("sessions"));
        chains = made(folder.resolve("chains"));
        incoming = made(folder.resolve("incoming"));
    }

    private static Path made(Path folder) throws IOException {
        WholeFile.makeFolder(folder);
        return folder;
    }

    /// A name for content on its way in; the caller deletes it.
    Path incoming() throws IOException {
        return Files.createTempFile(incoming, "batch-", WholeFile.PART);
    }

    /// Deletes what a crash left half received. Only for the one registry that owns the folder.
    void sweep() throws IOException {
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    /// The receipt that was given for a batch.
    Optional<byte[]> receipt(Digest batch) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(receiptFile(batch)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Keeps a received batch and gives its receipt the name that makes it received.
    void store(Path file, Digest batch, byte[] receipt) throws IOException {
        Files.move(file, batches.resolve(batch + ".asice"), StandardCopyOption.ATOMIC_MOVE);
        WholeFile.forceFolder(batches);
        WholeFile.write(receiptFile(batch), receipt);
    }

    private Path receiptFile(Digest batch) {
        return batches.resolve(batch + ".receipt.p7s");
    }

    /// Which batch has that number in the chain of that index.
    Optional<Digest> numbered(BatchIndex index, long number) throws IOException {
        return text(chain(index, number)).map(Digest::new);
    }

    void number(BatchIndex index, Digest batch) throws IOException {
        WholeFile.write(chain(index, index.number()), ascii(batch.hex()));
    }

    private Path chain(BatchIndex index, long number) {
        return chains.resolve("%s-%s-%06d".formatted(index.station(), index.incarnation(), number));
    }

    /// Where a session's dossier was first seen.
    record Seen(Digest dossier, Digest batch) {}

    Optional<Seen> seen(SessionId session) throws IOException {
        return text(sessions.resolve(session.toString()))
                .map(t -> t.split(" "))
                .map(t -> new Seen(new Digest(t[0]), new Digest(t[1])));
    }

    void see(SessionId session, Digest dossier, Digest batch) throws IOException {
        WholeFile.write(
                sessions.resolve(session.toString()), ascii(dossier.hex() + " " + batch.hex()));
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
