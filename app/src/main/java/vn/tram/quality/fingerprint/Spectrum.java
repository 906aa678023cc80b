package vn.tram.quality.fingerprint;

/// The power spectrum of one patch, told in a few numbers. Frequencies are in waves a patch (32
/// pixels): a finger's ridges, 5 to 14 pixels apart, lie between 2.3 and 6.4.
///
/// @param peak frequency of the strongest wave among a finger's, 0 where there is none
/// @param concentration share of the power that lies at the strongest wave, 0 to 1
/// @param direction how far the waves of a finger's frequencies agree in direction, 0 to 1
/// @param normal the direction in which they agree, across the ridges, radians
/// @param ridgePower share of the power that lies at a finger's frequencies, 0 to 1
/// @param spread standard deviation of the frequency over the whole power
record Spectrum(
        double peak,
        double concentration,
        double direction,
        double normal,
        double ridgePower,
        double spread) {
    /// Of a patch without any wave.
    static final Spectrum EMPTY = new Spectrum(0, 0, 0, 0, 0, 0);
}
