package vn.tram.driver.simulated;

import java.net.URI;
import java.util.List;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.device.Request;
import vn.tram.image.Gray8;

/// A simulated picture and what is true of it, for tests of what is measured on pictures.
///
/// @param picture 500 ppi, the same as the device gives
/// @param fingers those that are on the glass, in the order of the position's members
public record Truth(Gray8 picture, List<LaidFinger> fingers) {
    public Truth {
        fingers = List.copyOf(fingers);
    }

    /// What the device at `address` shows at the capture of that number for the position and
    /// without the missing fingers of `request`.
    ///
    /// @param address of a simulated scanner, see [SimulatedProvider]; its fault is not played
    /// @param earlier captures of the same before this one, from 0 on
    /// @throws FaultException when the address is no simulated scanner's
    /// @throws IllegalArgumentException when the scanner cannot show the position
    public static Truth of(URI address, Request request, int earlier) throws FaultException {
        var script = Script.of(address);
        if (script.kind() == Kind.CAMERA) {
            throw new IllegalArgumentException(address + " is no scanner");
        }
        var platen = SimulatedProvider.platen(script);
        platen.refusal(request)
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        return platen.truth(request, earlier);
    }
}
