package vn.tram.export;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Digest;
import vn.tram.task.UiThread;

/// Says whether a file is a whole and genuine batch.
///
/// The container has one form only, so the check is a comparison: archive headers and directory,
/// manifest and signature file are written anew from what was read and must come out the same, byte
/// for byte. What remains — dossiers and index — is under the digests in the manifest, and the
/// manifest is under the signature. A changed bit anywhere is found by one of the two.
///
/// Needs the memory of index and manifest (about 500 bytes a dossier), not of the dossiers.
public final class BatchVerifier {
    private BatchVerifier() {}

    /// @param ca the authority the station's certificate must come from, valid when it was signed;
    ///   revocation is not looked up
    /// @throws IOException when the file cannot be read; a file that can be read and is not a batch
    ///   is [Verification.Broken]
    public static Verification verify(Path file, X509Certificate ca) throws IOException {
        UiThread.refuse("BatchVerifier.verify");
        try {
            return verify(BatchFile.read(file), ca);
        } catch (Unreadable e) {
            return new Verification.Broken(List.of(e.sentence()));
        }
    }

    static Verification verify(BatchFile file, X509Certificate ca) {
        var problems = new ArrayList<>(file.problems());
        problems.addAll(Manifest.problems(file.kept(BatchFormat.MANIFEST), covered(file)));
        try {
            var signature =
                    SignedCheck.detached(
                            file.kept(BatchFormat.SIGNATURE), file.kept(BatchFormat.MANIFEST), ca);
            problems.addAll(signature.problems());
            var index = BatchIndex.of(file.kept(BatchFormat.INDEX));
            problems.addAll(contradictions(index, file, signature));
            if (problems.isEmpty()) {
                return new Verification.Genuine(index, file.digest(), signature.certificate());
            }
        } catch (Unreadable e) {
            problems.add(e.sentence());
        }
        return new Verification.Broken(problems);
    }

    /// What the manifest covers: all but itself and the signature over it.
    private static List<Manifest.Line> covered(BatchFile file) {
        return file.entries().stream()
                .map(CanonicalZip.Entry::name)
                .filter(n -> !n.equals(BatchFormat.MANIFEST) && !n.equals(BatchFormat.SIGNATURE))
                .map(n -> new Manifest.Line(n, file.digest(n)))
                .toList();
    }

    private static List<String> contradictions(
            BatchIndex index, BatchFile file, SignedCheck signature) {
        var problems = new ArrayList<String>();
        var station = IssuedBy.station(signature.certificate());
        if (!station.equals(Optional.of(index.station()))) {
            problems.add("the index names another station than the signer's certificate");
        }
        if (!index.madeAt().equals(signature.signedAt())) {
            problems.add("the index tells another time than the signature");
        }
        record Known(String name, Digest digest, long size) {}
        var listed =
                index.dossiers().stream()
                        .map(d ->
                                new Known(
                                        BatchFormat.dossierName(d.session()), d.digest(), d.size()))
                        .toList();
        var found =
                file.dossiers().stream()
                        .map(e -> new Known(e.name(), file.digest(e.name()), e.size()))
                        .toList();
        if (!listed.equals(found)) {
            problems.add("the index does not list the dossiers that are there, in their order");
        }
        return problems;
    }
}
