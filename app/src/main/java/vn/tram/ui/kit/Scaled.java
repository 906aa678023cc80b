package vn.tram.ui.kit;

import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// A frame made small enough for the screen, as 0xAARRGGBB.
final class Scaled {
    /// At most so many samples a side are averaged for one pixel of the screen: enough against
    /// moiré in ridges, cheap enough for 30 frames a second.
    private static final int SAMPLES = 3;

    /// The frame's own size, pixels.
    record Size(int width, int height) {}

    private final int width;
    private final int height;
    private final int[] argb;
    private Size original;

    private Scaled(int width, int height, Size original) {
        this.width = width;
        this.height = height;
        this.original = original;
        this.argb = new int[width * height];
    }

    /// @param roomWidth columns there are on the screen; frames are never made larger
    /// @param reuse memory of an earlier frame, taken when the size is the same
    static Scaled of(Pixels pixels, int roomWidth, int roomHeight, @Nullable Scaled reuse) {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) roomWidth / pixels.width(),
                                (double) roomHeight / pixels.height()));
        int width = Math.max(1, (int) Math.round(pixels.width() * scale));
        int height = Math.max(1, (int) Math.round(pixels.height() * scale));
        var size = new Size(pixels.width(), pixels.height());
        var scaled =
                reuse != null && reuse.width == width && reuse.height == height
                        ? reuse
                        : new Scaled(width, height, size);
        scaled.original = size;
        scaled.fill(pixels);
        return scaled;
    }

    private void fill(Pixels pixels) {
        int stepX = Math.max(1, pixels.width() / width);
        int stepY = Math.max(1, pixels.height() / height);
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * pixels.height() / height);
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * pixels.width() / width);
                argb[y * width + x] = mean(pixels, left, top, stepX, stepY);
            }
        }
    }

    private static int mean(Pixels pixels, int left, int top, int stepX, int stepY) {
        int columns = Math.min(SAMPLES, stepX);
        int rows = Math.min(SAMPLES, stepY);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int j = 0; j < rows; j++) {
            int y = Math.min(pixels.height() - 1, top + j * stepY / rows);
            for (int i = 0; i < columns; i++) {
                int x = Math.min(pixels.width() - 1, left + i * stepX / columns);
                int rgb =
                        switch (pixels) {
                            case Gray8 gray -> gray.at(x, y) * 0x010101;
                            case Rgb8 colour -> colour.at(x, y);
                        };
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        int count = columns * rows;
        return 0xFF << 24 | red / count << 16 | green / count << 8 | blue / count;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Size original() {
        return original;
    }

    void copyTo(IntBuffer buffer) {
        buffer.clear();
        buffer.put(argb);
        buffer.clear();
    }
}
