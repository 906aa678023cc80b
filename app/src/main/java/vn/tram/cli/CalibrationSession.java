package vn.tram.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.CalibrationRun.Step;
import vn.tram.calibration.Instruction;
import vn.tram.calibration.Procedure;
import vn.tram.calibration.Shots;
import vn.tram.calibration.View;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.enroll.SelfTest;
import vn.tram.image.Frame;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// The pictures of one calibration on the terminal: taken one by one as the procedures ask, or read
/// from a folder.
final class CalibrationSession {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Pictures that were not as asked, before the command gives up.
    private static final int MOST_RETRIES = 10;

    private final Optional<Device> device;
    private final Shots shots;

    private CalibrationSession(Optional<Device> device, Shots shots) {
        this.device = device;
        this.shots = shots;
    }

    static CalibrationSession live(Device device) {
        return new CalibrationSession(Optional.of(device), Shots.none());
    }

    /// @throws Failure when a file is no picture, or its name tells nothing
    static CalibrationSession of(Path folder, DeviceInfo info) throws Failure, IOException {
        var shots = Shots.none();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Images::looksLikePicture).sorted().toList()) {
                switch (Images.read(file)) {
                    case Decoding.Unreadable(var why) -> throw new Failure(file + ": " + why);
                    case Decoding.Decoded(var pixels, _) ->
                            shots =
                                    shots.with(
                                            view(file),
                                            new Frame(
                                                    pixels,
                                                    info.resolution(),
                                                    Instant.now(),
                                                    file.getFileName().toString()));
                }
            }
        }
        return new CalibrationSession(Optional.empty(), shots);
    }

    /// The longest view's name that the file's begins with.
    private static View view(Path file) throws Failure {
        var name = file.getFileName().toString();
        return Stream.of(View.values())
                .filter(v -> name.matches(v.text() + "[-_.].*"))
                .max(Comparator.comparing(v -> v.text().length()))
                .orElseThrow(() -> new Failure(file + ": its name does not say what it shows."));
    }

    /// Takes what the procedures ask for until all of them have measured.
    CalibrationRun run(List<Procedure> procedures) throws Failure, InterruptedException {
        int retries = 0;
        var run = CalibrationRun.of(procedures, shots);
        while (run.step() instanceof Step.Wanted(var view, var have, var want, var wrong)) {
            if (wrong.isPresent()) {
                var sentence = InstructionSentences.of(wrong.get());
                if (device.isEmpty() || ++retries > MOST_RETRIES) {
                    throw new Failure(sentence);
                }
                System.err.println(sentence);
            }
            run = run.with(taken(new Instruction.MorePictures(view, have, want)));
        }
        return run;
    }

    private Frame taken(Instruction.MorePictures more) throws Failure, InterruptedException {
        var wanted = InstructionSentences.of(more);
        if (device.isEmpty()) {
            throw new Failure("The folder lacks: " + wanted);
        }
        System.err.println(wanted);
        @Nullable Console console = System.console();
        if (console != null && console.isTerminal()) {
            console.readLine("Enter when it is there. ");
        }
        var open = device.get();
        var position = SelfTest.usual(open.info().kind());
        return switch (open.capture(Request.of(position, PATIENCE, "calibrate"), Progress.none())) {
            case Capture.Taken(var samples) -> samples.getFirst().frame();
            case Capture.Missed(var fault) ->
                    throw new Failure(Sentences.of(fault, open.info().kind()));
        };
    }
}
