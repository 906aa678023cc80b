package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;
import vn.tram.task.WholeFile;

@Command(
        name = "support",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a maker needs to help into a ZIP file: versions, settings, counts, certificates' dates, the log. No data of citizens, no picture, no key, no name of an officer.",
            "The officer's password is read from the terminal or from standard input."
        })
final class SupportCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "Must not be there.")
    private Path to = Path.of("");

    @Option(
            names = "--by",
            required = true,
            paramLabel = "OFFICER",
            description = "A technician or supervisor.")
    private String by = "";

    @Override
    public Integer call() throws StationFault, Failure, IOException {
        if (Files.exists(to)) {
            throw new Failure(to + " is there already.");
        }
        try (var station = state.open()) {
            var who = SignedIn.with(station, by, Right.SUPPORT);
            var bundle = SupportBundle.of(station, Places.config());
            station.audit().append("support-bundle", who.id(), Optional.empty(), "");
            WholeFile.write(to, bundle);
            System.out.println(bundle.length + " bytes in " + to);
            return 0;
        }
    }
}
