package vn.tram.quality.portrait;

import vn.tram.image.Gray8;

/// The gradient of a gray picture by Sobel's masks, divided by 8: levels a pixel.
final class Sobel {
    private Sobel() {}

    /// At the border the picture repeats itself.
    static double magnitude(Gray8 picture, int x, int y) {
        int left = Math.max(0, x - 1);
        int right = Math.min(picture.width() - 1, x + 1);
        int up = Math.max(0, y - 1);
        int down = Math.min(picture.height() - 1, y + 1);
        int nw = picture.at(left, up);
        int ne = picture.at(right, up);
        int sw = picture.at(left, down);
        int se = picture.at(right, down);
        int across = ne + 2 * picture.at(right, y) + se - nw - 2 * picture.at(left, y) - sw;
        int along = sw + 2 * picture.at(x, down) + se - nw - 2 * picture.at(x, up) - ne;
        return Math.hypot(across, along) / 8;
    }
}
