package vn.tram.driver.simulated;

import java.net.URI;
import java.util.List;
import vn.tram.device.DeviceLane;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Opening;
import vn.tram.device.conformance.PreviewContract;
import vn.tram.device.conformance.Situation;
import vn.tram.image.Position;

/// The camera, seen through [DeviceLane] as the station sees it.
class SimulatedCameraTest extends PreviewContract {
    private static final class OnItsLane implements DeviceProvider {
        private final DeviceProvider provider = new SimulatedProvider();

        @Override
        public String scheme() {
            return provider.scheme();
        }

        @Override
        public List<URI> scan() {
            return provider.scan();
        }

        @Override
        public Opening open(URI address) throws InterruptedException {
            return switch (provider.open(address)) {
                case Opening.Opened(var device) -> new Opening.Opened(DeviceLane.of(device));
                case Opening.NotOpened not -> not;
            };
        }
    }

    @Override
    protected DeviceProvider provider() {
        return new OnItsLane();
    }

    @Override
    protected URI address(Situation situation) {
        return Situations.of("camera", situation);
    }

    @Override
    protected Position shown() {
        return Position.FACE;
    }

    @Override
    protected Position notShown() {
        return Position.RIGHT_INDEX;
    }
}
