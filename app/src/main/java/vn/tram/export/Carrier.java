package vn.tram.export;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vn.tram.domain.Batch;
import vn.tram.enroll.StationFault;

/// Takes batches to one destination and brings receipts back. Repeating is harmless.
interface Carrier {
    /// A receipt as it was found, not yet believed.
    ///
    /// @param name for messages
    record Found(String name, byte[] content) {}

    /// Takes one batch there and reads it back.
    ///
    /// @param file in the outbox, verified
    /// @throws StationFault `XL-501`, `XL-502`, `XL-503`, `XL-505`
    void deliver(Path file, Batch batch, Consumer<ExportProgress> listener)
            throws StationFault, InterruptedException;

    /// Receipts that may answer `batches`, and perhaps others.
    List<Found> receipts(List<Batch> batches) throws StationFault, InterruptedException;
}
