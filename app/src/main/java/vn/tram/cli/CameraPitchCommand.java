package vn.tram.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Kind;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.quality.portrait.CameraPitch;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.security.StateFolder;
import vn.tram.settings.CameraPitchFile;
import vn.tram.settings.Settings;

/// Learns how far down people who look straight ahead seem to look at one camera.
@Command(
        name = "camera-pitch",
        mixinStandardHelpOptions = true,
        description =
                "Learns the pitch of one camera from people who look straight into it, one after the other, and keeps it for this station. Between two people it waits for Enter.")
final class CameraPitchCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Mixin private StateOption state = new StateOption();

    @Parameters(paramLabel = "URI", description = "The camera's address.")
    private URI address = URI.create("sim://camera");

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "How many, 5 to 100. Default: ${DEFAULT-VALUE}.")
    private int people = CameraPitch.LEAST_FACES;

    @Override
    public Integer call() throws Failure, StationFault, IOException, InterruptedException {
        if (people < CameraPitch.LEAST_FACES || people > 100) {
            throw new Failure("--people is 5 to 100.");
        }
        Path folder = StateFolder.openOrMakeTraining(state.folder()).path();
        var judge = new PortraitJudge(Settings.load(Places.config()).portrait(), CameraPitch.NONE);
        try (var camera = DevicesCommand.open(state, address)) {
            if (camera.info().kind() != Kind.CAMERA) {
                throw new Failure("This is no camera: " + address);
            }
            var learned = learned(faces(camera, judge));
            CameraPitchFile.of(folder).learn(camera.info().identity(), learned);
            System.out.println(
                    camera.info().identity() + ": " + degrees(learned.offset()) + " degrees, kept");
        }
        return 0;
    }

    private static CameraPitch learned(List<Judgement> faces) throws Failure {
        double middle = CameraPitch.middle(faces);
        if (Math.abs(middle) > CameraPitch.MOST) {
            throw new Failure(
                    "The camera hangs askew: "
                            + degrees(middle)
                            + " degrees. Hang it at the height of the eyes and begin again.");
        }
        return CameraPitch.learned(faces);
    }

    private List<Judgement> faces(Device camera, PortraitJudge judge)
            throws Failure, IOException, InterruptedException {
        var enter = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        var faces = new ArrayList<Judgement>();
        while (faces.size() < people) {
            var face = face(camera, judge);
            face.ifPresent(faces::add);
            System.out.println(
                    face.map(f -> faces.size() + " of " + people + ": " + pitch(f))
                            .orElse("no face"));
            if (faces.size() < people && enter.readLine() == null && face.isEmpty()) {
                throw new Failure("There is no face before the camera.");
            }
        }
        return faces;
    }

    private static Optional<Judgement> face(Device camera, PortraitJudge judge)
            throws Failure, InterruptedException {
        var request = Request.of(Position.FACE, PATIENCE, "camera-pitch");
        return switch (camera.capture(request, Progress.none())) {
            case Capture.Missed(var fault) -> throw new Failure(Sentences.of(fault, Kind.CAMERA));
            case Capture.Taken(var samples) ->
                    judge.judge(samples.getFirst().frame(), Position.FACE, Set.of()).stream()
                            .findFirst();
        };
    }

    private static String pitch(Judgement face) {
        return degrees(CameraPitch.middle(List.of(face)));
    }

    private static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.1f", angle);
    }
}
