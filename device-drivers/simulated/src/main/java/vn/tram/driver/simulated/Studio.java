package vn.tram.driver.simulated;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.tram.device.Request;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// A camera's view of a person in front of an even, light wall, who cannot quite keep still.
final class Studio implements Scene {
    static final int STILL_WIDTH = 1920;
    static final int STILL_HEIGHT = 1080;

    private static final int LIVE_WIDTH = 1280;
    private static final int LIVE_HEIGHT = 720;
    private static final int COUNTS_KEPT = 512;

    /// Between two stills of one person, in seconds of the person's movement.
    private static final double PAUSE = 1.7;

    private static final int WALL_RED = 216;
    private static final int WALL_GREEN = 217;
    private static final int WALL_BLUE = 219;

    private final Script script;
    private final Grain grain;
    private final Map<Portrait, Cutout> stills = new EnumMap<>(Portrait.class);
    private final Map<Portrait, Cutout> lives = new EnumMap<>(Portrait.class);
    private final Map<Long, Integer> attempts = new Recent<>(COUNTS_KEPT);

    Studio(Script script) {
        this.script = script;
        this.grain = new Grain(script.seed());
    }

    @Override
    public Optional<String> refusal(Request request) {
        return switch (request.position()) {
            case FACE, DOCUMENT -> Optional.empty();
            default -> Optional.of("a camera cannot show " + request.position());
        };
    }

    @Override
    public Duration interval() {
        return Duration.ofMillis(33);
    }

    @Override
    public Pixels shot(Request request) {
        if (request.position() == Position.DOCUMENT) {
            return Table.hands(STILL_WIDTH, STILL_HEIGHT, request.missing());
        }
        long person = script.personKey(request.transaction());
        int attempt = attempts.merge(person, 1, Integer::sum);
        var portrait = script.portrait();
        var cutout = stills.computeIfAbsent(portrait, it -> it.cutout(STILL_HEIGHT));
        return view(person, portrait, cutout, attempt * PAUSE, STILL_WIDTH, STILL_HEIGHT);
    }

    @Override
    public Live live(Request request) {
        if (request.position() == Position.DOCUMENT) {
            var still = Table.hands(LIVE_WIDTH, LIVE_HEIGHT, request.missing());
            return _ -> still;
        }
        long person = script.personKey(request.transaction());
        var portrait = script.portrait();
        var cutout = lives.computeIfAbsent(portrait, it -> it.cutout(LIVE_HEIGHT));
        return time ->
                view(person, portrait, cutout, time.toMillis() / 1000.0, LIVE_WIDTH, LIVE_HEIGHT);
    }

    private Rgb8 view(
            long person, Portrait portrait, Cutout cutout, double seconds, int width, int height) {
        var pose = Pose.at(Dice.of(person, 5), seconds);
        double cos = Math.cos(pose.roll()) / pose.size();
        double sin = Math.sin(pose.roll()) / pose.size();
        double pivotX = width / 2.0 + pose.right() * height;
        double pivotY = 1.1 * height; // people sway about their hips
        double fileX = portrait.middle(height);
        double fileY = pivotY - portrait.top(height) - pose.down() * height;
        var samples = new byte[3 * width * height];
        int shiftX = (int) (seconds * 9973);
        int shiftY = (int) (seconds * 7919);
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += 3) {
                double fromX = x - pivotX;
                double fromY = y - pivotY;
                int seen =
                        cutout.at(
                                fileX + cos * fromX + sin * fromY,
                                fileY - sin * fromX + cos * fromY);
                int wall = 256 - (seen >>> 24);
                double shade = 1 - 0.02 * y / height; // lit from above
                int noise = grain.sensor(x + shiftX, y + shiftY);
                samples[i] =
                        level(
                                (seen >> 16 & 0xFF) * pose.red() + wall * WALL_RED / 256 * shade,
                                pose,
                                noise);
                samples[i + 1] =
                        level((seen >> 8 & 0xFF) + wall * WALL_GREEN / 256 * shade, pose, noise);
                samples[i + 2] =
                        level(
                                (seen & 0xFF) * pose.blue() + wall * WALL_BLUE / 256 * shade,
                                pose,
                                noise);
            }
        }
        return Rgb8.wrap(width, height, samples);
    }

    private static byte level(double level, Pose pose, int noise) {
        return (byte) Math.clamp((int) (level * pose.light()) + noise, 0, 255);
    }
}
