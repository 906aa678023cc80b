package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tram.device.Capture;
import vn.tram.device.CodeReader;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Drivers;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.enroll.SelfTest;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.imaging.Images;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.security.StateFolder;
import vn.tram.settings.Settings;
import vn.tram.task.WholeFile;

@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "What is attached, and trying it.",
        subcommands = {
            DevicesCommand.Check.class,
            DevicesCommand.Take.class,
            CameraPitchCommand.class,
            CalibrateCommand.class,
            CertificateCommand.class,
            ExtendCommand.class
        })
final class DevicesCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Mixin private StateOption state = new StateOption();

    @Option(names = "--json", description = "As JSON instead of CSV.")
    private boolean json;

    @Override
    public Integer call() throws StationFault, InterruptedException {
        var drivers = drivers(state);
        var rows = new ArrayList<Map<String, String>>();
        for (var address : drivers.scan()) {
            var row = new LinkedHashMap<String, String>();
            row.put("address", address.toString());
            switch (drivers.open(address)) {
                case Opening.Opened(var device) -> {
                    try (device) {
                        describe(device.info(), row);
                    }
                }
                case Opening.NotOpened(var fault) -> row.put("fault", fault.toString());
            }
            rows.add(row);
        }
        if (json) {
            System.out.println(Json.of(rows));
        } else {
            Csv.print(
                    List.of(
                            "address",
                            "kind",
                            "make",
                            "model",
                            "serial",
                            "firmware",
                            "certification"),
                    rows,
                    System.out);
        }
        return 0;
    }

    private static Drivers drivers(StateOption state) throws StationFault {
        var folder = StateFolder.openOrMakeTraining(state.folder());
        var drivers = Assembly.drivers(folder, Places.config());
        drivers.leftOut()
                .forEach(l -> System.err.println("driver left out: " + l.name() + ": " + l.why()));
        return drivers;
    }

    private static void describe(DeviceInfo info, Map<String, String> row) {
        row.put("kind", Words.of(info.kind()));
        row.put("make", info.make());
        row.put("model", info.model());
        row.put("serial", info.serial());
        row.put("firmware", info.firmware());
        row.put("certification", info.certification());
    }

    static Device open(StateOption state, URI address)
            throws Failure, StationFault, InterruptedException {
        return switch (drivers(state).open(address)) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) ->
                    throw new Failure(Sentences.of(fault, kindBy(address)));
        };
    }

    /// What a device is taken for that could not be opened.
    private static Kind kindBy(URI address) {
        if ("qr".equals(address.getScheme())) {
            return Kind.CODE_READER;
        }
        return address.toString().contains("camera") ? Kind.CAMERA : Kind.SLAP_SCANNER;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "A self-test of one device: opens, identifies, previews, captures or reads, closes. Put a hand, a face or a code before it.")
    static final class Check implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "URI", description = "Its address, such as sim://slap?seed=7.")
        private URI address = URI.create("sim://slap");

        @Override
        public Integer call() throws Failure, StationFault, InterruptedException {
            try (var device = open(state, address)) {
                var row = new LinkedHashMap<String, String>();
                describe(device.info(), row);
                row.forEach((k, v) -> System.out.println(k + ": " + v));
                boolean good = true;
                for (var finding : SelfTest.of(device)) {
                    System.out.println(sentence(finding, device.info().kind()));
                    good &= finding.good();
                }
                return good ? 0 : 1;
            }
        }

        private static String sentence(SelfTest.Finding finding, Kind kind) {
            return switch (finding) {
                case SelfTest.Finding.Previewed(var frames, var dropped) ->
                        "preview: " + frames + " frames, " + dropped + " dropped";
                case SelfTest.Finding.Captured(var width, var height) ->
                        "capture: " + width + "x" + height;
                case SelfTest.Finding.Read(var characters) -> "code: " + characters + " characters";
                case SelfTest.Finding.NoPreview(var fault) ->
                        "preview: " + Sentences.of(fault, kind);
                case SelfTest.Finding.NoCapture(var fault) ->
                        "capture: " + Sentences.of(fault, kind);
                case SelfTest.Finding.NoCode(var fault) -> "code: " + Sentences.of(fault, kind);
            };
        }
    }

    @Command(
            name = "capture",
            mixinStandardHelpOptions = true,
            description = {
                "One capture saved as PNG, its readings beside it as JSON.",
                "Of a code reader one code: tells its length; its text is a person's, and is written with --to only."
            })
    static final class Take implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "URI", description = "Its address.")
        private URI address = URI.create("sim://slap");

        @Option(
                names = "--position",
                paramLabel = "P",
                description =
                        "Such as right-four, right-index or face. Default: what fits the device.")
        private String position = "";

        @Option(
                names = "--to",
                paramLabel = "FILE",
                description =
                        "The PNG to write; the JSON has .json after it. Of a code reader the text; nothing is written without it.")
        private @Nullable Path target;

        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws StationFault, Failure, IOException, InterruptedException {
            var file = target;
            try (var device = open(state, address)) {
                if (device instanceof CodeReader reader) {
                    read(reader, file);
                } else if (file == null) {
                    throw new ParameterException(
                            spec.commandLine(), "Missing required option: '--to=FILE'");
                } else {
                    picture(device, file);
                }
            }
            return 0;
        }

        private static void read(CodeReader reader, @Nullable Path file)
                throws Failure, IOException, InterruptedException {
            switch (reader.next(PATIENCE)) {
                case CodeReader.Reading.Missed(var fault) ->
                        throw new Failure(Sentences.of(fault, Kind.CODE_READER));
                case CodeReader.Reading.Code(var text) -> {
                    System.out.println("code: " + text.length() + " characters");
                    if (file != null) {
                        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }

        private void picture(Device device, Path file)
                throws StationFault, Failure, IOException, InterruptedException {
            var settings = Settings.load(Places.config());
            var kind = device.info().kind();
            var asked =
                    position.isEmpty()
                            ? SelfTest.usual(kind)
                            : Words.position(position)
                                    .orElseThrow(() ->
                                            new Failure("There is no position " + position + "."));
            switch (device.capture(Request.of(asked, PATIENCE, "capture"), Progress.none())) {
                case Capture.Missed(var fault) -> throw new Failure(Sentences.of(fault, kind));
                case Capture.Taken(var samples) -> {
                    FrameJudge judge =
                            kind == Kind.CAMERA
                                    ? new PortraitJudge(settings.portrait())
                                    : new FingerprintJudge(
                                            settings.fingerprint(), settings.advice());
                    var frame = samples.getFirst().frame();
                    save(file, frame, judge.judge(frame, asked, Set.of()));
                }
            }
        }

        private static void save(Path target, Frame frame, List<Judgement> judgements)
                throws IOException {
            WholeFile.write(target, Images.png(frame.pixels(), frame.resolution()));
            var readings = judgements.stream().map(JudgementJson::of).toList();
            WholeFile.write(
                    target.resolveSibling(target.getFileName() + ".json"),
                    Json.of(readings).getBytes(StandardCharsets.UTF_8));
        }
    }
}
