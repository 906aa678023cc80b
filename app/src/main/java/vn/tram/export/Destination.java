package vn.tram.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// Where batches go.
public sealed interface Destination {
    /// A directory: a stick, a share, the training registry's inbox.
    record Folder(Path path) implements Destination {}

    /// A registry on this machine.
    ///
    /// @param base ends with `/`
    record Loopback(URI base) implements Destination {}

    /// Reads what a person typed.
    ///
    /// @throws StationFault `XL-501` for what is known and not permitted or not possible yet
    static Destination of(String text, Mode mode) throws StationFault {
        int colon = text.indexOf("://");
        if (colon < 0) {
            return folder(text);
        }
        var scheme = text.substring(0, colon);
        return switch (scheme) {
            case "http" -> loopback(text, mode);
            case "https", "sftp" ->
                    throw new StationFault(
                            Code.XL_501,
                            "delivery by " + scheme + " is not possible yet; give a folder");
            default ->
                    throw new StationFault(
                            Code.XL_501, "there is no delivery by " + scheme + "; give a folder");
        };
    }

    private static Destination folder(String text) throws StationFault {
        try {
            return new Folder(Path.of(text));
        } catch (InvalidPathException e) {
            throw new StationFault(Code.XL_501, "the destination is no folder name", e);
        }
    }

    private static Destination loopback(String text, Mode mode) throws StationFault {
        if (mode != Mode.TRAINING) {
            throw new StationFault(Code.XL_501, "http is for training only");
        }
        try {
            var uri = new URI(text);
            boolean local =
                    uri.getHost() != null
                            && Set.of("127.0.0.1", "[::1]", "localhost").contains(uri.getHost())
                            && uri.getUserInfo() == null
                            && uri.getQuery() == null
                            && uri.getFragment() == null;
            if (!local) {
                throw new StationFault(Code.XL_501, "http goes to this machine only");
            }
            return new Loopback(text.endsWith("/") ? uri : new URI(text + "/"));
        } catch (URISyntaxException e) {
            throw new StationFault(Code.XL_501, "the destination is no address", e);
        }
    }
}
