package vn.tram.driver.camera;

import java.net.URI;
import java.util.List;
import vn.tram.device.DeviceProvider;
import vn.tram.device.FaultException;
import vn.tram.device.Opening;

/// Opens
///
/// - `camera://0` — the operating system's camera of that number,
/// - `camera:///dev/video0` — the one at that path,
/// - `camera:///path/of/a/recording.avi` — a recorded MJPEG-AVI, played over and over,
/// - `camera://HOST:PORT/path` — a network camera, MJPEG over HTTP.
///
/// Parameters, none of them needed, none for network cameras but the first:
///
/// - `name=WORDS` — what the officers see instead of the model
/// - `width=N`, `height=N`, `fps=N` — what is asked of the camera; read back, and refused when the
///   camera gives another
/// - `format=mjpg|yuyv` — how its pictures come; likewise
/// - `exposure=N`, `white-balance=KELVIN`, `focus=N` — set in the camera's own units with its
///   automatic switched off, and read back; refused when the camera does not hold the value
public final class CameraProvider implements DeviceProvider {
    @Override
    public String scheme() {
        return "camera";
    }

    /// The video devices of the system that show pictures. A network camera is told in the
    /// settings.
    @Override
    public List<URI> scan() {
        return VideoDevices.here().stream().map(VideoDevices.Video::address).toList();
    }

    @Override
    public Opening open(URI address) throws InterruptedException {
        try {
            var asked = Asked.of(address);
            return new Opening.Opened(CameraDevice.open(asked, source(asked)));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }

    private static Source source(Asked asked) throws FaultException, InterruptedException {
        return switch (asked.place()) {
            case Asked.Place.Index _, Asked.Place.Path _ -> NativeSource.open(asked);
            case Asked.Place.Network(var url) -> HttpSource.open(asked, url);
        };
    }
}
