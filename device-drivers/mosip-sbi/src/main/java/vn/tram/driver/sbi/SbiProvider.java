package vn.tram.driver.sbi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceProvider;
import vn.tram.device.DeviceTrust;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Opening;

/// The entrance of `sbi://`.
public final class SbiProvider implements DeviceProvider {
    /// Less than the ten seconds that opening may take.
    private static final Duration OPENING = Duration.ofSeconds(8);

    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    @Override
    public String scheme() {
        return "sbi";
    }

    @Override
    public List<URI> scan() {
        return Discovery.devices();
    }

    /// Believes no device: those of this interface all sign.
    @Override
    public Opening open(URI address) throws InterruptedException {
        return open(address, DeviceTrust.none());
    }

    @Override
    public Opening open(URI address, DeviceTrust trust) throws InterruptedException {
        try {
            var wanted = SbiAddress.of(address);
            var chain = new Chain(trust.certificates());
            return new Opening.Opened(open(wanted, chain));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }

    private static SbiDevice open(SbiAddress wanted, Chain chain)
            throws FaultException, InterruptedException {
        var deadline = Deadline.in(OPENING);
        var service = Service.at(port(wanted));
        var identification = new Identification(wanted, chain);
        var kept = false;
        try {
            var answer = Identification.ask(service, new Service.Ask("device info", deadline));
            var device = identification.choose(answer);
            var later = device.details().callback().filter(c -> !c.equals(service.base()));
            var used = later.map(Service::new).orElse(service);
            kept = used == service;
            return new SbiDevice(wanted, used, identification, device, chain);
        } finally {
            if (!kept) {
                service.close();
            }
        }
    }

    /// A service that has just lost a client is busy until it notices: it gets a moment.
    private static Identification.Identified identified(
            Service service, Identification identification, Deadline deadline)
            throws FaultException, InterruptedException {
        var busy = Deadline.in(BUSY);
        while (true) {
            try {
                var ask = new Service.Ask("device info", deadline);
                return identification.choose(Identification.ask(service, ask));
            } catch (FaultException e) {
                if (!(e.fault() instanceof Fault.Busy) || busy.passed()) {
                    throw e;
                }
                service.pause(BETWEEN_TRIES);
            }
        }
    }

    private static int port(SbiAddress wanted) throws FaultException {
        if (wanted.port().isPresent()) {
            return wanted.port().getAsInt();
        }
        return Discovery.port(wanted)
                .orElseThrow(() ->
                        new FaultException(new Fault.Disconnected(wanted.address().toString())));
    }
}
