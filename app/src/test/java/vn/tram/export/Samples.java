package vn.tram.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Mode;
import vn.tram.domain.SessionId;
import vn.tram.enroll.StationFault;
import vn.tram.security.AuditHead;
import vn.tram.security.TrainingAuthority;
import vn.tram.security.TrainingAuthority.Use;
import vn.tram.task.WholeFile;

/// Batches made by the real writer under a throw-away authority.
final class Samples {
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    static final TrainingAuthority AUTHORITY = TrainingAuthority.at(NOW);
    static final Signatory STATION = signatory(AUTHORITY, Use.STATION_SIGNING, "0427");

    private Samples() {}

    static Signatory signatory(TrainingAuthority authority, Use use, String serial) {
        var issued = authority.issue(use, "Test " + serial, serial);
        return new Signatory(
                issued.keys().getPrivate(), issued.certificate(), authority.certificate());
    }

    /// A dossier of seeded noise: to a batch it is just bytes.
    static Dossier dossier(long seed, int bytes) {
        var random = new Random(seed);
        var content = new byte[bytes];
        random.nextBytes(content);
        return new Dossier(new SessionId(new UUID(random.nextLong(), random.nextLong())), content);
    }

    static List<Dossier> dossiers(int count, int bytes) {
        return IntStream.range(0, count).mapToObj(i -> dossier(i, bytes)).toList();
    }

    static BatchWriter.Heading heading(String station, long number) {
        return new BatchWriter.Heading(
                Mode.TRAINING,
                station,
                "9f3c21d0",
                number,
                number == 1 ? Optional.empty() : Optional.of(Digest.of(new byte[] {1})),
                NOW,
                Optional.of(new AuditHead(17, Digest.of(new byte[] {2}))));
    }

    static BatchIndex write(Path file, List<Dossier> dossiers) throws IOException, StationFault {
        return write(file, heading("0427", 1), dossiers, STATION);
    }

    static BatchIndex write(
            Path file, BatchWriter.Heading heading, List<Dossier> dossiers, Signatory signatory)
            throws IOException, StationFault {
        var out = new java.io.ByteArrayOutputStream();
        var index =
                BatchWriter.write(
                        out,
                        heading,
                        dossiers.stream().map(Dossier::session).toList(),
                        id -> new BatchWriter.Content(find(dossiers, id), 4),
                        BatchFormat.MAX_BATCH_BYTES,
                        signatory);
        WholeFile.write(file, out.toByteArray());
        return index;
    }

    private static Dossier find(List<Dossier> dossiers, SessionId id) {
        return dossiers.stream().filter(d -> d.session().equals(id)).findFirst().orElseThrow();
    }
}
