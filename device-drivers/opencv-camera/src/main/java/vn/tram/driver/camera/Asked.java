package vn.tram.driver.camera;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;

/// What a `camera://` address asks for.
///
/// @param name for the officers
/// @param width and the others: as in [CameraProvider]
record Asked(
        URI address,
        Place place,
        Optional<String> name,
        OptionalLong width,
        OptionalLong height,
        OptionalLong fps,
        Optional<Coding> format,
        OptionalLong exposure,
        OptionalLong whiteBalance,
        OptionalLong focus) {
    /// Where the camera is.
    sealed interface Place {
        record Index(int number) implements Place {}

        record Path(java.nio.file.Path file) implements Place {}

        record Network(URI url) implements Place {}
    }

    /// How pictures come from the camera.
    enum Coding {
        MJPG,
        YUYV;

        /// Four letters in one number, the first lowest.
        int fourcc() {
            int code = 0;
            for (int i = 3; i >= 0; i--) {
                code = code << 8 | name().charAt(i);
            }
            return code;
        }
    }

    static Asked of(URI address) throws FaultException {
        var place = place(address);
        var query =
                place instanceof Place.Network
                        ? DeviceQuery.of(address, "name")
                        : DeviceQuery.of(
                                address,
                                "name",
                                "width",
                                "height",
                                "fps",
                                "format",
                                "exposure",
                                "white-balance",
                                "focus");
        return new Asked(
                address,
                place,
                query.text("name"),
                query.number("width", 16, 16_384),
                query.number("height", 16, 16_384),
                query.number("fps", 1, 1000),
                query.choice("format", Coding.class),
                query.number("exposure", -1_000_000, 1_000_000),
                query.number("white-balance", 1000, 20_000),
                query.number("focus", 0, 1_000_000));
    }

    private static Place place(URI address) throws FaultException {
        var authority = address.getRawAuthority();
        var path = address.getPath() == null ? "" : address.getPath();
        if (address.getFragment() != null || address.getUserInfo() != null) {
            throw misplaced(address);
        }
        if (authority == null) {
            if (path.length() < 2) {
                throw misplaced(address);
            }
            return new Place.Path(java.nio.file.Path.of(path));
        }
        if (authority.matches("[0-9]{1,2}") && path.isEmpty()) {
            return new Place.Index(Integer.parseInt(authority));
        }
        if (address.getHost() == null || address.getPort() < 0) {
            throw misplaced(address);
        }
        return new Place.Network(
                URI.create("http://" + authority + (path.isEmpty() ? "/" : address.getRawPath())));
    }

    private static FaultException misplaced(URI address) {
        return DeviceQuery.refused(
                address,
                "write camera://0, camera:///dev/video0, camera:///path/file.avi or"
                        + " camera://HOST:PORT/path");
    }
}
