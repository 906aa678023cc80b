package vn.tram.driver.simulated;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.device.Request;
import vn.tram.driver.simulated.BoardPicture.Held;
import vn.tram.driver.simulated.TargetPicture.Seen;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// Calibration targets before a simulated device that is fit, unless its script says what is wrong:
/// 500.4 x 499.7 ppi, a little blur, a little noise, targets laid a degree askew.
final class TargetScene implements Scene {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final double SKEW = 1.1;
    private static final double BLUR = 0.45;
    private static final double NOISE = 0.7;
    private static final List<Double> FREQUENCIES =
            DoubleStream.iterate(1, f -> f + 1).limit(10).boxed().toList();
    private static final double PATCH_MM = 5;
    private static final double GRAY = 118;

    /// What may lie there.
    enum Word {
        CLEAN(true),
        DARK(true),
        BARS(true),
        BARS_TURNED(true),
        GRID(true),
        BAR_CHART(true),
        CHECKERBOARD(false),
        GRAY_CARD(false),
        EYE_EDGE(false),
        FACE_PLACE(false);

        private final boolean onPlaten;

        Word(boolean onPlaten) {
            this.onPlaten = onPlaten;
        }
    }

    /// What may be wrong with a scanner, or with how a target was laid.
    enum Flaw {
        NONE,
        BLUR,
        NOISE,
        STRETCH,
        SKEW;

        private Seen in(Seen fit) {
            return switch (this) {
                case NONE -> fit;
                case BLUR -> fit.blurred(1.6);
                case NOISE -> fit.noisy(8, fit.seed());
                case STRETCH -> fit.at(510, fit.ppiY());
                case SKEW -> fit.turned(7);
            };
        }
    }

    private final Script script;
    private final DeviceInfo info;
    private int shots;
    private int drawn = -1;
    private @Nullable Pixels standing;

    TargetScene(Script script, DeviceInfo info) {
        this.script = script;
        this.info = info;
    }

    static List<Word> words(URI address, Kind kind, Optional<String> text) throws FaultException {
        var words = new ArrayList<Word>();
        if (text.isEmpty()) {
            return words;
        }
        for (var part : text.get().split(",", -1)) {
            words.add(
                    Arrays.stream(Word.values())
                            .filter(w -> w.onPlaten == (kind != Kind.CAMERA))
                            .filter(w -> written(w).equals(part))
                            .findFirst()
                            .orElseThrow(() ->
                                    DeviceQuery.refused(
                                            address, "no target for it is named '" + part + "'")));
        }
        return List.copyOf(words);
    }

    private static String written(Word word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<String> refusal(Request request) {
        return Optional.empty();
    }

    @Override
    public Pixels shot(Request request) {
        return picture(shots++);
    }

    /// The target that the next capture will show; drawn once, as it lies still.
    @Override
    public Live live(Request request) {
        return _ -> {
            var picture = standing;
            if (picture == null || drawn != shots) {
                picture = picture(shots);
                standing = picture;
                drawn = shots;
            }
            return picture;
        };
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    private Pixels picture(int index) {
        var targets = script.targets();
        long dice = 31 * script.seed() + index;
        var fit =
                new Seen(info.width(), info.height(), 500.4, 499.7, SKEW, BLUR, NOISE, 0, 0, dice);
        var seen = script.flaw().in(fit);
        return switch (targets.get(Math.min(index, targets.size() - 1))) {
            case CLEAN -> TargetPicture.uniform(seen, 235, 0);
            case DARK -> TargetPicture.uniform(seen, 15, 0);
            case BARS -> TargetPicture.bars(seen, 1);
            case BARS_TURNED -> TargetPicture.barsTurned(seen, 1);
            case GRID -> TargetPicture.grid(seen, 1);
            case BAR_CHART -> TargetPicture.barChart(seen, FREQUENCIES, PATCH_MM);
            case CHECKERBOARD -> board(index);
            case GRAY_CARD, FACE_PLACE -> colour(TargetPicture.uniform(seen, GRAY, 0));
            case EYE_EDGE -> edge(seen);
        };
    }

    /// Another angle at each capture.
    private Pixels board(int index) {
        double focal = 1.1 * info.width();
        var held =
                new Held(
                        330 + 15 * (index % 3),
                        -20 + 9 * (index % 5),
                        -15 + 9 * (index % 4),
                        -28 + 14 * (index % 5),
                        -25 + 17 * (index % 4));
        var camera =
                new BoardPicture(
                        info.width(), info.height(), focal, -0.05, NOISE, script.seed() + index);
        return colour(camera.of(held, 8, 5, 25));
    }

    /// A square of a sixth of the height, where eyes will be.
    private Pixels edge(Seen seen) {
        int lower = (int) (0.16 * info.height());
        var taller =
                new Seen(
                        info.width(),
                        info.height() + lower,
                        500,
                        500,
                        5,
                        1.1,
                        NOISE,
                        0,
                        0,
                        seen.seed());
        return colour(
                TargetPicture.square(taller, info.height() / 6.0 * 25.4 / 500)
                        .crop(0, lower, info.width(), info.height()));
    }

    private static Rgb8 colour(Gray8 gray) {
        var samples = gray.toBytes();
        var all = new byte[3 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            all[3 * i] = samples[i];
            all[3 * i + 1] = samples[i];
            all[3 * i + 2] = samples[i];
        }
        return Rgb8.wrap(gray.width(), gray.height(), all);
    }
}
