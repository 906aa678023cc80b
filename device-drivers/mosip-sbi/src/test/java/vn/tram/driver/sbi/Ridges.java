package vn.tram.driver.sbi;

import java.util.Optional;
import vn.tram.driver.sbi.simulator.Scene;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// Pictures that tell positions apart, and are quickly made: stripes as wide as the position's
/// code.
final class Ridges implements Scene {
    static Gray8 finger(Position position) {
        int width = 120 + position.code();
        int height = 160;
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / width / (position.code() % 10 + 2) % 2 * 200 + 30);
        }
        return Gray8.wrap(width, height, samples);
    }

    static Rgb8 face() {
        var samples = new byte[3 * 120 * 160];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 251);
        }
        return Rgb8.wrap(120, 160, samples);
    }

    @Override
    public Optional<Pixels> live(Position position) {
        return Optional.of(finger(Position.RIGHT_INDEX));
    }

    @Override
    public Optional<Pixels> still(Position position) {
        return Optional.of(position == Position.FACE ? face() : finger(position));
    }
}
