package vn.tram.driver.simulated;

import java.util.Arrays;

/// Grows ridges from seed spots by filtering along the flow again and again, until they meet. Where
/// fronts meet out of step, ridges end or fork: the minutiae come of themselves.
///
/// One step is an oriented Gabor filter in two passes: a Gaussian along the ridge, then a cosine
/// under a Gaussian across it, without response to a constant; then the result is bounded to -1…1.
final class RidgeGrower {
    /// Room around the picture, so that no tap leaves it, in pixels.
    private static final int MARGIN = 20;

    private static final int DIRECTIONS = 128;
    private static final int PERIODS = 48;
    private static final double SHORTEST = 6;
    private static final double LONGEST = 12;

    /// Taps on each side along the ridge, 1.5 pixels apart, and across it, 1 pixel apart.
    private static final int ALONG = 6;

    private static final double ALONG_STEP = 1.5;
    private static final int ACROSS = 11;

    /// Deviation of the Gaussian along the ridge, in pixels; tuned by eye, 2026-11-22.
    private static final double ALONG_SIGMA = 4.6;

    /// Deviation of the Gaussian across the ridge, in periods; as SFinGe, about three ridges wide.
    private static final double ACROSS_SIGMA = 0.52;

    /// Steps: enough for the fronts to meet from one spot to the next and for the ridges to settle.
    private static final int STEPS = 26;

    private static final double GAIN = 1.7;

    private final int width;
    private final int height;
    private final int stride;
    private int[] places;
    private final byte[] direction;
    private final byte[] period;
    private final int[][] alongOffsets = new int[DIRECTIONS][];
    private final int[][] acrossOffsets = new int[DIRECTIONS][];
    private final float[] alongWeights = new float[2 * ALONG + 1];
    private final float[][] acrossWeights = new float[PERIODS][];
    private float[] ridges;
    private float[] smoothed;

    private RidgeGrower(int width, int height, Flow flow, RidgePeriod spacing, Pad pad) {
        this.width = width;
        this.height = height;
        this.stride = width + 2 * MARGIN;
        int cells = stride * (height + 2 * MARGIN);
        this.direction = new byte[cells];
        this.period = new byte[cells];
        this.ridges = new float[cells];
        this.smoothed = new float[cells];
        this.places = survey(flow, spacing, pad);
        filters();
    }

    /// Ridges within the pad: above 0 on a ridge, below 0 in a valley, -1…1; 0 outside.
    ///
    /// @return `width * height` values, row by row
    static float[] grow(int width, int height, Flow flow, RidgePeriod spacing, Pad pad, Dice dice) {
        var grower = new RidgeGrower(width, height, flow, spacing, pad);
        grower.sow(dice);
        for (int step = 0; step < STEPS; step++) {
            grower.step();
        }
        return grower.picture();
    }

    /// Ridges within the pad that go on from those that are known; as many spots are sown as
    /// elsewhere.
    ///
    /// @param core the known ones, row by row
    /// @param known where they are
    static float[] extend(
            int width,
            int height,
            Flow flow,
            RidgePeriod spacing,
            Pad pad,
            float[] core,
            boolean[] known,
            Dice dice) {
        var grower = new RidgeGrower(width, height, flow, spacing, pad);
        grower.fix(core, known);
        grower.sow(dice);
        for (int step = 0; step < STEPS; step++) {
            grower.step();
        }
        return grower.picture();
    }

    private void fix(float[] core, boolean[] known) {
        for (int i = 0; i < core.length; i++) {
            int cell = (i / width + MARGIN) * stride + i % width + MARGIN;
            ridges[cell] = core[i];
            smoothed[cell] = core[i];
        }
        places = Arrays.stream(places).filter(c -> !known[inPicture(c)]).toArray();
    }

    private int inPicture(int cell) {
        return (cell / stride - MARGIN) * width + cell % stride - MARGIN;
    }

    private int[] survey(Flow flow, RidgePeriod spacing, Pad pad) {
        var found = new int[width * height];
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double right = x - width / 2.0;
                double up = height / 2.0 - y;
                if (!pad.holds(right, -up)) {
                    continue;
                }
                int cell = (y + MARGIN) * stride + x + MARGIN;
                found[count++] = cell;
                double turns = flow.angle(right, up) / Math.PI;
                int bin = (int) Math.round((turns - Math.floor(turns)) * DIRECTIONS);
                direction[cell] = (byte) (bin % DIRECTIONS);
                double share = (spacing.at(right, up, flow) - SHORTEST) / (LONGEST - SHORTEST);
                period[cell] = (byte) Math.clamp((int) (share * PERIODS), 0, PERIODS - 1);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void filters() {
        for (int d = 0; d < DIRECTIONS; d++) {
            double angle = Math.PI * d / DIRECTIONS;
            double dx = Math.cos(angle);
            double dy = -Math.sin(angle); // rows run downwards
            alongOffsets[d] = offsets(dx, dy, ALONG, ALONG_STEP);
            acrossOffsets[d] = offsets(-dy, dx, ACROSS, 1);
        }
        double sum = 0;
        for (int k = -ALONG; k <= ALONG; k++) {
            double at = k * ALONG_STEP / ALONG_SIGMA;
            sum += alongWeights[k + ALONG] = (float) Math.exp(-at * at / 2);
        }
        for (int k = 0; k < alongWeights.length; k++) {
            alongWeights[k] /= (float) sum;
        }
        for (int p = 0; p < PERIODS; p++) {
            acrossWeights[p] = wave(SHORTEST + (LONGEST - SHORTEST) * (p + 0.5) / PERIODS);
        }
    }

    private int[] offsets(double dx, double dy, int taps, double apart) {
        var offsets = new int[2 * taps + 1];
        for (int k = -taps; k <= taps; k++) {
            offsets[k + taps] =
                    (int) Math.round(k * apart * dy) * stride + (int) Math.round(k * apart * dx);
        }
        return offsets;
    }

    /// The cosine of that period under its Gaussian: sum 0, response 1 to a wave of that period.
    private static float[] wave(double pixels) {
        var wave = new double[2 * ACROSS + 1];
        double bell = 0;
        double sum = 0;
        var bells = new double[wave.length];
        for (int k = -ACROSS; k <= ACROSS; k++) {
            double at = k / (ACROSS_SIGMA * pixels);
            bells[k + ACROSS] = Math.exp(-at * at / 2);
            wave[k + ACROSS] = bells[k + ACROSS] * Math.cos(2 * Math.PI * k / pixels);
            bell += bells[k + ACROSS];
            sum += wave[k + ACROSS];
        }
        double response = 0;
        for (int k = -ACROSS; k <= ACROSS; k++) {
            wave[k + ACROSS] -= sum / bell * bells[k + ACROSS];
            response += wave[k + ACROSS] * Math.cos(2 * Math.PI * k / pixels);
        }
        var weights = new float[wave.length];
        for (int k = 0; k < wave.length; k++) {
            weights[k] = (float) (wave[k] / response);
        }
        return weights;
    }

    /// Spots about 36 pixels apart: 25 to 60 minutiae a finger; fewer would grow too regular a
    /// pattern.
    private void sow(Dice dice) {
        int spots = places.length / 1300;
        for (int spot = 0; spot < spots; spot++) {
            int cell = places[dice.below(places.length)];
            for (int dy = -2; dy <= 2; dy++) {
                for (int dx = -2; dx <= 2; dx++) {
                    ridges[cell + dy * stride + dx] = 1;
                }
            }
        }
    }

    private void step() {
        for (int cell : places) {
            var offsets = alongOffsets[direction[cell]];
            float sum = 0;
            for (int k = 0; k < offsets.length; k++) {
                sum += alongWeights[k] * ridges[cell + offsets[k]];
            }
            smoothed[cell] = sum;
        }
        for (int cell : places) {
            var offsets = acrossOffsets[direction[cell]];
            var weights = acrossWeights[period[cell]];
            float sum = 0;
            for (int k = 0; k < offsets.length; k++) {
                sum += weights[k] * smoothed[cell + offsets[k]];
            }
            ridges[cell] = (float) Math.clamp(GAIN * sum, -1, 1);
        }
    }

    private float[] picture() {
        var picture = new float[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(ridges, (y + MARGIN) * stride + MARGIN, picture, y * width, width);
        }
        return picture;
    }
}
