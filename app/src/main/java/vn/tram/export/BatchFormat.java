package vn.tram.export;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.tram.domain.SessionId;

/// Names and limits of a batch, as `docs/batch-format.md` tells them.
public final class BatchFormat {
    /// Written into each index. A field more is a new version.
    public static final String VERSION = "tram-batch/1";

    /// Ends the name of a batch's file.
    public static final String SUFFIX = ".asice";

    /// Ends the name of a receipt's file: the batch's file name and this.
    public static final String RECEIPT_SUFFIX = ".receipt.p7s";

    /// The most dossiers in one batch; bounds what a reader keeps in memory.
    public static final int MAX_DOSSIERS = 5000;

    /// Largest dossier, bytes. A full one with lossless images has about 4 MB.
    public static final int MAX_DOSSIER_BYTES = 64 << 20;

    /// Largest batch, bytes.
    public static final long MAX_BATCH_BYTES = CanonicalZip.MAX_BYTES;

    static final String MIMETYPE = "mimetype";
    static final byte[] MIMETYPE_CONTENT =
            "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII);
    static final String INDEX = "index.json";
    static final String MANIFEST = "META-INF/ASiCManifest.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";

    /// Largest index and manifest, bytes; 5000 dossiers need 1.2 MB each.
    static final int MAX_INDEX_BYTES = 4 << 20;

    /// Largest signature, bytes; two P-256 certificates need 1.5 KB.
    static final int MAX_SIGNATURE_BYTES = 32 << 10;

    /// A station's and an incarnation's name: safe in file names and certificates.
    static final Pattern STATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    static final Pattern INCARNATION = Pattern.compile("[0-9a-f][0-9a-f-]{3,35}");

    private static final Pattern DOSSIER =
            Pattern.compile(
                    "dossiers/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.p7m");

    private BatchFormat() {}

    static String dossierName(SessionId session) {
        return "dossiers/" + session + ".p7m";
    }

    static boolean isDossierName(String name) {
        return DOSSIER.matcher(name).matches();
    }

    /// The file name of a batch, such as `tram-0427-9f3c21d0-000001.asice`; of the incarnation its
    /// first 8 characters.
    static String fileName(String station, String incarnation, long number) {
        var shortened = incarnation.substring(0, Math.min(8, incarnation.length()));
        return "tram-%s-%s-%06d%s".formatted(station, shortened, number, SUFFIX);
    }
}
