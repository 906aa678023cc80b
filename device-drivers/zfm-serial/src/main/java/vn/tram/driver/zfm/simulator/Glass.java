package vn.tram.driver.zfm.simulator;

import java.util.Arrays;
import vn.tram.image.Gray8;

/// What lies before the module when a finger is laid down.
@FunctionalInterface
public interface Glass {
    /// The print of the touch of that number, counted from 1; dark ridges, any size: the module
    /// sees the middle of it.
    Gray8 print(int touch);

    /// The middle of a picture, as large as the sensor and not scaled; white where the picture is
    /// smaller.
    static Gray8 middle(Gray8 picture, int width, int height) {
        var samples = new byte[width * height];
        Arrays.fill(samples, (byte) 255);
        int left = Math.floorDiv(picture.width() - width, 2);
        int top = Math.floorDiv(picture.height() - height, 2);
        for (int y = Math.max(0, -top); y < Math.min(height, picture.height() - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(width, picture.width() - left); x++) {
                samples[y * width + x] = (byte) picture.at(x + left, y + top);
            }
        }
        return Gray8.wrap(width, height, samples);
    }
}
