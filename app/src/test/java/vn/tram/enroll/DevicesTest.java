package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Drivers;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.enroll.Devices.Seat;
import vn.tram.image.Position;

/// Cables pulled and put back, seats given to other devices.
class DevicesTest {
    /// Two seconds are promised; five times that.
    private static final Duration PROMPT = Duration.ofSeconds(10);

    @TempDir private Path folder;
    private Path cable = Path.of(".");

    private static final Drivers DRIVERS = Drivers.load(DevicesTest.class.getClassLoader());

    /// What was chosen, until the test ends.
    private static final class UntilTheEnd implements SeatMemory {
        private final Map<Seat, Chosen> chosen = new ConcurrentHashMap<>();

        @Override
        public Optional<Chosen> chosen(Seat seat) {
            return Optional.ofNullable(chosen.get(seat));
        }

        @Override
        public void choose(Seat seat, Chosen device) {
            chosen.put(seat, device);
        }
    }

    private final UntilTheEnd memory = new UntilTheEnd();

    /// What was told of devices, in its order.
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final Devices.Witness witness =
            new Devices.Witness() {
                @Override
                public void found(DeviceInfo device) {
                    told.add("found " + device.serial());
                }

                @Override
                public void lost(DeviceInfo device, Fault fault) {
                    told.add("lost " + device.serial());
                }
            };

    @BeforeEach
    void plug() throws IOException {
        cable = Files.createFile(folder.resolve("cable"));
    }

    private Devices devices(String scanner) {
        return new Devices(DRIVERS, Map.of(Seat.FINGERPRINT, URI.create(scanner)), memory, witness);
    }

    private Devices onCable() {
        return devices("sim://single?seed=7&cable=" + cable);
    }

    /// Waits until the scanner's status is such, woken by every change.
    private static DeviceStatus await(Devices devices, Predicate<DeviceStatus> such)
            throws InterruptedException {
        var changes = new Semaphore(0);
        var end = devices.onChange(changes::release);
        try {
            var deadline = Deadline.in(PROMPT);
            while (!such.test(devices.status(Seat.FINGERPRINT))) {
                assertThat(changes.tryAcquire(deadline.left().toMillis(), TimeUnit.MILLISECONDS))
                        .as("a change of " + devices.status(Seat.FINGERPRINT))
                        .isTrue();
            }
            return devices.status(Seat.FINGERPRINT);
        } finally {
            end.run();
        }
    }

    private static DeviceInfo ready(Devices devices) throws InterruptedException {
        return ((DeviceStatus.Ready) await(devices, DeviceStatus.Ready.class::isInstance)).info();
    }

    private static Request request(Position position) {
        return Request.of(position, Duration.ofMinutes(1), "transaction");
    }

    /// Pulls the cable while the device is used in one of three ways, and puts it back.
    private void pullAndPutBack(Devices devices, int use) throws Exception {
        var device = devices.device(Seat.FINGERPRINT).orElseThrow();
        Optional<FutureTask<?>> user = Optional.empty();
        if (use % 3 == 1) {
            user = Optional.of(new FutureTask<>(() -> look((PreviewingDevice) device)));
        } else if (use % 3 == 2) {
            user = Optional.of(new FutureTask<>(() -> captureUntilGone(device)));
        }
        user.ifPresent(Thread.ofVirtual()::start);
        Files.delete(cable);
        var lost = await(devices, DeviceStatus.Lost.class::isInstance);
        assertThat(((DeviceStatus.Lost) lost).fault()).isInstanceOf(Fault.Disconnected.class);
        if (user.isPresent()) {
            user.get().get(PROMPT.toSeconds(), TimeUnit.SECONDS);
        }
        Files.createFile(cable);
        ready(devices);
    }

    private static Fault look(PreviewingDevice device) throws InterruptedException {
        try (var preview = device.preview(request(Position.RIGHT_INDEX))) {
            while (true) {
                if (preview.next(PROMPT) instanceof Preview.Look.Lost(var fault)) {
                    return fault;
                }
            }
        }
    }

    private static Fault captureUntilGone(Device device) throws InterruptedException {
        while (true) {
            if (device.capture(request(Position.RIGHT_INDEX), Progress.none())
                    instanceof Capture.Missed(var fault)) {
                return fault;
            }
        }
    }

    @Test
    void comingAndGoingIsToldByTheDeviceItself() throws Exception {
        try (var devices = onCable()) {
            var serial = ready(devices).serial();
            Files.delete(cable);
            await(devices, DeviceStatus.Lost.class::isInstance);
            Files.createFile(cable);
            ready(devices);
            assertThat(told)
                    .containsExactly("found " + serial, "lost " + serial, "found " + serial);
        }
    }

    @Test
    void aDevicePulledAndPutBackIsFoundAgainWhetherItIsUsedOrNot() throws Exception {
        try (var devices = onCable()) {
            ready(devices);
            for (int use = 0; use < 6; use++) {
                pullAndPutBack(devices, use);
            }
            assertThat(
                            devices.device(Seat.FINGERPRINT)
                                    .orElseThrow()
                                    .capture(request(Position.RIGHT_INDEX), Progress.none()))
                    .isInstanceOf(Capture.Taken.class);
        }
    }

    @Test
    @Tag("endurance")
    void aThousandPullsLeakNoThreadAndNoHandle() throws Exception {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        try (var devices = onCable()) {
            ready(devices);
            for (int use = 0; use < 30; use++) {
                pullAndPutBack(devices, use);
            }
            long handles = system.getOpenFileDescriptorCount();
            int running = threads.getThreadCount();
            var slowest = Duration.ZERO;
            for (int use = 0; use < 1000; use++) {
                var begun = System.nanoTime();
                pullAndPutBack(devices, use);
                var taken = Duration.ofNanos(System.nanoTime() - begun);
                slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
            }
            System.out.println("slowest of a thousand losses and returns: " + slowest);
            assertThat(system.getOpenFileDescriptorCount()).isLessThanOrEqualTo(handles + 5);
            assertThat(threads.getThreadCount()).isLessThanOrEqualTo(running + 5);
        }
    }

    @Test
    void aDeviceThatIsNotThereAtTheStartIsFoundWhenItComes() throws Exception {
        Files.delete(cable);
        try (var devices = onCable()) {
            await(devices, DeviceStatus.Lost.class::isInstance);
            Files.createFile(cable);
            assertThat(ready(devices).serial()).isEqualTo("SIM-7");
        }
    }

    @Test
    void aFaultOfADeviceThatHasNoSeatAnyMoreChangesNothing() throws Exception {
        try (var devices = onCable()) {
            ready(devices);
            var before = devices.device(Seat.FINGERPRINT).orElseThrow();
            pullAndPutBack(devices, 0);
            devices.lost(Seat.FINGERPRINT, before, new Fault.Disconnected("late"));
            assertThat(devices.status(Seat.FINGERPRINT)).isInstanceOf(DeviceStatus.Ready.class);
        }
    }

    @Test
    void theOfficersChoiceTakesTheSeatAtOnceAndAfterTheNextStart() throws Exception {
        try (var devices = devices("sim://slap?seed=7")) {
            ready(devices);
            var other =
                    devices.attached().stream()
                            .filter(info -> info.address().equals(URI.create("sim://single")))
                            .findFirst()
                            .orElseThrow();
            devices.use(Seat.FINGERPRINT, other);
            assertThat(await(devices, new DeviceStatus.Ready(other)::equals)).isNotNull();
        }
        try (var devices = devices("sim://slap?seed=7")) {
            assertThat(ready(devices).address()).isEqualTo(URI.create("sim://single"));
        }
    }

    @Test
    void aChosenDeviceIsFoundByItsSerialNumberAtAnotherAddress() throws Exception {
        // chosen where another device is plugged in today
        memory.choose(
                Seat.FINGERPRINT,
                new SeatMemory.Chosen(URI.create("sim://single?seed=2"), "SIM-1"));
        try (var devices = devices("sim://slap?seed=7")) {
            assertThat(ready(devices).serial()).isEqualTo("SIM-1");
        }
    }

    @Test
    void anotherDeviceThanTheChosenOneIsToldAndNotTaken() throws Exception {
        memory.choose(
                Seat.FINGERPRINT,
                new SeatMemory.Chosen(URI.create("sim://single?seed=2"), "SIM-9"));
        try (var devices = devices("sim://slap?seed=7")) {
            var lost = await(devices, DeviceStatus.Lost.class::isInstance);
            assertThat(lost.toString()).contains("SIM-2").contains("SIM-9");
        }
    }

    @Test
    void whatIsAttachedIsToldWithWhatIsInUseFirst() throws Exception {
        try (var devices = devices("sim://slap?seed=7")) {
            ready(devices);
            assertThat(devices.attached())
                    .extracting(info -> info.address().toString())
                    .startsWith("sim://slap?seed=7")
                    .containsAll(List.of("sim://single", "sim://camera"));
        }
    }
}
