package vn.tram.driver.zfm.simulator;

import vn.tram.image.Gray8;

/// A picture as a module sends and takes it: two pixels a byte, the left one in the higher half,
/// sixteen gray levels, rows from the top.
final class FourBits {
    private FourBits() {}

    static byte[] packed(Gray8 picture) {
        var samples = picture.toBytes();
        var bytes = new byte[samples.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (samples[2 * i] & 0xF0 | (samples[2 * i + 1] & 0xFF) >> 4);
        }
        return bytes;
    }

    /// Black where bytes are missing.
    static Gray8 unpacked(byte[] bytes, int width, int height) {
        var samples = new byte[width * height];
        for (int i = 0; i < Math.min(bytes.length, samples.length / 2); i++) {
            samples[2 * i] = (byte) ((bytes[i] >> 4 & 0xF) * 17);
            samples[2 * i + 1] = (byte) ((bytes[i] & 0xF) * 17);
        }
        return Gray8.wrap(width, height, samples);
    }
}
