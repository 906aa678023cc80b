package vn.tram.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/// A 24-bit sRGB picture, samples interleaved R, G, B.
public final class Rgb8 implements Pixels {
    private final int width;
    private final int height;
    private final byte[] samples;

    private Rgb8(int width, int height, byte[] samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /// Copies `samples`, `3 * width * height` bytes, row by row.
    ///
    /// @throws IllegalArgumentException when the size is not positive or does not fit the bytes
    public static Rgb8 of(int width, int height, byte[] samples) {
        return wrap(width, height, samples.clone());
    }

    /// Takes `samples` over without copying; the caller must not touch them again.
    ///
    /// @throws IllegalArgumentException when the size is not positive or does not fit the bytes
    public static Rgb8 wrap(int width, int height, byte[] samples) {
        if (width < 1 || height < 1 || 3L * width * height != samples.length) {
            throw new IllegalArgumentException(
                    width + "x" + height + " RGB pixels do not fit " + samples.length + " bytes");
        }
        return new Rgb8(width, height, samples);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /// The pixel at column `x`, row `y` as `0xRRGGBB`.
    public int at(int x, int y) {
        Objects.checkIndex(x, width);
        int i = 3 * (y * width + x);
        return (samples[i] & 0xFF) << 16 | (samples[i + 1] & 0xFF) << 8 | samples[i + 2] & 0xFF;
    }

    /// Copies row `y`, `3 * width` bytes, to `target` from `offset` on.
    public void copyRow(int y, byte[] target, int offset) {
        int length = 3 * width;
        System.arraycopy(samples, Objects.checkIndex(y, height) * length, target, offset, length);
    }

    @Override
    public byte[] toBytes() {
        return samples.clone();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(samples);
    }

    @Override
    public Rgb8 toRgb() {
        return this;
    }

    @Override
    public Gray8 toGray() {
        var gray = new byte[width * height];
        for (int i = 0, s = 0; i < gray.length; i++, s += 3) {
            int luma =
                    299 * (samples[s] & 0xFF)
                            + 587 * (samples[s + 1] & 0xFF)
                            + 114 * (samples[s + 2] & 0xFF);
            gray[i] = (byte) ((luma + 500) / 1000);
        }
        return Gray8.wrap(width, height, gray);
    }

    /// The part inside the rectangle, which must lie within the picture.
    ///
    /// @throws IndexOutOfBoundsException when it does not
    public Rgb8 crop(int x, int y, int cropWidth, int cropHeight) {
        Objects.checkFromIndexSize(x, cropWidth, width);
        Objects.checkFromIndexSize(y, cropHeight, height);
        int length = 3 * cropWidth;
        var part = new byte[length * cropHeight];
        for (int row = 0; row < cropHeight; row++) {
            System.arraycopy(samples, 3 * ((y + row) * width + x), part, row * length, length);
        }
        return wrap(cropWidth, cropHeight, part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rgb8 that
                && width == that.width
                && height == that.height
                && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, height, Arrays.hashCode(samples));
    }

    @Override
    public String toString() {
        return "Rgb8[" + width + "x" + height + "]";
    }
}
