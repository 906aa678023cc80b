package vn.tram.ui.export;

import java.util.List;
import java.util.Optional;
import vn.tram.enroll.StationFault;

/// What the screen asks of the exporter. Every method but [#progress] may block; one export or
/// import runs at a time, a second waits.
public interface Exports {
    /// Packs all waiting dossiers, takes every batch without a receipt to `destination` and reads
    /// it back. Repeating after a failure goes on where it stopped.
    ///
    /// @param destination as a person typed it
    /// @throws StationFault `XL-…`, `LT-401`, `TK-612`
    void export(String destination) throws StationFault, InterruptedException;

    /// Applies the receipts that lie at `destination`.
    ///
    /// @throws StationFault `XL-501`, `XL-503`, `TK-610`
    Receipts applyReceipts(String destination) throws StationFault, InterruptedException;

    /// Where the export that runs now stands; empty when none runs. Never blocks.
    Optional<Station> progress();

    /// The destination that was used last; empty when there was none.
    String lastDestination() throws StationFault;

    /// What became of the receipts at a destination.
    ///
    /// @param applied now
    /// @param unchanged applied before
    /// @param foreign of other stations
    /// @param refused those that are not what they should be
    record Receipts(int applied, int unchanged, int foreign, List<StationFault.Code> refused) {
        public Receipts {
            refused = List.copyOf(refused);
        }
    }

    /// The five stations of the line, in order.
    sealed interface Station {
        /// @param waiting dossiers in no batch
        record Choosing(int waiting) implements Station {}

        /// @param done dossiers packed
        /// @param of all that wait
        record Packing(int done, int of) implements Station {}

        /// @param number of the batch
        /// @param bytes written of it
        /// @param of its size
        record Writing(long number, long bytes, long of) implements Station {}

        record ReadingBack(long number) implements Station {}

        /// Read back and verified.
        record Delivered(long number) implements Station {}
    }
}
