package vn.tram.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import vn.tram.domain.Digest;

/// `META-INF/ASiCManifest.xml`: the SHA-256 of every other file, the one thing that is signed.
///
/// A reader never parses it: it writes the manifest that the files it found should have, and
/// compares. Source: ETSI EN 319 162-1, 4.4.3.2 and annex A.4 (ASiCManifest).
final class Manifest {
    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
            <asic:SigReference URI="%s" MimeType="application/pkcs7-signature"/>
            """
                    .formatted(BatchFormat.SIGNATURE);

    private static final String TAIL = "</asic:ASiCManifest>\n";

    private Manifest() {}

    /// A file and its digest, in the order of the archive.
    record Line(String name, Digest digest) {
        /// Names are made of letters, digits and `-./` only: nothing to escape.
        private String xml() {
            var value = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
            return """
            <asic:DataObjectReference URI="%s"%s><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>%s</ds:DigestValue></asic:DataObjectReference>
            """
                    .formatted(name, mimeType(), value);
        }

        private String mimeType() {
            if (BatchFormat.isDossierName(name)) {
                return " MimeType=\"application/pkcs7-mime\"";
            }
            return name.equals(BatchFormat.INDEX) ? " MimeType=\"application/json\"" : "";
        }
    }

    static byte[] of(List<Line> files) {
        var xml = new StringBuilder(HEAD);
        files.forEach(line -> xml.append(line.xml()));
        return xml.append(TAIL).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What differs between a manifest and the files it should cover; empty when nothing does.
    static List<String> problems(byte[] manifest, List<Line> files) {
        if (Arrays.equals(manifest, of(files))) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        var text = new String(manifest, StandardCharsets.UTF_8);
        for (var line : files) {
            if (!text.contains(line.xml())) {
                problems.add(
                        text.contains("URI=\"" + line.name() + "\"")
                                ? "the digest of " + line.name() + " is not the one in the manifest"
                                : line.name() + " is not in the manifest");
            }
        }
        if (problems.isEmpty()) {
            problems.add("the manifest is not written in the canonical form, or names other files");
        }
        return problems;
    }
}
