package vn.tram.driver.simulated;

import vn.tram.image.Position;

/// One finger of a synthetic person as it always is: its ridges, pores, scars and where it is worn.
/// What changes from attempt to attempt is [Touch].
final class Finger {
    /// Room around the pad, in pixels, for distortion to reach into.
    private static final int ROOM = 12;

    /// Ridges are grown so far beyond the pad's outline, in pixels.
    private static final int BEYOND = 8;

    /// How much wider and longer a finger rolled from nail to nail shows than one laid down flat;
    /// assumed, for no set of live rolled prints was at hand.
    private static final double ROLLED_WIDER = 1.5;

    private static final double ROLLED_LONGER = 1.06;

    /// How far out the contact begins to fade, 0 in the middle, 1 on the outline, and how wide that
    /// rim is.
    record Rim(float from, float width) {
        /// A finger laid down flat loses pressure towards its outline.
        private static final Rim FLAT = new Rim(0.72f, 0.28f);

        /// One that is rolled presses on all of it in turn.
        private static final Rim ROLLED = new Rim(0.88f, 0.12f);
    }

    private final Pattern pattern;
    private final Skin skin;
    private final Flow flow;
    private final RidgePeriod spacing;
    private final Pad pad;
    private final Rim rim;
    private final int width;
    private final int height;
    private final byte[] ridges;
    private final byte[] relief;

    private Finger(
            Pattern pattern,
            Skin skin,
            Flow flow,
            RidgePeriod spacing,
            Pad pad,
            Rim rim,
            int width,
            int height,
            byte[] ridges,
            byte[] relief) {
        this.pattern = pattern;
        this.skin = skin;
        this.flow = flow;
        this.spacing = spacing;
        this.pad = pad;
        this.rim = rim;
        this.width = width;
        this.height = height;
        this.ridges = ridges;
        this.relief = relief;
    }

    /// Grows the finger of that position; takes about a quarter of a second.
    ///
    /// @param build size of the person's hands, 1 is the mean
    static Finger grow(Position position, Skin skin, double build, Dice dice) {
        var pattern = Pattern.draw(dice, position.code() <= 5);
        var pad = pad(position, build * dice.between(0.97, 1.03));
        int width = width(pad);
        int height = height(pad);
        var flow = Flow.draw(dice, pattern, pad.halfWidth(), pad.tip());
        var spacing = RidgePeriod.draw(dice, period(position) * (0.4 + 0.6 * build));
        var grown = RidgeGrower.grow(width, height, flow, spacing, grown(pad), dice);
        var relief = Wear.relief(width, height, skin, dice);
        var marks = new Wear(width, height, grown);
        marks.pores(dice);
        marks.creases(skin, dice);
        return new Finger(
                pattern, skin, flow, spacing, pad, Rim.FLAT, width, height, levels(grown), relief);
    }

    /// The same finger with the skin that touches the glass when it is rolled from nail to nail:
    /// the pad's own ridges in the middle, and to both sides those that go on from them.
    Finger unrolled(Dice dice) {
        var wide =
                new Pad(
                        ROLLED_WIDER * pad.halfWidth(),
                        ROLLED_LONGER * pad.tip(),
                        ROLLED_LONGER * pad.foot());
        int across = width(wide);
        int down = height(wide);
        var core = new float[across * down];
        boolean[] known = new boolean[core.length];
        var rubbed = new byte[core.length];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int column = x - (across - width) / 2;
                int row = y - (down - height) / 2;
                int i = y * across + x;
                int edge =
                        Math.clamp(row, 0, height - 1) * width + Math.clamp(column, 0, width - 1);
                rubbed[i] = relief[edge];
                if (pad.holds(column - width / 2.0, row - height / 2.0)) {
                    known[i] = true;
                    core[i] = ridges[edge] / 127f;
                }
            }
        }
        var around =
                RidgeGrower.extend(across, down, flow, spacing, grown(wide), core, known, dice);
        var marks = new Wear(across, down, around);
        marks.pores(dice);
        marks.creases(skin, dice);
        for (int i = 0; i < around.length; i++) {
            around[i] = known[i] ? core[i] : around[i];
        }
        return new Finger(
                pattern,
                skin,
                flow,
                spacing,
                wide,
                Rim.ROLLED,
                across,
                down,
                levels(around),
                rubbed);
    }

    private static int width(Pad pad) {
        return 2 * (int) (pad.halfWidth() + ROOM);
    }

    private static int height(Pad pad) {
        return 2 * (int) (Math.max(pad.tip(), pad.foot()) + ROOM);
    }

    private static Pad grown(Pad pad) {
        return new Pad(pad.halfWidth() + BEYOND, pad.tip() + BEYOND, pad.foot() + BEYOND);
    }

    private static byte[] levels(float[] grown) {
        var levels = new byte[grown.length];
        for (int i = 0; i < grown.length; i++) {
            levels[i] = (byte) Math.round(127 * Math.clamp(grown[i], -1.0, 1.0));
        }
        return levels;
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

    Rim rim() {
        return rim;
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
