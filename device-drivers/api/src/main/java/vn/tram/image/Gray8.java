package vn.tram.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/// An 8-bit gray picture: 0 black, 255 white. In a print, ridges are dark.
public final class Gray8 implements Pixels {
    private final int width;
    private final int height;
    private final byte[] samples;

    private Gray8(int width, int height, byte[] samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /// Copies `samples`, `width * height` bytes, row by row.
    ///
    /// @throws IllegalArgumentException when the size is not positive or does not fit the bytes
    public static Gray8 of(int width, int height, byte[] samples) {
        return wrap(width, height, samples.clone());
    }

    /// Takes `samples` over without copying; the caller must not touch them again.
    ///
    /// @throws IllegalArgumentException when the size is not positive or does not fit the bytes
    public static Gray8 wrap(int width, int height, byte[] samples) {
        if (width < 1 || height < 1 || (long) width * height != samples.length) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels do not fit " + samples.length + " bytes");
        }
        return new Gray8(width, height, samples);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /// Gray level at column `x`, row `y`: 0 to 255.
    public int at(int x, int y) {
        Objects.checkIndex(x, width);
        return samples[y * width + x] & 0xFF;
    }

    @Override
    public byte[] toBytes() {
        return samples.clone();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(samples);
    }

    /// Copies row `y` to `target` from `offset` on.
    public void copyRow(int y, byte[] target, int offset) {
        System.arraycopy(samples, Objects.checkIndex(y, height) * width, target, offset, width);
    }

    @Override
    public Gray8 toGray() {
        return this;
    }

    @Override
    public Rgb8 toRgb() {
        var colours = new byte[3 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            Arrays.fill(colours, 3 * i, 3 * i + 3, samples[i]);
        }
        return Rgb8.wrap(width, height, colours);
    }

    /// How many pixels have each of the 256 levels.
    public int[] histogram() {
        var counts = new int[256];
        for (byte sample : samples) {
            counts[sample & 0xFF]++;
        }
        return counts;
    }

    /// The part inside the rectangle, which must lie within the picture.
    ///
    /// @throws IndexOutOfBoundsException when it does not
    public Gray8 crop(int x, int y, int cropWidth, int cropHeight) {
        Objects.checkFromIndexSize(x, cropWidth, width);
        Objects.checkFromIndexSize(y, cropHeight, height);
        var part = new byte[cropWidth * cropHeight];
        for (int row = 0; row < cropHeight; row++) {
            System.arraycopy(samples, (y + row) * width + x, part, row * cropWidth, cropWidth);
        }
        return wrap(cropWidth, cropHeight, part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gray8 that
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
        return "Gray8[" + width + "x" + height + "]";
    }
}
