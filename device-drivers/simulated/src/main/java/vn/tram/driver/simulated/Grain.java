package vn.tram.driver.simulated;

/// The noises that skin and sensor add, made once for a device.
final class Grain {
    /// Deviation of the sensor's noise, in gray levels.
    private static final double SENSOR = 1.8;

    private final Texture fine;
    private final Texture broken;
    private final Texture blotches;
    private final byte[] sensor;

    Grain(long seed) {
        var dice = Dice.of(seed, 0x6772_6169_6EL);
        fine = Texture.of(dice, 1);
        broken = Texture.of(dice, 2);
        blotches = Texture.of(dice, 9);
        sensor = new byte[Texture.SIDE * Texture.SIDE];
        for (int i = 0; i < sensor.length; i++) {
            sensor[i] = (byte) Math.round(SENSOR * dice.normal());
        }
    }

    /// About 2 pixels in size: the roughness of a ridge.
    float fine(int x, int y) {
        return fine.at(x, y);
    }

    /// About 4 pixels: what breaks dry ridges.
    float broken(int x, int y) {
        return broken.at(x, y);
    }

    /// About 20 pixels, a millimetre: sweat, pressure.
    float blotch(int x, int y) {
        return blotches.at(x, y);
    }

    /// Gray levels to add to a pixel.
    int sensor(int x, int y) {
        return sensor[(y & Texture.SIDE - 1) * Texture.SIDE + (x & Texture.SIDE - 1)];
    }
}
