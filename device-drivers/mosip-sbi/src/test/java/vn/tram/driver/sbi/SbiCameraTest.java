package vn.tram.driver.sbi;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import vn.tram.device.DeviceProvider;
import vn.tram.device.conformance.PreviewContract;
import vn.tram.device.conformance.Situation;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SbiSimulator;
import vn.tram.driver.sbi.simulator.SimulatedDevice;
import vn.tram.image.Position;

class SbiCameraTest extends PreviewContract {
    private final Desk desk = new Desk();
    private final Map<Situation, SbiSimulator> services = new EnumMap<>(Situation.class);

    @Override
    protected DeviceProvider provider() {
        return Desk.provider();
    }

    @Override
    protected URI address(Situation situation) throws IOException {
        if (!services.containsKey(situation)) {
            var misdeed =
                    switch (situation) {
                        case WORKING, MISTAKEN -> Misdeed.NONE;
                        case SILENT, LEAVING -> Misdeed.SILENT;
                    };
            services.put(situation, desk.serve(misdeed, SimulatedDevice.FACE));
        }
        var mistake = situation == Situation.MISTAKEN ? "?scor=60" : "";
        return URI.create("sbi://127.0.0.1:" + services.get(situation).port() + "/face" + mistake);
    }

    @Override
    protected void unplug() {
        services.get(Situation.LEAVING).close();
    }

    @Override
    protected Position shown() {
        return Position.FACE;
    }

    @Override
    protected Position notShown() {
        return Position.RIGHT_INDEX;
    }

    @AfterEach
    void end() {
        desk.close();
    }
}
