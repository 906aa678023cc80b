package vn.tram.driver.zfm.simulator;

/// How a simulated module is set up.
///
/// @param baud its speed at start: 9600, 19200, 38400, 57600 or 115200
/// @param address and `password`: four bytes each
/// @param seed of its random numbers and noise
public record Setup(
        Model model,
        Finger finger,
        int baud,
        int address,
        int password,
        long seed,
        Mischief mischief) {
    /// As delivered, with a finger as careful people lay it and no mischief.
    public static Setup of(Model model) {
        return new Setup(model, Finger.LIFTS, 57_600, 0xFFFF_FFFF, 0, 1, Mischief.none());
    }

    public Setup with(Finger other) {
        return new Setup(model, other, baud, address, password, seed, mischief);
    }

    public Setup with(Mischief other) {
        return new Setup(model, finger, baud, address, password, seed, other);
    }
}
