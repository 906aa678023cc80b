package vn.tram.cli;

import java.nio.file.Path;
import vn.tram.security.StateFolder;

/// Where the station's folders are.
final class Places {
    private Places() {}

    /// The folder `config/` of the installed or checked-out station, whose folder the launcher
    /// tells in `tram.home`.
    static Path config() {
        return home().resolve("config");
    }

    /// The folder `drivers/` of the same station, which may be missing.
    static Path drivers() {
        return home().resolve("drivers");
    }

    /// The folder of certificates of those whose signed devices a training station believes besides
    /// those of `config/trust`.
    static Path trainingTrust(StateFolder folder) {
        return folder.path().resolve("trust");
    }

    private static Path home() {
        return Path.of(System.getProperty("tram.home", "."));
    }

    /// The state folder when none is named: `tram` in the XDG data folder.
    static Path state() {
        var data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "tram")
                : Path.of(data, "tram");
    }
}
