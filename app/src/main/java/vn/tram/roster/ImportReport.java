package vn.tram.roster;

import java.util.List;
import vn.tram.domain.Digest;

/// What became of a list.
///
/// @param rows people's rows in it
/// @param added people that are new
/// @param changed people that were there
/// @param remarks by line: what was refused, and what is to be looked at
/// @param unknown heads of columns that were left out
/// @param signed whether a signature lay beside it, and held
/// @param digest of the file
public record ImportReport(
        int rows,
        int added,
        int changed,
        List<Remark> remarks,
        List<String> unknown,
        boolean signed,
        Digest digest) {
    public ImportReport {
        remarks = List.copyOf(remarks);
        unknown = List.copyOf(unknown);
    }

    public int refused() {
        return rows - added - changed;
    }
}
