package vn.tram.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.tram.device.Device;
import vn.tram.device.Drivers;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Opening;

/// The devices of a command: opened by address, told apart by what they say they are. A simulated
/// device gets another synthetic person for each citizen.
final class DeviceBench implements AutoCloseable {
    private final Drivers drivers;
    private final List<URI> addresses;
    private final Map<URI, Device> open = new HashMap<>();

    DeviceBench(Drivers drivers, List<URI> addresses) {
        this.drivers = drivers;
        this.addresses = List.copyOf(addresses);
    }

    /// The devices for one citizen, by kind.
    Map<Kind, Device> forPerson(int person) throws Failure, InterruptedException {
        var wanted = new ArrayList<URI>();
        for (var address : addresses) {
            wanted.add(withPerson(address, person));
        }
        for (var stale : List.copyOf(open.keySet())) {
            if (!wanted.contains(stale)) {
                Objects.requireNonNull(open.remove(stale)).close();
            }
        }
        var byKind = new EnumMap<Kind, Device>(Kind.class);
        for (var address : wanted) {
            var device = open.get(address);
            if (device == null) {
                device = open(address);
                open.put(address, device);
            }
            byKind.put(device.info().kind(), device);
        }
        return byKind;
    }

    private Device open(URI address) throws Failure, InterruptedException {
        return switch (drivers.open(address)) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(Fault.Refused(_, var meaning)) ->
                    throw new Failure("This device cannot be opened: " + meaning + ".");
            case Opening.NotOpened(var fault) ->
                    throw new Failure(address + ": " + Sentences.of(fault, Kind.SLAP_SCANNER));
        };
    }

    /// Every citizen of a simulated device is another person; every other device sees whoever is
    /// there.
    private static URI withPerson(URI address, int person) {
        boolean simulated = "sim".equals(address.getScheme());
        var query = address.getRawQuery() == null ? "" : address.getRawQuery();
        if (!simulated || query.contains("person=")) {
            return address;
        }
        return URI.create(address + (query.isEmpty() ? "?" : "&") + "person=" + person);
    }

    @Override
    public void close() {
        open.values().forEach(Device::close);
        open.clear();
    }
}
