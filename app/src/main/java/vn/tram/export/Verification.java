package vn.tram.export;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.tram.domain.Digest;

/// What was found out about a file that claims to be a batch.
public sealed interface Verification {
    /// Every byte is as the named station wrote it.
    ///
    /// @param digest of the file
    /// @param station the certificate that signed
    record Genuine(BatchIndex index, Digest digest, X509Certificate station)
            implements Verification {}

    /// Not a batch, damaged, forged or somebody else's.
    ///
    /// @param problems at least one English sentence without a full stop
    record Broken(List<String> problems) implements Verification {
        public Broken {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("broken, but nothing is wrong");
            }
        }
    }
}
