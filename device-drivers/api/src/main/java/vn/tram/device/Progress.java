package vn.tram.device;

/// Told by a device how far a capture is. Called on the device's thread; must return at once.
@FunctionalInterface
public interface Progress {
    /// @param share 0 to 1
    void at(double share);

    /// Tells nobody.
    static Progress none() {
        return _ -> {};
    }
}
