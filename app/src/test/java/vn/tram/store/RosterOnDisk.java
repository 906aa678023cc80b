package vn.tram.store;

import java.nio.file.Path;
import vn.tram.enroll.StationFault;

/// A store for tests of other packages.
public final class RosterOnDisk {
    private RosterOnDisk() {}

    public static Database in(Path state) throws StationFault {
        return Database.open(state, Given.PASSWORD);
    }
}
