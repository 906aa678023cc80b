package vn.tram.ui.kit;

import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Position;

/// A scanner on which something else is laid down than was asked for.
///
/// @param laid what is on the glass, whatever is asked for
public record Crossed(Device scanner, Position laid) implements Device {
    @Override
    public DeviceInfo info() {
        return scanner.info();
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        return scanner.capture(
                new Request(laid, request.missing(), request.patience(), request.transaction()),
                progress);
    }

    @Override
    public void close() {
        scanner.close();
    }
}
