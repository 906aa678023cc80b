package vn.tram.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Reading;

/// How many gray levels prints have: of at least ten pictures of different people's fingers.
///
/// - `gray-levels`: levels that at least five pixels have · 0 to 256 · the number that 80 % of the
///   prints reach · FBI EBTS App. F 2.7 as in BSI TR-03121 · blind to where in the picture they
///   are.
/// - `gray-levels-least`: of the poorest print.
public final class GrayRange implements Procedure {
    static final int PICTURES = 10;

    private static final int LEAST_PIXELS = 5;
    private static final int LEAST_SIDE = 96;
    private static final double SHARE = 0.2;

    /// A picture with a narrower span shows no finger: levels.
    private static final int LEAST_SPAN = 30;

    /// Of a picture's deviation that a mean over 3 pixels keeps (noise: a third), and that lies in
    /// the band of ridges (shading: little).
    private static final double LEAST_SMOOTH = 0.6;

    private static final double LEAST_RIDGES = 0.15;

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.PRINT, PICTURES);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(View.PRINT, PICTURES, LEAST_SIDE);
        var frames = shots.of(View.PRINT);
        if (!frames.isEmpty()) {
            var newest = Levels.of(frames.getLast().pixels());
            if (!showsRidges(newest)) {
                return new Answer.Do(new Instruction.NoTarget(View.PRINT));
            }
        }
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var levels =
                frames.stream()
                        .mapToDouble(f ->
                                Arrays.stream(f.pixels().toGray().histogram())
                                        .filter(n -> n >= LEAST_PIXELS)
                                        .count())
                        .toArray();
        return new Answer.Measured(
                List.of(
                        new Reading.Measured(
                                "gray-levels", Levels.percentile(levels, SHARE), "levels"),
                        new Reading.Measured(
                                "gray-levels-least", Levels.percentile(levels, 0), "levels")));
    }

    private static boolean showsRidges(Levels picture) {
        double all = picture.deviation();
        return picture.percentile(0.98) - picture.percentile(0.02) >= LEAST_SPAN
                && Spots.box(picture, 3).deviation() >= LEAST_SMOOTH * all
                && Spots.ridgeBand(picture).deviation() >= LEAST_RIDGES * all;
    }
}
