package vn.tram.driver.simulated;

/// Lays one finger on the glass: which skin comes where, and how dark it shows.
final class Contact {
    /// Ink against surplus of height, as a table: steepness is applied before.
    private static final float[] SIGMOID = sigmoid();

    private static final int SIGMOID_STEPS = 64;
    private static final int SIGMOID_REACH = 8;

    private final Finger finger;
    private final Touch touch;
    private final Grain grain;
    private final int grainX;
    private final int grainY;
    private final int delay;
    private final Pad reach;

    // The look of this touch; how each follows from pressure and moisture was tuned beside
    // FVC2000 DB3 and FVC2002 DB1 and DB2, 2026-11-22.
    private final float threshold;
    private final float fine;
    private final float broken;
    private final float blotches;
    private final float steepness;
    private final float depth;
    private final float fog;
    private final float[] bendX;
    private final float[] bendY;

    Contact(Finger finger, Touch touch, Grain grain, Dice dice) {
        this.finger = finger;
        this.touch = touch;
        this.grain = grain;
        this.grainX = dice.below(Texture.SIDE);
        this.grainY = dice.below(Texture.SIDE);
        this.delay = dice.below(60);
        this.reach = finger.pad().scaled(touch.cover());
        float dry = (float) Math.max(0, -touch.moisture());
        float wet = (float) Math.max(0, touch.moisture());
        float press = (float) touch.pressure() - 0.5f;
        threshold = -0.14f - 0.62f * press + 0.16f * dry - 0.58f * wet;
        fine = 0.16f + 0.22f * dry;
        broken = 0.22f + 0.95f * dry;
        blotches = 0.10f + 0.14f * dry + 0.50f * wet;
        steepness = 2.6f + 1.2f * wet;
        depth = 172 + 60 * press - 62 * dry + 36 * wet;
        fog = 7 + 16 * wet;
        bendX = waves(dice, finger.pad().tip());
        bendY = waves(dice, finger.pad().tip());
    }

    /// Smooth random displacement by row or column, at most about 3 pixels.
    private static float[] waves(Dice dice, double size) {
        var table = new float[1024];
        double first = dice.between(0.6, 1.4) * Math.PI / size;
        double second = dice.between(1.4, 2.2) * Math.PI / size;
        double phase = dice.between(0, 2 * Math.PI);
        double big = 1.5 * dice.normal();
        double small = 0.7 * dice.normal();
        for (int i = 0; i < table.length; i++) {
            double at = i - table.length / 2.0;
            table[i] = (float) (big * Math.sin(first * at + phase) + small * Math.cos(second * at));
        }
        return table;
    }

    /// Shows the finger with its pad's middle at (`middleX`, `middleY`).
    void press(Glass glass, double middleX, double middleY) {
        double half = 1.25 * Math.max(reach.halfWidth(), Math.max(reach.tip(), reach.foot()));
        int left = (int) Math.max(0, middleX - half);
        int right = (int) Math.min(glass.width(), middleX + half);
        int top = (int) Math.max(0, middleY - half);
        int bottom = (int) Math.min(glass.height(), middleY + half);
        double cos = Math.cos(touch.turn());
        double sin = Math.sin(touch.turn());
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double fromX = x - middleX;
                double fromY = y - middleY;
                float padX = (float) (cos * fromX + sin * fromY);
                float padY = (float) (cos * fromY - sin * fromX);
                double out = reach.reach(padX - touch.offsetX(), padY - touch.offsetY());
                if (out < 1.12) {
                    show(glass, x, y, padX, padY, (float) out);
                }
            }
        }
    }

    private void show(Glass glass, int x, int y, float padX, float padY, float out) {
        float rim = out * out;
        float twist = (float) touch.twist() * rim;
        float skinX = padX + twist * padY + (float) touch.slideX() * rim + bendX[index(padY)];
        float skinY = padY - twist * padX + (float) touch.slideY() * rim + bendY[index(padX)];
        int gx = x + grainX;
        int gy = y + grainY;
        float blotch = grain.blotch(gx, gy);
        float relief = finger.relief(skinX, skinY);
        float flat = 1 - relief;
        float gap = Math.max(0, grain.broken(gx, gy)); // skin that does not touch
        float surplus =
                finger.height(skinX, skinY) * relief
                        - threshold
                        - fading(out)
                        - 0.22f * flat
                        + (fine + 0.3f * flat) * grain.fine(gx, gy)
                        - (broken + 0.5f * flat) * gap
                        + blotches * blotch;
        float ink = ink(surplus * steepness);
        float veil = out < 0.95f ? fog * (1 - out * out) : 0;
        float shade = depth * (0.55f + 0.45f * relief) + 9 * blotch;
        int level = glass.level(x, y) - (int) (ink * shade + (1 - ink) * veil);
        int stage = (int) (1 + delay + 190 * Math.min(1, out) + 6 * grain.broken(gx, gy));
        glass.mark(x, y, Math.max(level, 6), Math.clamp(stage, 1, Glass.RESTING));
    }

    private static int index(float at) {
        return (int) at + 512 & 1023;
    }

    /// The pressure falls off towards the rim: ridges thin out, break, end.
    private static float fading(float out) {
        if (out < 0.72f) {
            return 0;
        }
        float over = (out - 0.72f) / 0.28f;
        return 1.15f * over * over * over;
    }

    private static float ink(float surplus) {
        int step = (int) ((surplus + SIGMOID_REACH) * SIGMOID_STEPS);
        return SIGMOID[Math.clamp(step, 0, SIGMOID.length - 1)];
    }

    private static float[] sigmoid() {
        var table = new float[2 * SIGMOID_REACH * SIGMOID_STEPS];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (1 / (1 + Math.exp(SIGMOID_REACH - (double) i / SIGMOID_STEPS)));
        }
        return table;
    }
}
