package vn.tram.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Attempt;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Digest;
import vn.tram.domain.Judgement;
import vn.tram.enroll.Sealer;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.settings.Settings;

/// What every benchmark starts from: the pictures that the simulated devices show of one synthetic
/// person, and the station's own judges.
///
/// @param settings of the station
record Scene(Settings settings, FrameJudge fingers, FrameJudge portraits) {
    /// What a whole enrollment captures.
    static final List<Position> POSITIONS =
            List.of(Position.RIGHT_FOUR, Position.LEFT_FOUR, Position.TWO_THUMBS, Position.FACE);

    private static final URI SCANNER = URI.create("sim://slap?seed=7&person=0&hand=careful");
    private static final URI CAMERA = URI.create("sim://camera?seed=7&person=0");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// @param config the folder `config/`
    static Scene of(Path config) throws StationFault {
        var settings = Settings.load(config);
        return new Scene(
                settings,
                new FingerprintJudge(settings.fingerprint(), settings.advice()),
                new PortraitJudge(settings.portrait()));
    }

    /// What the simulated scanner or camera shows.
    static Frame captured(Position position) throws InterruptedException {
        var address = position == Position.FACE ? CAMERA : SCANNER;
        var drivers = Drivers.load(Scene.class.getClassLoader());
        return switch (drivers.open(address)) {
            case Opening.Opened(var device) -> {
                try (device) {
                    var request = Request.of(position, PATIENCE, "bench");
                    yield switch (device.capture(request, Progress.none())) {
                        case Capture.Taken(var samples) -> samples.getFirst().frame();
                        case Capture.Missed(var fault) ->
                                throw new IllegalStateException(address + ": " + fault);
                    };
                }
            }
            case Opening.NotOpened(var fault) ->
                    throw new IllegalStateException(address + ": " + fault);
        };
    }

    List<Judgement> judge(Position position, Frame frame) {
        return (position == Position.FACE ? portraits : fingers).judge(frame, position, Set.of());
    }

    /// A position captured, judged, and made the first attempt of a session.
    Sealer.Kept kept(Position position) throws InterruptedException {
        var frame = captured(position);
        var cards = Set.of(CardFormat.CARD_3X4, CardFormat.PASSPORT_35X45);
        return new Sealer.Kept(attempt(position, 1, frame, judge(position, frame)), frame, cards);
    }

    static Attempt attempt(Position position, int number, Frame frame, List<Judgement> judgements) {
        var pixels = frame.pixels();
        return new Attempt(
                position,
                number,
                frame.takenAt(),
                new Attempt.Device(frame.origin(), "Trạm", "simulated", "7", "1", ""),
                Optional.of(Digest.of(pixels.toBytes())),
                pixels.width(),
                pixels.height(),
                frame.resolution(),
                OptionalInt.empty(),
                position.isSlap() ? position.members() : List.of(position),
                judgements);
    }
}
