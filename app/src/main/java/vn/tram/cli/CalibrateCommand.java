package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.calibration.Target;
import vn.tram.device.Device;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;
import vn.tram.ui.workbench.Certification;

@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a device with targets and issues its certificate, passed or not.",
            "Guides on the terminal, picture by picture; or takes all pictures from a folder, named after"
                    + " what they show: clean-1.png, dark-1.png, bars.png, bars-turned.png, grid.png,"
                    + " bar-chart.png, print-1.png, checkerboard-1.png, gray-card.png, eye-edge.png,"
                    + " face-place.png, frontal-face-1.png.",
            "The technician's password is read from the terminal or from standard input.",
            "Exit 0 when the certificate is passed, 1 when it is not."
        })
final class CalibrateCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Parameters(paramLabel = "URI", description = "The device, such as sim://slap.")
    private URI address = URI.create("sim://slap");

    @Option(
            names = "--target",
            required = true,
            paramLabel = "ID",
            description = "A target of config/calibration/targets.toml; once for each.")
    private List<String> targets = List.of();

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "Take the pictures from here; the device is only identified.")
    private @Nullable Path frames;

    @Option(
            names = "--people",
            description =
                    "Also what needs people: the gray range of ten fingers, the pitch of five faces.")
    private boolean people;

    @Option(
            names = "--technician",
            required = true,
            paramLabel = "OFFICER",
            description = "Who measures: a technician or a supervisor.")
    private String technician = "";

    @Override
    public Integer call() throws StationFault, Failure, IOException, InterruptedException {
        try (var station = state.open()) {
            var who = SignedIn.with(station, technician, Right.CALIBRATE);
            try (var device = opened(station, address)) {
                var certification = new StationCertification(station);
                var calibration = certification.calibration(device.info(), chosen(station), people);
                var refused = calibration.refusal(Instant.now());
                if (refused.isPresent()) {
                    throw new Failure(InstructionSentences.of(refused.get()));
                }
                var procedures = calibration.procedures();
                if (procedures.isEmpty()) {
                    throw new Failure("None of these targets is for this device.");
                }
                var session =
                        frames == null
                                ? CalibrationSession.live(device)
                                : CalibrationSession.of(frames, device.info());
                var draft = certification.draft(calibration, session.run(procedures), who);
                var issued = certification.issue(device.info(), draft);
                tell(issued, certification.paper(issued.certificate()));
                return issued.certificate().passed() ? 0 : 1;
            }
        }
    }

    private List<Target> chosen(Assembly station) throws Failure {
        var chosen = new ArrayList<Target>();
        for (var id : targets) {
            chosen.add(
                    station.settings()
                            .calibration()
                            .target(id)
                            .orElseThrow(() ->
                                    new Failure("There is no target " + id + " in targets.toml.")));
        }
        return chosen;
    }

    private static void tell(Certification.Issued issued, Path paper) {
        var certificate = issued.certificate();
        for (var measure : certificate.measures()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %10.3f %-12s %s%n",
                    measure.reading().metric(),
                    measure.reading().value(),
                    measure.reading().unit(),
                    measure.passed() ? "passed" : "FAILED");
        }
        certificate.missing().forEach(m -> System.out.printf("%-20s not measured%n", m));
        System.out.println(
                "certificate "
                        + certificate.number()
                        + (certificate.passed() ? " passed" : " failed")
                        + ", until "
                        + certificate.until()
                        + ", "
                        + issued.digest());
        System.out.println(paper);
    }

    static Device opened(Assembly station, URI address) throws Failure, InterruptedException {
        return switch (station.drivers().open(address)) {
            case vn.tram.device.Opening.Opened(var device) -> {
                if (device.info().kind() == vn.tram.device.Kind.CODE_READER) {
                    device.close();
                    throw new Failure("A code reader takes no pictures that could be measured.");
                }
                yield device;
            }
            case vn.tram.device.Opening.NotOpened(var fault) ->
                    throw new Failure(Sentences.of(fault, vn.tram.device.Kind.SLAP_SCANNER));
        };
    }
}
