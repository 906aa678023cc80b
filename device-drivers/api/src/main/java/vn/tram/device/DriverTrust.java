package vn.tram.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose drivers a station loads from its folder `drivers`.
public sealed interface DriverTrust {
    /// Anybody's: a training station.
    record Anybody() implements DriverTrust {}

    /// Only jars of which every entry is signed by a holder of a code-signing certificate that
    /// these authorities issued: production. Without an authority no jar is loaded.
    record Signed(Set<TrustAnchor> authorities) implements DriverTrust {
        public Signed {
            authorities = Set.copyOf(authorities);
        }

        /// The authorities whose certificates (`*.crt`, PEM or DER) lie in `folder`; none where
        /// there is no such folder.
        ///
        /// @throws IOException when a certificate cannot be read
        public static Signed by(Path folder) throws IOException {
            var authorities = new HashSet<TrustAnchor>();
            if (Files.isDirectory(folder)) {
                try (var files = Files.newDirectoryStream(folder, "*.crt")) {
                    for (var file : files) {
                        authorities.add(new TrustAnchor(certificate(file), null));
                    }
                }
            }
            return new Signed(authorities);
        }

        private static X509Certificate certificate(Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                return (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
            } catch (GeneralSecurityException e) {
                throw new IOException(file + " is no certificate", e);
            }
        }
    }

    /// Why a jar must not be loaded; nothing if it may.
    default Optional<String> refusal(DriverJar jar) {
        return switch (this) {
            case Anybody _ -> Optional.empty();
            case Signed(var authorities) -> unsigned(jar, authorities);
        };
    }

    private static Optional<String> unsigned(DriverJar jar, Set<TrustAnchor> authorities) {
        if (authorities.isEmpty()) {
            return Optional.of("this station trusts no signer of drivers");
        }
        var trusted = new HashSet<CodeSigner>();
        for (var entry : jar.signable().entrySet()) {
            if (entry.getKey().equals("META-INF/MANIFEST.MF")) {
                continue; // covered by the signature file, which the platform has checked
            }
            var signers = entry.getValue().signers();
            if (signers.isEmpty()) {
                return Optional.of(entry.getKey() + " is not signed");
            }
            for (var signer : signers) {
                if (!trusted.contains(signer)) {
                    var refusal = untrusted(signer, authorities);
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                    trusted.add(signer);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> untrusted(CodeSigner signer, Set<TrustAnchor> authorities) {
        try {
            var path = signer.getSignerCertPath();
            var holder = (X509Certificate) path.getCertificates().getFirst();
            var uses = Optional.ofNullable(holder.getExtendedKeyUsage()).orElse(List.of());
            if (!uses.contains(CODE_SIGNING)) {
                return Optional.of("its signer's certificate is not for signing code");
            }
            var parameters = new PKIXParameters(authorities);
            parameters.setRevocationEnabled(
                    false); // offline: who is not trusted any more is taken from the folder
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of("its signer is not trusted: " + e.getMessage());
        }
    }

    /// id-kp-codeSigning (RFC 5280, 4.2.1.12).
    String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
}
