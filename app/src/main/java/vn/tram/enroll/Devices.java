package vn.tram.enroll;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Drivers;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.enroll.SeatMemory.Chosen;
import vn.tram.task.Lane;
import vn.tram.task.UiThread;

/// The devices of this station, one a seat: opened in the background, looked after, opened again
/// when lost, closed with the station.
public final class Devices implements AutoCloseable {
    /// What a device is for.
    public enum Seat {
        FINGERPRINT,
        CAMERA,
        CODE_READER;

        /// Whether a station can do without: codes are typed then, or read by a reader that types.
        public boolean optional() {
            return this == CODE_READER;
        }

        /// Whether a device of that kind can have this seat.
        public boolean fits(Kind kind) {
            return this == of(kind);
        }

        /// The seat that such a device can have.
        public static Seat of(Kind kind) {
            return switch (kind) {
                case SLAP_SCANNER, SINGLE_FINGER_SCANNER -> FINGERPRINT;
                case CAMERA -> CAMERA;
                case CODE_READER -> CODE_READER;
            };
        }

        /// What an operator calls the device of this seat while none has told what it is.
        public Kind kind() {
            return switch (this) {
                case FINGERPRINT -> Kind.SLAP_SCANNER;
                case CAMERA -> Kind.CAMERA;
                case CODE_READER -> Kind.CODE_READER;
            };
        }
    }

    /// Is told when devices come and go; must return at once.
    public interface Witness {
        void found(DeviceInfo device);

        void lost(DeviceInfo device, Fault fault);
    }

    /// How long a lost device waits before it is tried again.
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /// How often an open device is asked whether it is there.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Drivers drivers;
    private final SeatMemory memory;
    private final Witness witness;
    private final Map<Seat, Chosen> wanted = new EnumMap<>(Seat.class);
    private final Map<Seat, Device> open = new EnumMap<>(Seat.class);
    private final Map<Seat, DeviceStatus> statuses = new EnumMap<>(Seat.class);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lane lane = Lane.parallel("devices");
    private boolean closed;

    /// Begins to open them at once.
    ///
    /// @param addresses of the settings, where nothing was chosen
    public Devices(Drivers drivers, Map<Seat, URI> addresses, SeatMemory memory, Witness witness) {
        this.drivers = drivers;
        this.memory = memory;
        this.witness = witness;
        for (var seat : Seat.values()) {
            var chosen =
                    memory.chosen(seat)
                            .or(() ->
                                    Optional.ofNullable(addresses.get(seat))
                                            .map(address -> new Chosen(address, "")));
            chosen.ifPresent(device -> wanted.put(seat, device));
            statuses.put(
                    seat,
                    chosen.<DeviceStatus>map(device -> new DeviceStatus.Opening(device.address()))
                            .orElseGet(DeviceStatus.Absent::new));
            lane.submit(() -> keepOpen(seat));
            lane.submit(() -> keepWatch(seat));
        }
    }

    public DeviceStatus status(Seat seat) {
        lock.lock();
        try {
            return Objects.requireNonNull(statuses.get(seat));
        } finally {
            lock.unlock();
        }
    }

    /// The open device of a seat, if it is ready.
    public Optional<Device> device(Seat seat) {
        lock.lock();
        try {
            return Optional.ofNullable(open.get(seat));
        } finally {
            lock.unlock();
        }
    }

    /// The same, waiting for at most `patience` while it is being opened.
    public Optional<Device> device(Seat seat, Duration patience) throws InterruptedException {
        UiThread.refuse("waiting for a device");
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!closed && !open.containsKey(seat) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(open.get(seat));
        } finally {
            lock.unlock();
        }
    }

    /// Whether the station is closing: no device will come any more.
    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Tells the station that `device` answered with a fault that ends it; it is closed and tried
    /// again. Nothing happens when another one has its seat by now.
    public void lost(Seat seat, Device device, Fault fault) {
        UiThread.refuse("giving up a device");
        lock.lock();
        try {
            if (!open.remove(seat, device)) {
                return;
            }
            statuses.put(seat, new DeviceStatus.Lost(device.info().address(), fault));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        device.close();
        witness.lost(device.info(), fault);
        tell();
    }

    /// What is attached and can be opened, those in use first. Opens what no seat uses; blocks.
    public List<DeviceInfo> attached() throws InterruptedException {
        UiThread.refuse("looking for devices");
        var infos = new ArrayList<DeviceInfo>();
        for (var seat : Seat.values()) {
            device(seat).ifPresent(device -> infos.add(device.info()));
        }
        var used = infos.stream().map(DeviceInfo::address).toList();
        for (var address : drivers.scan()) {
            if (!used.contains(address)
                    && drivers.open(address) instanceof Opening.Opened(var device)) {
                infos.add(device.info());
                device.close();
            }
        }
        return List.copyOf(infos);
    }

    /// Drivers that are not there, or did not answer, and why.
    public List<Drivers.LeftOut> leftOut() {
        return drivers.leftOut();
    }

    /// Gives a seat that device from now on, also after the next start.
    ///
    /// @throws StationFault when the choice cannot be kept; the seat is as before
    public void use(Seat seat, DeviceInfo info) throws StationFault {
        UiThread.refuse("choosing a device");
        var chosen = new Chosen(info.address(), info.serial());
        memory.choose(seat, chosen);
        Device before;
        lock.lock();
        try {
            wanted.put(seat, chosen);
            before = open.remove(seat);
            statuses.put(seat, new DeviceStatus.Opening(info.address()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (before != null) {
            before.close();
        }
        tell();
    }

    /// Calls `listener`, on any thread, after each change of a status. Running what it returns ends
    /// that.
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private boolean keepOpen(Seat seat) throws InterruptedException {
        for (var chosen = awaitNeed(seat); chosen.isPresent(); chosen = awaitNeed(seat)) {
            var opening = open(chosen.get());
            if (settle(seat, chosen.get(), opening)) {
                if (opening instanceof Opening.Opened(var device)) {
                    witness.found(device.info());
                }
                tell();
            }
            if (opening instanceof Opening.NotOpened) {
                pause(BETWEEN_TRIES);
            }
        }
        return true;
    }

    private boolean keepWatch(Seat seat) throws InterruptedException {
        while (pause(BETWEEN_LOOKS)) {
            device(seat)
                    .filter(device -> !device.present())
                    .ifPresent(device ->
                            lost(
                                    seat,
                                    device,
                                    new Fault.Disconnected(device.info().address().toString())));
        }
        return true;
    }

    /// The device that a seat wants and has not; nothing when the station closes.
    private Optional<Chosen> awaitNeed(Seat seat) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && (open.containsKey(seat) || !wanted.containsKey(seat))) {
                changed.await();
            }
            return closed ? Optional.empty() : Optional.ofNullable(wanted.get(seat));
        } finally {
            lock.unlock();
        }
    }

    /// At its address, or, where another one or none is there, at any other of its driver.
    private Opening open(Chosen chosen) throws InterruptedException {
        var opening = unlessAnother(drivers.open(chosen.address()), chosen);
        if (opening instanceof Opening.Opened || chosen.serial().isEmpty()) {
            return opening;
        }
        for (var address : drivers.scan()) {
            boolean elsewhere =
                    Objects.equals(address.getScheme(), chosen.address().getScheme())
                            && !address.equals(chosen.address())
                            && !inUse(address);
            if (elsewhere
                    && unlessAnother(drivers.open(address), chosen)
                            instanceof Opening.Opened found) {
                return found;
            }
        }
        return opening;
    }

    private boolean inUse(URI address) {
        lock.lock();
        try {
            return open.values().stream().anyMatch(d -> d.info().address().equals(address));
        } finally {
            lock.unlock();
        }
    }

    /// A device with another serial number than the one chosen is closed again and refused.
    private static Opening unlessAnother(Opening opening, Chosen chosen) {
        if (opening instanceof Opening.Opened(var device)
                && !chosen.serial().isEmpty()
                && !device.info().serial().equals(chosen.serial())) {
            var info = device.info();
            device.close();
            var sentence =
                    "at %s is the device of serial number %s, chosen was %s"
                            .formatted(info.address(), info.serial(), chosen.serial());
            return new Opening.NotOpened(new Fault.Refused(0, sentence));
        }
        return opening;
    }

    /// Whether the status changed.
    private boolean settle(Seat seat, Chosen chosen, Opening opening) {
        lock.lock();
        try {
            if (closed || !chosen.equals(wanted.get(seat))) {
                if (opening instanceof Opening.Opened(var device)) {
                    device.close(); // meanwhile nobody, or somebody else, has the seat
                }
                return false;
            }
            var status =
                    switch (opening) {
                        case Opening.Opened(var device) -> new DeviceStatus.Ready(device.info());
                        case Opening.NotOpened(var fault) ->
                                new DeviceStatus.Lost(chosen.address(), fault);
                    };
            if (opening instanceof Opening.Opened(var device)) {
                open.put(seat, device);
            }
            changed.signalAll();
            return !status.equals(statuses.put(seat, status));
        } finally {
            lock.unlock();
        }
    }

    /// Waits; whether the station is still open then.
    private boolean pause(Duration length) throws InterruptedException {
        lock.lock();
        try {
            long left = length.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        List<Device> devices;
        lock.lock();
        try {
            closed = true;
            devices = List.copyOf(open.values());
            open.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        devices.forEach(Device::close);
        lane.close();
    }
}
