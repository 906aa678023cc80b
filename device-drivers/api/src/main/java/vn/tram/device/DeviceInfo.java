package vn.tram.device;

import java.net.URI;
import vn.tram.image.Resolution;

/// What a device says of itself after it was identified.
///
/// @param address where it was opened
/// @param make its maker
/// @param model its model name
/// @param serial its serial number; empty when it has none
/// @param firmware its firmware version; empty when it has none
/// @param certification what it is certified for by whom, in words of the maker; empty means *not
///   certified for enrollment*
/// @param resolution of its pictures
/// @param grayLevels different gray levels a pixel can have: 256 for 8 bits, 16 for 4
/// @param width columns of a full capture
/// @param height rows of a full capture
/// @param rolls whether it captures fingers rolled from nail to nail; such a picture has a size of
///   its own
public record DeviceInfo(
        URI address,
        Kind kind,
        String make,
        String model,
        String serial,
        String firmware,
        String certification,
        Resolution resolution,
        int grayLevels,
        int width,
        int height,
        boolean rolls) {
    /// A device that does not roll.
    public DeviceInfo(
            URI address,
            Kind kind,
            String make,
            String model,
            String serial,
            String firmware,
            String certification,
            Resolution resolution,
            int grayLevels,
            int width,
            int height) {
        this(
                address,
                kind,
                make,
                model,
                serial,
                firmware,
                certification,
                resolution,
                grayLevels,
                width,
                height,
                false);
    }

    /// A device that reads codes: it has no pictures, so that no resolution is known, and its gray
    /// levels and size are 0.
    public static DeviceInfo codeReader(
            URI address, String make, String model, String serial, String firmware) {
        return new DeviceInfo(
                address,
                Kind.CODE_READER,
                make,
                model,
                serial,
                firmware,
                "",
                new Resolution.Unknown(),
                0,
                0,
                0);
    }

    /// What tells this device from every other, as far as it says: make, model and serial number.
    public String identity() {
        return String.join(" ", make, model, serial).strip();
    }
}
