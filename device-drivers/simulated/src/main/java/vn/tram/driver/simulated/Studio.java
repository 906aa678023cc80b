package vn.tram.driver.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.tram.device.Request;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// A camera's view of a person in front of a wall, who cannot quite keep still; what else is to be
/// seen, the script tells.
final class Studio implements Scene {
    static final int STILL_WIDTH = 1920;
    static final int STILL_HEIGHT = 1080;

    private static final int LIVE_WIDTH = 1280;
    private static final int LIVE_HEIGHT = 720;
    private static final int COUNTS_KEPT = 512;

    /// Between two stills of one person, in seconds of the person's movement.
    private static final double PAUSE = 1.7;

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
        return view(
                person,
                portrait,
                cutout,
                script.staging(person),
                attempt * PAUSE,
                STILL_WIDTH,
                STILL_HEIGHT);
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
        return time -> {
            double seconds = time.toMillis() / 1000.0;
            var staging = script.staging(person, seconds);
            return view(person, portrait, cutout, staging, seconds, LIVE_WIDTH, LIVE_HEIGHT);
        };
    }

    private Rgb8 view(
            long person,
            Portrait portrait,
            Cutout cutout,
            Staging staging,
            double seconds,
            int width,
            int height) {
        var pose = Pose.at(Dice.of(person, 5), seconds);
        var layers = new ArrayList<Layer>();
        if (staging.people() > 0) {
            layers.add(layer(portrait, cutout, staging, pose, width, height, 0));
        }
        if (staging.people() > 1) {
            var other = portrait.other();
            var behind = cutouts(height).computeIfAbsent(other, it -> it.cutout(height));
            var small = Staging.bystander(Dice.of(person, 7));
            layers.add(layer(other, behind, small, pose, width, height, -0.3 * width));
        }
        var samples = new byte[3 * width * height];
        int shiftX = (int) (seconds * 9973);
        int shiftY = (int) (seconds * 7919);
        var wall = new Backdrop(staging.wall(), person, height);
        for (int y = 0, i = 0; y < height; y++) {
            double shade = 1 - 0.02 * y / height; // lit from above
            for (int x = 0; x < width; x++, i += 3) {
                int seen = 0;
                for (var layer : layers) {
                    seen = over(seen, layer.at(x, y));
                }
                double behind = (256 - (seen >>> 24)) / 256.0 * shade;
                int colour = wall.at(x, y);
                double light = pose.light() * staging.lightAt((double) x / width);
                int noise = grain.sensor(x + shiftX, y + shiftY);
                samples[i] =
                        level(
                                (seen >> 16 & 0xFF) * pose.red() + (colour >> 16) * behind,
                                light,
                                noise);
                samples[i + 1] =
                        level((seen >> 8 & 0xFF) + (colour >> 8 & 0xFF) * behind, light, noise);
                samples[i + 2] =
                        level((seen & 0xFF) * pose.blue() + (colour & 0xFF) * behind, light, noise);
            }
        }
        staging.blur().ifPresent(blur -> Smear.over(samples, width, height, blur));
        return Rgb8.wrap(width, height, samples);
    }

    /// One person, as placed in the picture.
    private interface Layer {
        /// `0xAARRGGBB`, multiplied.
        int at(int x, int y);
    }

    private static Layer layer(
            Portrait portrait,
            Cutout cutout,
            Staging staging,
            Pose pose,
            int width,
            int height,
            double aside) {
        double size = pose.size() * staging.size();
        double cos = Math.cos(pose.roll()) / size;
        double sin = Math.sin(pose.roll()) / size;
        double pivotX = width / 2.0 + pose.right() * height + aside;
        double pivotY = 1.1 * height; // people sway about their hips
        double fileX = portrait.middle(height);
        double fileY = pivotY - portrait.top(height) - pose.down() * height;
        var head = portrait.head(height);
        return (x, y) -> {
            double fromX = x - pivotX;
            double fromY = y - pivotY;
            return head.seen(
                    cutout,
                    fileX + cos * fromX + sin * fromY,
                    fileY - sin * fromX + cos * fromY,
                    staging);
        };
    }

    private Map<Portrait, Cutout> cutouts(int height) {
        return height == STILL_HEIGHT ? stills : lives;
    }

    /// One multiplied colour before another.
    private static int over(int front, int behind) {
        int rest = 255 - (front >>> 24);
        if (rest == 255) {
            return behind;
        }
        if (rest == 0 || behind == 0) {
            return front;
        }
        int mixed = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            mixed |= ((front >>> shift & 0xFF) + (behind >>> shift & 0xFF) * rest / 255) << shift;
        }
        return mixed;
    }

    private static byte level(double level, double light, int noise) {
        return (byte) Math.clamp((int) (level * light) + noise, 0, 255);
    }
}
