package vn.tram.registry;

import java.util.List;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;

/// What the registry said to a file that was brought to it.
public sealed interface Answer {
    /// Name of the file, or digest of the upload.
    String source();

    /// It is a batch; the receipt tells dossier by dossier.
    ///
    /// @param repeated the batch was here before: the receipt is the same, byte for byte
    /// @param rejected dossiers that do not open or are not complete
    /// @param duplicates sessions whose dossier came in an earlier batch too
    record Receipted(
            String source,
            Digest batch,
            boolean repeated,
            int accepted,
            int rejected,
            List<SessionId> duplicates,
            byte[] receipt)
            implements Answer {
        public Receipted {
            duplicates = List.copyOf(duplicates);
            receipt = receipt.clone();
        }

        @Override
        public byte[] receipt() {
            return receipt.clone();
        }
    }

    /// It is no batch for this registry.
    ///
    /// @param reasons English sentences
    record Refused(String source, List<String> reasons) implements Answer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
