package vn.tram.driver.sbi.simulator;

import java.util.Optional;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// What lies before the simulated devices. Called from several threads.
public interface Scene {
    /// What the live picture of a slap, a finger or the face shows; empty: nothing at all.
    Optional<Pixels> live(Position position) throws InterruptedException;

    /// The picture of one finger, or of the face; empty: nobody is there.
    Optional<Pixels> still(Position position) throws InterruptedException;

    /// The same picture whatever is asked for.
    static Scene of(Pixels picture) {
        return new Scene() {
            @Override
            public Optional<Pixels> live(Position position) {
                return Optional.of(picture);
            }

            @Override
            public Optional<Pixels> still(Position position) {
                return Optional.of(picture);
            }
        };
    }
}
