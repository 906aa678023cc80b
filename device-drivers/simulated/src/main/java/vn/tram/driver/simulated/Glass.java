package vn.tram.driver.simulated;

import java.util.Arrays;
import vn.tram.image.Gray8;

/// What an optical scanner's platen shows when a hand lies on it, and which pixel the skin reaches
/// when on its way down.
final class Glass {
    /// The hand is off; and the whole hand rests.
    static final int OFF = 0;

    static final int RESTING = 254;

    private static final int NEVER = 255;

    private final int width;
    private final int height;
    private final byte[] empty;
    private final byte[] levels;
    private final byte[] arrival;

    private Glass(int width, int height, byte[] empty) {
        this.width = width;
        this.height = height;
        this.empty = empty;
        this.levels = empty.clone();
        this.arrival = new byte[empty.length];
        Arrays.fill(arrival, (byte) NEVER);
    }

    /// Nothing on it: nearly white, a little darker towards the corners.
    static Glass clean(int width, int height, Grain grain) {
        var empty = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double down = 2.0 * y / height - 1;
            for (int x = 0; x < width; x++) {
                double across = 2.0 * x / width - 1;
                double level = 247 - 7 * (across * across + down * down) + 0.8 * grain.blotch(x, y);
                empty[y * width + x] = (byte) Math.round(Math.min(255, level));
            }
        }
        return new Glass(width, height, empty);
    }

    /// The same glass, wiped.
    static Glass over(Glass clean) {
        return new Glass(clean.width, clean.height, clean.empty);
    }

    /// This glass after `pressed` was lifted off it: where that one had ink, a share of it stays.
    Glass keeping(Glass pressed, double share) {
        var stained = empty.clone();
        for (int i = 0; i < stained.length; i++) {
            int ink = (empty[i] & 0xFF) - (pressed.levels[i] & 0xFF);
            stained[i] = (byte) ((empty[i] & 0xFF) - (int) (share * Math.max(0, ink)));
        }
        return new Glass(width, height, stained);
    }

    /// Darkens a place for good: it is there without a hand too.
    void stain(int x, int y, int by) {
        if (holds(x, y)) {
            int i = y * width + x;
            empty[i] = (byte) Math.max(0, (empty[i] & 0xFF) - by);
            levels[i] = empty[i];
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean holds(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    int level(int x, int y) {
        return levels[y * width + x] & 0xFF;
    }

    /// Darkens a pixel; where two fingers overlap the darker one stays.
    ///
    /// @param level gray, 0 to 255
    /// @param stage 1 (touches first) to 254 (touches last)
    void mark(int x, int y, int level, int stage) {
        int i = y * width + x;
        if (level < (levels[i] & 0xFF)) {
            levels[i] = (byte) level;
        }
        if (stage < (arrival[i] & 0xFF)) {
            arrival[i] = (byte) stage;
        }
    }

    /// The picture when the hand has come down to that stage, with the noise of that exposure.
    Gray8 exposure(int stage, Grain grain, int exposure) {
        var picture = new byte[levels.length];
        int shiftX = exposure * 197;
        int shiftY = exposure * 89;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int level = ((arrival[i] & 0xFF) <= stage ? levels[i] : empty[i]) & 0xFF;
                int noisy = level + grain.sensor(x + shiftX, y + shiftY);
                picture[i] = (byte) (noisy < 0 ? 0 : Math.min(noisy, 255));
            }
        }
        return Gray8.wrap(width, height, picture);
    }
}
