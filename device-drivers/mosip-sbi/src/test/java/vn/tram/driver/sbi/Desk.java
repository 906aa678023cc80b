package vn.tram.driver.sbi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.tram.device.DeviceProvider;
import vn.tram.device.DeviceTrust;
import vn.tram.device.Opening;
import vn.tram.driver.sbi.simulator.Certificates;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SbiSimulator;
import vn.tram.driver.sbi.simulator.SimulatedDevice;

/// Simulated services and a station that trusts them.
final class Desk implements AutoCloseable {
    /// Making keys takes long: one root for all tests.
    static final Certificates CERTIFICATES = Certificates.make();

    private static final Path TRUST_FOLDER = written();
    private final List<SbiSimulator> services = new ArrayList<>();

    private static Path written() {
        try {
            var folder = Files.createTempDirectory("trust");
            CERTIFICATES.writeTo(folder);
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException("no temporary folder", e);
        }
    }

    static DeviceTrust trust() {
        return DeviceTrust.in(TRUST_FOLDER);
    }

    /// A driver that opens as the station does: with the trust folder.
    static DeviceProvider provider() {
        return new DeviceProvider() {
            private final SbiProvider provider = new SbiProvider();

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
                return provider.open(address, trust());
            }
        };
    }

    SbiSimulator serve(int port, Spec spec, Misdeed misdeed, SimulatedDevice... devices)
            throws IOException {
        var setup =
                new SbiSimulator.Setup(
                        CERTIFICATES, List.of(devices), spec, new Ridges(), 80, "Staging");
        var service = SbiSimulator.start(port, setup);
        service.misbehave(misdeed);
        services.add(service);
        return service;
    }

    SbiSimulator serve(Misdeed misdeed, SimulatedDevice... devices) throws IOException {
        return serve(0, Spec.V0_9_5, misdeed, devices);
    }

    @Override
    public void close() {
        services.forEach(SbiSimulator::close);
    }
}
