package vn.tram.enroll;

import java.util.List;

/// Port: what inspectors said of sessions. Nothing is changed or taken back. Every method may block
/// and refuses the JavaFX thread; what it stored is durable when it returns.
public interface Remarks {
    /// Oldest first.
    List<Remark> all() throws StationFault;

    void add(Remark remark) throws StationFault;
}
