package vn.tram.driver.simulated;

import java.net.URI;
import vn.tram.device.DeviceProvider;
import vn.tram.device.conformance.PreviewContract;
import vn.tram.device.conformance.Situation;
import vn.tram.image.Position;

class SimulatedSingleScannerTest extends PreviewContract {
    @Override
    protected DeviceProvider provider() {
        return new SimulatedProvider();
    }

    @Override
    protected URI address(Situation situation) {
        return Situations.of("single", situation);
    }

    @Override
    protected Position shown() {
        return Position.LEFT_THUMB;
    }

    @Override
    protected Position notShown() {
        return Position.RIGHT_FOUR;
    }
}
