package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.security.TrainingAuthority;
import vn.tram.security.TrainingAuthority.Use;

/// What was done to a batch on its way is found.
class BatchTamperingTest {
    @TempDir Path folder;

    private Verification verify(byte[] bytes) throws IOException {
        var file = folder.resolve("tampered.asice");
        Files.write(file, bytes);
        return BatchVerifier.verify(file, Samples.AUTHORITY.certificate());
    }

    private byte[] batch(int dossiers, int bytes) throws Exception {
        var file = folder.resolve("whole.asice");
        Samples.write(file, Samples.dossiers(dossiers, bytes));
        return Files.readAllBytes(file);
    }

    private static List<String> problems(Verification verification) {
        return switch (verification) {
            case Verification.Broken(var problems) -> problems;
            case Verification.Genuine _ -> List.of();
        };
    }

    @Test
    void aFlippedBitInEachByteOfASmallBatchIsFound() throws Exception {
        var random = new Random(427);
        assertThat(missed(batch(1, 16), _ -> new int[] {random.nextInt(8)})).isEmpty();
    }

    @Test
    @Tag("endurance")
    void everyFlippedBitOfASmallBatchIsFound() throws Exception {
        assertThat(missed(batch(1, 16), _ -> new int[] {0, 1, 2, 3, 4, 5, 6, 7})).isEmpty();
    }

    private List<String> missed(byte[] whole, IntFunction<int[]> bits) throws IOException {
        var missed = new ArrayList<String>();
        for (int at = 0; at < whole.length; at++) {
            for (int bit : bits.apply(at)) {
                var changed = whole.clone();
                changed[at] ^= (byte) (1 << bit);
                if (verify(changed) instanceof Verification.Genuine) {
                    missed.add(at + "." + bit);
                }
            }
        }
        return missed;
    }

    @Test
    void seededFlipsOfALargerBatchAreFound() throws Exception {
        var whole = batch(20, 5000);
        var random = new Random(2026);
        for (int i = 0; i < 300; i++) {
            var changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(verify(changed)).isInstanceOf(Verification.Broken.class);
        }
    }

    @Test
    void truncationsAreFound() throws Exception {
        var whole = batch(1, 16);
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(verify(Arrays.copyOf(whole, length)))
                    .isInstanceOf(Verification.Broken.class);
        }
    }

    @Test
    void somethingAfterTheEndIsFound() throws Exception {
        var whole = batch(1, 16);
        assertThat(problems(verify(Arrays.copyOf(whole, whole.length + 1))))
                .containsExactly("there is something after the end");
    }

    @Test
    void aChangedDossierWithAMatchingCrcIsNamed() throws Exception {
        var parts = parts(2);
        var name = parts.names().get(1);
        parts.change(name, content -> content[7] ^= 4);
        assertThat(problems(verify(parts.bytes())))
                .contains("the digest of " + name + " is not the one in the manifest");
    }

    @Test
    void aChangedDossierWithAManifestMadeToFitBreaksTheSignature() throws Exception {
        var parts = parts(1);
        parts.change(parts.names().get(1), content -> content[7] ^= 4);
        parts.remakeManifest();
        assertThat(problems(verify(parts.bytes()))).contains("the signature does not hold");
    }

    @Test
    void reorderedDossiersAreFound() throws Exception {
        var parts = parts(2);
        parts.swap(1, 2);
        assertThat(problems(verify(parts.bytes()))).isNotEmpty();
    }

    @Test
    void aDossierTooManyIsFound() throws Exception {
        var parts = parts(1);
        parts.insert(2, "dossiers/00000000-0000-0000-0000-000000000000.p7m", new byte[] {1});
        assertThat(problems(verify(parts.bytes())))
                .contains(
                        "dossiers/00000000-0000-0000-0000-000000000000.p7m is not in the manifest",
                        "the index does not list the dossiers that are there, in their order");
    }

    @Test
    void aDossierTooFewIsFound() throws Exception {
        var parts = parts(2);
        parts.remove(1);
        assertThat(problems(verify(parts.bytes()))).isNotEmpty();
    }

    @Test
    void aFileOutsideTheFormatIsFound() throws Exception {
        var parts = parts(1);
        parts.insert(2, "notes.txt", new byte[] {1});
        assertThat(problems(verify(parts.bytes())))
                .containsExactly("entry 3 has a name outside the format");
    }

    @Test
    void aNameThatClimbsOutOfTheFolderIsFound() throws Exception {
        var parts = parts(1);
        parts.insert(2, "dossiers/../../x.p7m", new byte[] {1});
        assertThat(problems(verify(parts.bytes())))
                .containsExactly("entry 3 has a name outside the format");
    }

    @Test
    void anEntryThatClaimsMoreThanItMayIsRefusedBeforeItIsRead() throws Exception {
        var whole = batch(1, 16);
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(18, Integer.MAX_VALUE);
        assertThat(problems(verify(whole))).containsExactly("entry 1 has a size out of bounds");
    }

    @Test
    void aCompressedBombIsRefused() throws Exception {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(BatchFormat.MIMETYPE));
            zip.write(new byte[100 << 20]);
        }
        assertThat(problems(verify(file.toByteArray()))).hasSize(1);
    }

    @Test
    void somethingElseIsRefused() throws Exception {
        assertThat(problems(verify(new byte[0]))).hasSize(1);
        assertThat(problems(verify("no batch".getBytes(StandardCharsets.UTF_8)))).hasSize(1);
    }

    @Test
    void aStrangersKeyUnderAStrangersAuthorityIsFound() throws Exception {
        var stranger =
                Samples.signatory(TrainingAuthority.at(Samples.NOW), Use.STATION_SIGNING, "0427");
        assertThat(problems(signedBy(Samples.heading("0427", 1), stranger)))
                .anyMatch(p -> p.startsWith("the signer's certificate does not lead"))
                .contains("the signature comes with another authority than the trusted one");
    }

    @Test
    void aStrangersKeyUnderTheStationsCertificateIsFound() throws Exception {
        var stranger = Samples.signatory(Samples.AUTHORITY, Use.STATION_SIGNING, "0666");
        var forger =
                new Signatory(stranger.key(), Samples.STATION.certificate(), Samples.STATION.ca());
        assertThat(problems(signedBy(Samples.heading("0427", 1), forger)))
                .containsExactly("the signature does not hold");
    }

    @Test
    void anotherStationsKeyCannotSpeakForThisOne() throws Exception {
        var other = Samples.signatory(Samples.AUTHORITY, Use.STATION_SIGNING, "0666");
        assertThat(problems(signedBy(Samples.heading("0427", 1), other)))
                .containsExactly("the index names another station than the signer's certificate");
    }

    @Test
    void aCertificateForSomethingElseCannotSign() throws Exception {
        var sealing = Samples.signatory(Samples.AUTHORITY, Use.REGISTRY_SEALING, "0427");
        assertThat(problems(signedBy(Samples.heading("0427", 1), sealing)))
                .containsExactly("the signer's certificate is not for signatures");
    }

    @Test
    void aCertificateThatWasNotYetValidIsFound() throws Exception {
        var heading = Samples.heading("0427", 1);
        var early =
                new BatchWriter.Heading(
                        heading.mode(),
                        heading.station(),
                        heading.incarnation(),
                        heading.number(),
                        heading.previous(),
                        Samples.NOW.minus(Duration.ofDays(30)),
                        heading.audit());
        assertThat(problems(signedBy(early, Samples.STATION)))
                .singleElement()
                .asString()
                .startsWith("the signer's certificate does not lead");
    }

    private Verification signedBy(BatchWriter.Heading heading, Signatory signatory)
            throws Exception {
        var file = folder.resolve("other.asice");
        Samples.write(file, heading, Samples.dossiers(1, 16), signatory);
        return BatchVerifier.verify(file, Samples.AUTHORITY.certificate());
    }

    private Parts parts(int dossiers) throws Exception {
        var file = folder.resolve("parts.asice");
        Samples.write(file, Samples.dossiers(dossiers, 16));
        return Parts.of(file);
    }
}
