package vn.tram.driver.folder;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceQuery;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.image.Resolution;

/// What a `folder://` address asks for.
///
/// @param ppi of prints whose file states no resolution
record Playing(URI address, Path directory, Role as, Resolution.Ppi ppi, Order order) {
    /// The device that the directory plays.
    enum Role {
        SLAP,
        SINGLE,
        CAMERA
    }

    /// Which file is next.
    enum Order {
        NAME,
        TIME
    }

    static Playing of(URI address) throws FaultException {
        var query = DeviceQuery.of(address, "as", "ppi", "order");
        var as =
                query.choice("as", Role.class)
                        .orElseThrow(() ->
                                DeviceQuery.refused(
                                        address,
                                        "say what it plays: as=slap, as=single or" + " as=camera"));
        var ppi = query.number("ppi", 50, 5000);
        return new Playing(
                address,
                directory(address),
                as,
                Resolution.Ppi.of(ppi.orElse(500)),
                query.choice("order", Order.class).orElse(Order.NAME));
    }

    private static Path directory(URI address) throws FaultException {
        if (address.getRawAuthority() != null || address.getFragment() != null) {
            throw DeviceQuery.refused(address, "write folder:///absolute/path, with three slashes");
        }
        var path = path(address);
        if (!Files.exists(path)) {
            throw DeviceQuery.refused(address, "there is no such directory");
        }
        if (!Files.isDirectory(path)) {
            throw DeviceQuery.refused(address, "is a file, not a directory");
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw new FaultException(new Fault.NotPermitted(path.toString()));
        }
        return path;
    }

    private static Path path(URI address) throws FaultException {
        try {
            return Path.of(URI.create("file://" + address.getRawPath()));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new FaultException(
                    new Fault.Refused(0, address + ": is no absolute path of a directory"), e);
        }
    }

    Kind kind() {
        return switch (as) {
            case SLAP -> Kind.SLAP_SCANNER;
            case SINGLE -> Kind.SINGLE_FINGER_SCANNER;
            case CAMERA -> Kind.CAMERA;
        };
    }

    /// Sizes are nominal: each file has its own.
    DeviceInfo info() {
        return switch (as) {
            case SLAP -> info("Folder as slap scanner", ppi, 1600, 1500);
            case SINGLE -> info("Folder as single-finger scanner", ppi, 500, 500);
            case CAMERA -> info("Folder as camera", new Resolution.Unknown(), 1920, 1080);
        };
    }

    private DeviceInfo info(String model, Resolution resolution, int width, int height) {
        return new DeviceInfo(
                address,
                kind(),
                "Trạm",
                model,
                "",
                "",
                "",
                resolution,
                256,
                width,
                height,
                as != Role.CAMERA);
    }
}
