package vn.tram.settings;

import java.util.ArrayList;
import vn.tram.enroll.StationFault;
import vn.tram.identity.UnitPack;
import vn.tram.identity.Units;

/// Reads the packs of administrative units, `units/*.tsv`. A later change is a file more; another
/// edition replaces its file.
final class UnitFiles {
    private UnitFiles() {}

    static Units read(Folder folder) throws StationFault {
        var packs = new ArrayList<UnitPack>();
        for (var file : folder.files("units/", ".tsv")) {
            var pack = read(folder, file);
            if (packs.stream().anyMatch(p -> p.from().equals(pack.from()))) {
                throw new StationFault(
                        StationFault.Code.TK_630,
                        file + ": another file has the changes of " + pack.from());
            }
            packs.add(pack);
        }
        return new Units(packs);
    }

    private static UnitPack read(Folder folder, String file) throws StationFault {
        try {
            return UnitPack.read(folder.text(file));
        } catch (UnitPack.Malformed e) {
            throw new StationFault(StationFault.Code.TK_630, file + ": " + e.getMessage(), e);
        }
    }
}
