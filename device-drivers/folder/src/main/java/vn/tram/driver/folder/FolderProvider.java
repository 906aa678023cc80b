package vn.tram.driver.folder;

import java.net.URI;
import java.util.List;
import vn.tram.device.DeviceProvider;
import vn.tram.device.FaultException;
import vn.tram.device.Opening;

/// Opens `folder:///absolute/path?as=slap|single|camera`.
///
/// Further parameters:
///
/// - `ppi=N` — the resolution of prints whose file states none; 500 if not given
/// - `order=name|time` — by file name (the default), or the oldest first
///
/// Each capture plays the next file of the directory and of those in it, and begins again after the
/// last. Files whose name tells a position (see [FileName]) are played for that position only.
public final class FolderProvider implements DeviceProvider {
    @Override
    public String scheme() {
        return "folder";
    }

    /// Nothing: any directory could be one.
    @Override
    public List<URI> scan() {
        return List.of();
    }

    @Override
    public Opening open(URI address) throws InterruptedException {
        try {
            var playing = Playing.of(address);
            return new Opening.Opened(new FolderDevice(playing, new Reel(playing)));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }
}
