package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.calibration.Fitness;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;

@Command(
        name = "extend",
        mixinStandardHelpOptions = true,
        description = {
            "A supervisor lets a device with an expired or failed certificate be used for some days.",
            "The supervisor's password is read from the terminal or from standard input."
        })
final class ExtendCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Parameters(paramLabel = "URI", description = "The device.")
    private URI address = URI.create("sim://slap");

    @Option(names = "--days", required = true, paramLabel = "N", description = "For how long.")
    private int days;

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "A supervisor.")
    private String by = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Override
    public Integer call() throws StationFault, Failure, IOException, InterruptedException {
        try (var station = state.open()) {
            long most = station.settings().calibration().longestExtension().toDays();
            if (days < 1 || days > most || reason.isBlank()) {
                throw new Failure("1 to " + most + " days, and a reason.");
            }
            var who = SignedIn.with(station, by, Right.EXTEND_CERTIFICATES);
            try (var device = CalibrateCommand.opened(station, address)) {
                var calibrations = station.calibrations();
                var certificate =
                        switch (calibrations.fitness(device.info())) {
                            case Fitness.Fit(_, var until) ->
                                    throw new Failure("It is fit until " + until + ".");
                            case Fitness.Extended(_, var digest, _) -> digest;
                            case Fitness.Unfit(_, _, var digest) ->
                                    digest.orElseThrow(() ->
                                            new Failure(
                                                    "It has no certificate that could be extended."));
                        };
                new StationCertification(station)
                        .extend(device.info(), certificate, days, reason, who);
                System.out.println("extended by " + days + " days");
                return 0;
            }
        }
    }
}
