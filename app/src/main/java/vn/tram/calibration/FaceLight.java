package vn.tram.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Reading;
import vn.tram.image.Pixels;

/// How evenly the place of a face is lit, by a matt gray card or head that stands there.
///
/// - `face-light`: light of the darkest of four zones (forehead, both cheeks, chin) over that of
///   the brightest · a share of 1 · light, not levels: sRGB is undone (IEC 61966-2-1) · the zones
///   lie where those of a face do that fills the frame as the portrait's policy wants it · blind to
///   shadows that a real nose throws.
public final class FaceLight implements Procedure {
    private static final int LEAST_SIDE = 96;

    /// Forehead, cheeks to the picture's left and right, chin: shares of the height, from the
    /// middle of the picture across and from its top down.
    private static final double[][] ZONES = {{0, 0.30}, {-0.10, 0.46}, {0.10, 0.46}, {0, 0.60}};

    private static final double HALF = 0.04;

    /// Within one zone the card is flatter than this: deviation in levels.
    private static final double MOST_DEVIATION = 14;

    private static final double LEAST_LEVEL = 40;
    private static final double MOST_LEVEL = 250;

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.FACE_PLACE, 1);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(View.FACE_PLACE, 1, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var pixels = shots.of(View.FACE_PLACE).getLast().pixels();
        if (pixels.width() * 3 < pixels.height()) {
            return new Answer.Do(new Instruction.OtherPicture(pixels.width(), pixels.height()));
        }
        var zones = zones(pixels);
        var levels = zones.stream().mapToDouble(Levels::mean).toArray();
        double brightest = Arrays.stream(levels).max().orElseThrow();
        if (brightest < LEAST_LEVEL) {
            return new Answer.Do(new Instruction.TooDark(brightest));
        }
        if (brightest > MOST_LEVEL) {
            return new Answer.Do(new Instruction.TooBright(brightest));
        }
        if (zones.stream().anyMatch(z -> z.deviation() > MOST_DEVIATION)) {
            return new Answer.Do(new Instruction.NoTarget(View.FACE_PLACE));
        }
        var light = Arrays.stream(levels).map(FaceLight::light).toArray();
        return new Answer.Measured(
                List.of(
                        new Reading.Measured(
                                "face-light",
                                Arrays.stream(light).min().orElseThrow()
                                        / Arrays.stream(light).max().orElseThrow(),
                                "of-1")));
    }

    private static List<Levels> zones(Pixels pixels) {
        var all = Levels.of(pixels);
        int h = all.height();
        int side = Math.max(1, (int) (2 * HALF * h));
        var zones = new ArrayList<Levels>();
        for (var zone : ZONES) {
            int left = (int) (all.width() / 2.0 + (zone[0] - HALF) * h);
            int top = (int) ((zone[1] - HALF) * h);
            zones.add(all.crop(left, top, side, side));
        }
        return zones;
    }

    /// Of an sRGB level, 0 to 1.
    static double light(double level) {
        double v = level / 255;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
