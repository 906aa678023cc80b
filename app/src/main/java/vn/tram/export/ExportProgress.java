package vn.tram.export;

import vn.tram.domain.Batch;

/// Where an export stands: five stations of one line. The listener is called on the exporting
/// thread and should return at once.
public sealed interface ExportProgress {
    /// Looking what there is to send.
    ///
    /// @param waiting sealed dossiers in no batch
    record Choosing(int waiting) implements ExportProgress {}

    /// Making and signing a batch.
    ///
    /// @param done dossiers packed so far in all batches of this run
    /// @param of all that wait
    record Making(int done, int of) implements ExportProgress {}

    /// Writing to the destination.
    ///
    /// @param number of the batch
    /// @param bytes written of it
    /// @param of its size
    record Writing(long number, long bytes, long of) implements ExportProgress {}

    /// Reading back what was written, to the last byte.
    record ReadingBack(long number) implements ExportProgress {}

    /// Read back and verified: a stick may be removed when no other follows.
    record Delivered(Batch batch) implements ExportProgress {}
}
