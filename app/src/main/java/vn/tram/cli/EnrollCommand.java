package vn.tram.cli;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.domain.Mode;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;

@Command(
        name = "enroll",
        mixinStandardHelpOptions = true,
        description = {
            "N complete enrollments through the real workflow and store, without the UI; training only.",
            "Sessions that a run before left unfinished are finished first.",
            "Prints a line after each durable commit: stored <session> <position> <attempt> <sha-256 of the frame>"
        })
final class EnrollCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--count",
            required = true,
            paramLabel = "N",
            description = "How many citizens.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which synthetic people. Default: ${DEFAULT-VALUE}.")
    private long seed = 7;

    @Option(
            names = "--devices",
            split = ",",
            paramLabel = "URI",
            description = {
                "A fingerprint scanner and a camera. Default: simulated ones with the seed.",
                "Image files played as devices: folder:///DIR?as=slap (or single, camera); "
                        + "&ppi=N for prints that state no resolution, 500 if not given. "
                        + "A name such as right-four.png, left_index.png or ..._13.png is played for its position."
            })
    private List<URI> devices = List.of();

    @Override
    public Integer call() throws StationFault, Failure, InterruptedException {
        if (count < 0) {
            throw new Failure("--count must not be negative.");
        }
        try (var station = state.open()) {
            if (station.folder().mode() != Mode.TRAINING) {
                throw new Failure("This is a production station: enroll works in training only.");
            }
            refuseUnsealed(station);
            var addresses =
                    devices.isEmpty()
                            ? List.of(
                                    URI.create("sim://slap?seed=" + seed),
                                    URI.create("sim://camera?seed=" + seed))
                            : devices;
            try (var bench = new DeviceBench(station.drivers(), addresses)) {
                var run = new TrainingRun(station, bench, seed, System.out);
                for (var summary : station.enrollment().list().reversed()) {
                    if (summary.stage() == Stage.OPEN
                            || summary.stage() == Stage.PARKED
                            || summary.stage() == Stage.AWAITING_APPROVAL) {
                        run.finish(summary.id());
                    }
                }
                for (int i = 0; i < count; i++) {
                    Session session = run.open();
                    run.finish(session.id());
                }
            }
            return 0;
        }
    }

    /// What is signed off and could not be sealed at start would meet every next citizen too.
    private static void refuseUnsealed(Assembly station) throws StationFault {
        var unsealed = station.unsealed();
        var first = unsealed.entrySet().stream().findFirst();
        if (first.isPresent()) {
            throw new StationFault(
                    first.get().getValue(),
                    "signed off and not sealed: "
                            + unsealed.size()
                            + ", the first session "
                            + first.get().getKey());
        }
    }
}
