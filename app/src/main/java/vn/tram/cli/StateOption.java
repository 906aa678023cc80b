package vn.tram.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.tram.enroll.StationFault;

/// The option that every command has.
final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "The station's state folder; made, for training, when it is missing. Default: tram in the XDG data folder.")
    private Path state = Places.state();

    Path folder() {
        return state;
    }

    Assembly open() throws StationFault {
        return Assembly.open(state, Places.config());
    }
}
