package vn.tram.driver.zfm;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import vn.tram.device.DeviceProvider;
import vn.tram.device.FaultException;
import vn.tram.device.conformance.DeviceContract;
import vn.tram.device.conformance.PtyPair;
import vn.tram.device.conformance.Situation;
import vn.tram.driver.zfm.simulator.Bench;
import vn.tram.driver.zfm.simulator.Finger;
import vn.tram.driver.zfm.simulator.Model;
import vn.tram.driver.zfm.simulator.Setup;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

/// The driver and a simulated R307, on pseudo-terminals.
class ZfmContractTest extends DeviceContract {
    private static final Gray8 PRINT = Bench.print(7, 256, 288);

    private record Attached(PtyPair cable, Bench module) {}

    private final Map<Situation, Attached> attached = new EnumMap<>(Situation.class);

    @Override
    protected DeviceProvider provider() {
        return new ZfmProvider();
    }

    @Override
    protected URI address(Situation situation) throws IOException {
        return switch (situation) {
            case WORKING -> at(situation, Finger.STAYS);
            case SILENT, LEAVING -> at(situation, Finger.AWAY);
            case MISTAKEN -> URI.create("zfm:///dev/ttyUSB0?bauds=57600");
        };
    }

    private URI at(Situation situation, Finger finger) throws IOException {
        var there = attached.get(situation);
        if (there == null) {
            var cable = PtyPair.open();
            try {
                var setup = Setup.of(Model.R307).with(finger);
                var module = Bench.onPort(cable.module().toString(), setup, _ -> PRINT);
                there = new Attached(cable, module);
            } catch (FaultException e) {
                throw new IOException(e);
            }
            attached.put(situation, there);
        }
        return URI.create("zfm://" + there.cable().host());
    }

    @Override
    protected Position shown() {
        return Position.RIGHT_INDEX;
    }

    @Override
    protected Position notShown() {
        return Position.RIGHT_FOUR;
    }

    @Override
    protected void unplug() {
        attached.get(Situation.LEAVING).cable().close();
    }

    @AfterEach
    void detach() {
        attached.values()
                .forEach(a -> {
                    a.module().close();
                    a.cable().close();
                });
    }
}
