package vn.tram.enroll;

import java.util.List;
import java.util.Optional;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;

/// Port: sealed dossiers on their way out, and the batches made of them. Durable when a method
/// returns.
public interface Outbox {
    /// Sessions that are sealed and in no batch, oldest first.
    List<SessionId> waiting() throws StationFault;

    /// The dossier of a sealed session.
    Dossier dossier(SessionId id) throws StationFault;

    /// The batch with the highest number.
    Optional<Batch> last() throws StationFault;

    /// All batches, oldest first.
    List<Batch> batches() throws StationFault;

    /// Records a batch whose file lies verified in the outbox; its sessions become *batched*.
    void made(Batch batch) throws StationFault;

    /// Records that a batch was read back and verified where it was delivered; its sessions become
    /// *delivered*.
    void delivered(Digest batch) throws StationFault;

    /// Applies a receipt whose signature was checked; its sessions take the registry's outcome and
    /// their dossiers go. The same receipt again changes nothing.
    void receipted(Receipt receipt) throws StationFault;
}
