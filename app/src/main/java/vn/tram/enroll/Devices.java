package vn.tram.enroll;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.device.Device;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Drivers;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.task.Lane;
import vn.tram.task.UiThread;

/// The devices of this station, one a seat: opened in the background, opened again when lost,
/// closed with the station.
public final class Devices implements AutoCloseable {
    /// What a device is for.
    public enum Seat {
        FINGERPRINT,
        CAMERA
    }

    /// How long a lost device waits before it is tried again.
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Drivers drivers;
    private final Map<Seat, URI> addresses;
    private final Map<Seat, Device> open = new EnumMap<>(Seat.class);
    private final Map<Seat, DeviceStatus> statuses = new EnumMap<>(Seat.class);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lane lane = Lane.parallel("devices");
    private boolean closed;

    /// Begins to open them at once.
    public Devices(Drivers drivers, Map<Seat, URI> addresses) {
        this.drivers = drivers;
        this.addresses = Map.copyOf(addresses);
        for (var seat : Seat.values()) {
            var address = addresses.get(seat);
            statuses.put(
                    seat,
                    address == null
                            ? new DeviceStatus.Absent()
                            : new DeviceStatus.Opening(address));
            if (address != null) {
                lane.submit(() -> keepOpen(seat, address));
            }
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

    /// Tells the station that a device answered with a fault that ends it; it is closed and tried
    /// again.
    public void lost(Seat seat, Fault fault) {
        UiThread.refuse("giving up a device");
        lock.lock();
        Device gone;
        try {
            gone = open.remove(seat);
            var address = addresses.get(seat);
            if (gone != null && address != null) {
                statuses.put(seat, new DeviceStatus.Lost(address, fault));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (gone != null) {
            gone.close();
            tell();
        }
    }

    /// Calls `listener`, on any thread, after each change of a status. Running what it returns ends
    /// that.
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private boolean keepOpen(Seat seat, URI address) throws InterruptedException {
        while (awaitNeed(seat)) {
            var opening = drivers.open(address);
            if (settle(seat, address, opening)) {
                tell();
            }
            if (opening instanceof Opening.NotOpened) {
                pause();
            }
        }
        return true;
    }

    private boolean awaitNeed(Seat seat) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && open.containsKey(seat)) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Whether the status changed.
    private boolean settle(Seat seat, URI address, Opening opening) {
        lock.lock();
        try {
            var status =
                    switch (opening) {
                        case Opening.Opened(var device) -> new DeviceStatus.Ready(device.info());
                        case Opening.NotOpened(var fault) -> new DeviceStatus.Lost(address, fault);
                    };
            if (opening instanceof Opening.Opened(var device)) {
                if (closed) {
                    device.close();
                    return false;
                }
                open.put(seat, device);
            }
            changed.signalAll();
            return !status.equals(statuses.put(seat, status));
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            long left = BETWEEN_TRIES.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
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
