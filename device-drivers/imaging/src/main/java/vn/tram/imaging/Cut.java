package vn.tram.imaging;

import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// Cuts a box out of a picture, upright and in another size.
public final class Cut {
    private Cut() {}

    /// The box's content in colour. Where the picture has more pixels than are asked for, each one
    /// is the mean of as many places as it covers, so that nothing is skipped; between pixels
    /// values are bilinear, and beyond its border the picture repeats itself.
    ///
    /// @param width and `height`: of the result, pixels, at least 1
    public static Rgb8 of(Pixels picture, Box box, int width, int height) {
        var samples = new byte[3 * width * height];
        var axes = box.axes();
        double across = box.width() / width;
        double down = box.height() / height;
        int places = Math.max(1, (int) Math.ceil(Math.max(across, down) - 1e-9));
        var sums = new double[3];
        for (int i = 0; i < width * height; i++) {
            sums[0] = 0.0;
            sums[1] = 0.0;
            sums[2] = 0.0;
            for (int place = 0; place < places * places; place++) {
                double column = i % width + (place % places + 0.5) / places;
                double row = i / width + (place / places + 0.5) / places;
                double x = column * across - box.width() / 2;
                double y = row * down - box.height() / 2;
                add(picture, axes.x(x, y) - 0.5, axes.y(x, y) - 0.5, sums);
            }
            for (int channel = 0; channel < 3; channel++) {
                samples[3 * i + channel] = (byte) Math.round(sums[channel] / (places * places));
            }
        }
        return Rgb8.wrap(width, height, samples);
    }

    private static void add(Pixels picture, double x, double y, double[] sums) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double fx = x - left;
        double fy = y - top;
        for (int corner = 0; corner < 4; corner++) {
            int column = Math.clamp(left + corner % 2, 0, picture.width() - 1);
            int row = Math.clamp(top + corner / 2, 0, picture.height() - 1);
            double weight = (corner % 2 == 0 ? 1 - fx : fx) * (corner / 2 == 0 ? 1 - fy : fy);
            int rgb = rgb(picture, column, row);
            sums[0] += weight * (rgb >> 16);
            sums[1] += weight * (rgb >> 8 & 0xFF);
            sums[2] += weight * (rgb & 0xFF);
        }
    }

    private static int rgb(Pixels picture, int x, int y) {
        return switch (picture) {
            case Gray8 gray -> gray.at(x, y) * 0x010101;
            case Rgb8 colours -> colours.at(x, y);
        };
    }
}
