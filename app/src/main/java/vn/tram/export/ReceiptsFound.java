package vn.tram.export;

import java.util.List;
import vn.tram.domain.Receipt;
import vn.tram.enroll.StationFault;

/// What became of the receipts at one destination.
///
/// @param applied now
/// @param unchanged those applied before
/// @param foreign names of genuine receipts for other stations, which a shared folder may hold
/// @param refused those that are not what they should be
public record ReceiptsFound(
        List<Receipt> applied, int unchanged, List<String> foreign, List<Refused> refused) {
    /// @param name of the file
    /// @param fault `XL-504` with the reason
    public record Refused(String name, StationFault fault) {}

    public ReceiptsFound {
        applied = List.copyOf(applied);
        foreign = List.copyOf(foreign);
        refused = List.copyOf(refused);
    }
}
