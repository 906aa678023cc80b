package vn.tram.driver.simulated;

import java.util.Optional;
import vn.tram.image.Box;
import vn.tram.image.Position;

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
    private final Optional<Roll> roll;

    // The look of this touch; how each follows from pressure and moisture was tuned beside
    // FVC2000 DB3 and FVC2002 DB1 and DB2, 2026-11-22.
    private final float threshold;
    private final float fine;
    private final float broken;
    private final float blotches;
    private final float flooded;
    private final float patchy;
    private final float steepness;
    private final float depth;
    private final float fog;
    private final float[] bendX;
    private final float[] bendY;

    // What came of it: the pad and its touched part in pixels, what is flat of that, the ink's rim.
    private int whole;
    private int touched;
    private double flattened;
    private double sideways;
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    /// @param roll how the finger is rolled, where it is
    Contact(Finger finger, Touch touch, Optional<Roll> roll, Grain grain, Dice dice) {
        this.finger = finger;
        this.touch = touch;
        this.roll = roll;
        this.grain = grain;
        this.grainX = dice.below(Texture.SIDE);
        this.grainY = dice.below(Texture.SIDE);
        this.delay = dice.below(60);
        this.reach = finger.pad().scaled(touch.cover());
        float dry = (float) Math.max(0, -touch.moisture());
        float wet = (float) Math.max(0, touch.moisture());
        float press = (float) touch.pressure() - 0.5f;
        float light = Math.max(0, -press - 0.15f); // nothing of it within ordinary pressure
        float hard = Math.max(0, press - 0.15f);
        float parched = dry * dry;
        float soaked = wet * wet;
        threshold = -0.14f - 0.62f * press + 0.16f * dry + 1.4f * light - 0.5f * wet - 1.5f * hard;
        fine = 0.18f + 0.2f * dry + 0.6f * parched + 1.6f * light + 1.1f * soaked + 2.4f * hard;
        broken = 0.22f + 0.5f * dry + 1.8f * parched + 6 * light;
        blotches = 0.12f + 0.2f * wet;
        flooded = 2.2f * soaked + 7 * hard;
        patchy = 1.1f * parched + 5 * light;
        steepness = 2.6f + 1.2f * wet;
        depth = 172 + 60 * press - 200 * light - 30 * dry - 50 * parched + 36 * wet;
        fog = 7 + 8 * wet + 34 * soaked + 110 * hard;
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

    /// Shows the finger with its pad's middle at (`middleX`, `middleY`); empty when nothing of it
    /// is on the glass.
    Optional<LaidFinger> press(Position position, Glass glass, double middleX, double middleY) {
        cover(glass, middleX, middleY);
        if (left >= right || top >= bottom) {
            return Optional.empty();
        }
        double cos = Math.cos(touch.turn());
        double sin = Math.sin(touch.turn());
        double padX = (left + right) / 2;
        double padY = (top + bottom) / 2;
        var box =
                new Box(
                        middleX + cos * padX - sin * padY,
                        middleY + sin * padX + cos * padY,
                        right - left,
                        bottom - top,
                        Math.toDegrees(touch.turn()));
        var condition =
                new LaidFinger.Condition(
                        touch.pressure(),
                        touch.moisture(),
                        flattened / Math.max(1, touched),
                        Math.min(1, (double) touched / Math.max(1, whole)),
                        Math.hypot(touch.smearX(), touch.smearY()),
                        Math.abs(sideways) / Math.max(1, touched) / finger.pad().halfWidth());
        return Optional.of(new LaidFinger(position, box, condition));
    }

    private void cover(Glass glass, double middleX, double middleY) {
        var pad = finger.pad();
        double half = 1.25 * Math.max(pad.halfWidth(), Math.max(pad.tip(), pad.foot()));
        int firstColumn = (int) Math.floor(middleX - half);
        int endColumn = (int) Math.ceil(middleX + half);
        int firstRow = (int) Math.floor(middleY - half);
        int endRow = (int) Math.ceil(middleY + half);
        double cos = Math.cos(touch.turn());
        double sin = Math.sin(touch.turn());
        for (int y = firstRow; y < endRow; y++) {
            for (int x = firstColumn; x < endColumn; x++) {
                double fromX = x - middleX;
                double fromY = y - middleY;
                float padX = (float) (cos * fromX + sin * fromY);
                float padY = (float) (cos * fromY - sin * fromX);
                double own = pad.reach(padX, padY);
                whole += own < 1 ? 1 : 0;
                if (!glass.holds(x, y)) {
                    continue;
                }
                double contact = reach.reach(padX - touch.offsetX(), padY - touch.offsetY());
                double out = Math.max(contact, own - 0.06);
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
        float across = padX / (float) finger.pad().halfWidth();
        if (roll.isPresent()) {
            skinX += roll.get().pushed(across);
            skinY += roll.get().strayed(across);
        }
        int gx = x + grainX;
        int gy = y + grainY;
        float blotch = grain.blotch(gx, gy);
        float relief = finger.relief(skinX, skinY);
        float height = height(skinX, skinY);
        float flat = 1 - relief;
        float gap = Math.max(0, grain.broken(gx, gy)); // skin that does not touch
        float surplus =
                height * relief
                        - threshold
                        - fading(finger.rim(), out)
                        - 0.22f * flat
                        + (fine + 0.3f * flat) * grain.fine(gx, gy)
                        - (broken + 0.5f * flat) * gap
                        + blotches * blotch
                        + flooded * Math.max(0, blotch + 0.25f) * Math.max(0, 1 - rim * rim)
                        - patchy * Math.max(0, 0.25f - blotch);
        float ink = ink(surplus * steepness);
        note(padX, padY, out, relief, ink);
        float veil = out < 0.95f ? fog * (1 - out * out) : 0;
        float shade = depth * (0.55f + 0.45f * relief) + 9 * blotch;
        int level = glass.level(x, y) - (int) (ink * shade + (1 - ink) * veil);
        float later = roll.isPresent() ? roll.get().stage(across) : 190 * Math.min(1, out) + delay;
        int stage = (int) (1 + later + 6 * grain.broken(gx, gy));
        glass.mark(x, y, Math.max(level, 6), Math.clamp(stage, 1, Glass.RESTING));
    }

    private void note(float padX, float padY, float out, float relief, float ink) {
        if (out < 1) {
            touched++;
            flattened += 1 - relief;
            sideways += padX;
            if (ink > 0.5f) {
                left = Math.min(left, padX);
                right = Math.max(right, padX);
                top = Math.min(top, padY);
                bottom = Math.max(bottom, padY);
            }
        }
    }

    /// Of the skin that passes a place while the picture is taken.
    private float height(float x, float y) {
        if (touch.smearX() == 0 && touch.smearY() == 0) {
            return finger.height(x, y);
        }
        float sum = 0;
        for (int i = -2; i <= 2; i++) {
            float way = i / 4f;
            sum +=
                    finger.height(
                            x + way * (float) touch.smearX(), y + way * (float) touch.smearY());
        }
        return sum / 5;
    }

    private static int index(float at) {
        return (int) at + 512 & 1023;
    }

    /// The pressure falls off towards the rim: ridges thin out, break, end.
    private static float fading(Finger.Rim rim, float out) {
        if (out < rim.from()) {
            return 0;
        }
        float over = (out - rim.from()) / rim.width();
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
