package vn.tram.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.tram.domain.Mode;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;

/// Who answers for what a command does with people's data.
final class OfficerOption {
    @Option(
            names = "--by",
            paramLabel = "OFFICER",
            description =
                    "Who does it, somebody who may enroll; the password is read from the terminal or from"
                            + " standard input. Needed in production.")
    private @Nullable String officer;

    /// The officer's id after signing in; in training `station` when nobody was named.
    String signedIn(Assembly station) throws StationFault, Failure, IOException {
        var named = officer;
        if (named != null) {
            return SignedIn.with(station, named, Right.ENROLL).id();
        }
        if (station.folder().mode() == Mode.PRODUCTION) {
            throw new Failure("In production somebody signs in for this: --by OFFICER.");
        }
        return "station";
    }
}
