package vn.tram.driver.simulated;

import vn.tram.image.Position;

/// One finger of a synthetic person as it always is: its ridges, pores, scars and where it is worn.
/// What changes from attempt to attempt is [Touch].
final class Finger {
    /// Room around the pad, in pixels, for distortion to reach into.
    private static final int ROOM = 12;

    private final Pattern pattern;
    private final Skin skin;
    private final Pad pad;
    private final int width;
    private final int height;
    private final byte[] ridges;
    private final byte[] relief;

    private Finger(
            Pattern pattern, Skin skin, Pad pad, int width, int height, float[] grown, Dice dice) {
        this.pattern = pattern;
        this.skin = skin;
        this.pad = pad;
        this.width = width;
        this.height = height;
        this.relief = Wear.relief(width, height, skin, dice);
        var marks = new Wear(width, height, grown);
        marks.pores(dice);
        marks.creases(skin, dice);
        this.ridges = new byte[grown.length];
        for (int i = 0; i < grown.length; i++) {
            ridges[i] = (byte) Math.round(127 * Math.clamp(grown[i], -1.0, 1.0));
        }
    }

    /// Grows the finger of that position; takes about a quarter of a second.
    ///
    /// @param build size of the person's hands, 1 is the mean
    static Finger grow(Position position, Skin skin, double build, Dice dice) {
        var pattern = Pattern.draw(dice, position.code() <= 5);
        var pad = pad(position, build * dice.between(0.97, 1.03));
        int width = 2 * (int) (pad.halfWidth() + ROOM);
        int height = 2 * (int) (Math.max(pad.tip(), pad.foot()) + ROOM);
        var flow = Flow.draw(dice, pattern, pad.halfWidth(), pad.tip());
        var spacing = RidgePeriod.draw(dice, period(position) * (0.4 + 0.6 * build));
        var whole = new Pad(pad.halfWidth() + 8, pad.tip() + 8, pad.foot() + 8);
        var grown = RidgeGrower.grow(width, height, flow, spacing, whole, dice);
        return new Finger(pattern, skin, pad, width, height, grown, dice);
    }

    /// Sizes of plain dabs, 20 pixels a millimetre; measured roughly on public livescan sets.
    private static Pad pad(Position position, double build) {
        var typical =
                switch (position) {
                    case RIGHT_THUMB, LEFT_THUMB -> new Pad(182, 225, 225);
                    case RIGHT_LITTLE, LEFT_LITTLE -> new Pad(122, 170, 165);
                    case RIGHT_MIDDLE, LEFT_MIDDLE -> new Pad(150, 205, 205);
                    default -> new Pad(144, 198, 195);
                };
        return typical.scaled(build);
    }

    private static double period(Position position) {
        return switch (position) {
            case RIGHT_THUMB, LEFT_THUMB -> 9.8;
            case RIGHT_LITTLE, LEFT_LITTLE -> 8.6;
            default -> 9.2;
        };
    }

    Pattern pattern() {
        return pattern;
    }

    Skin skin() {
        return skin;
    }

    Pad pad() {
        return pad;
    }

    /// Height of the skin at a place from the pad's middle, -1 (valley) to 1 (ridge); -1 outside.
    float height(float x, float down) {
        float column = x + width * 0.5f;
        float row = down + height * 0.5f;
        int left = (int) column;
        int top = (int) row;
        if (column < 0 || row < 0 || left >= width - 1 || top >= height - 1) {
            return -1;
        }
        float u = column - left;
        float v = row - top;
        int i = top * width + left;
        float upper = ridges[i] + u * (ridges[i + 1] - ridges[i]);
        float lower = ridges[i + width] + u * (ridges[i + width + 1] - ridges[i + width]);
        return (upper + v * (lower - upper)) * (1 / 127f);
    }

    /// How much of the relief is left at a place: 1 sound skin, 0 rubbed flat.
    float relief(float x, float down) {
        int column = (int) (x + width * 0.5f);
        int row = (int) (down + height * 0.5f);
        return column < 0 || row < 0 || column >= width || row >= height
                ? 1
                : (relief[row * width + column] & 0xFF) * (1 / 255f);
    }
}
