package vn.tram.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.Assembly;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.ui.devices.DevicesViewModel.State;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;

/// The devices of a real training station, and its officers' choice.
class DevicesScreenTest {
    @TempDir Path folder;
    private Path cable = Path.of(".");
    private Assembly station;
    private Devices devices;
    private final SameThread background = new SameThread();

    @BeforeEach
    void open() throws Exception {
        cable = Files.createFile(folder.resolve("cable"));
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        devices = devices();
    }

    private Devices devices() throws StationFault {
        return station.devices(
                Map.of(
                        Seat.FINGERPRINT, URI.create("sim://slap?seed=7&cable=" + cable),
                        Seat.CAMERA, URI.create("sim://camera?seed=7")));
    }

    @AfterEach
    void close() throws StationFault {
        devices.close();
        station.close();
    }

    private Screen screen(Kit kit) {
        return new DevicesView(
                kit,
                new DevicesViewModel(devices, kit.background()),
                new Places(List.of(Places.HOME, Places.DEVICES, Places.SETTINGS), Stand.SIGN),
                true);
    }

    private void await(Class<? extends DeviceStatus> status) {
        var limit = Deadline.in(Duration.ofSeconds(10));
        while (!status.isInstance(devices.status(Seat.FINGERPRINT))) {
            assertThat(limit.passed()).as("a scanner " + status.getSimpleName()).isFalse();
            Thread.onSpinWait();
        }
    }

    private void ready() throws InterruptedException {
        for (var seat : List.of(Seat.FINGERPRINT, Seat.CAMERA)) {
            assertThat(devices.device(seat, Duration.ofSeconds(10))).isPresent();
        }
    }

    private DevicesViewModel looked() {
        var model = new DevicesViewModel(devices, background);
        model.look();
        background.run();
        return model;
    }

    private static State.Seen seen(DevicesViewModel model) {
        return (State.Seen) model.stateProperty().get();
    }

    private static DeviceInfo single(DevicesViewModel model) {
        return seen(model).sight().attached().stream()
                .filter(info -> info.address().equals(URI.create("sim://single")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allReadyKeepsTheRulesOfTheFrame() throws Exception {
        ready();
        FrameRules.holdFor("devices-ready", this::screen);
    }

    @Test
    void aLostScannerKeepsTheRulesOfTheFrame() throws Exception {
        ready();
        Files.delete(cable);
        await(DeviceStatus.Lost.class);
        FrameRules.holdFor("devices-lost", this::screen);
    }

    @Test
    void whatIsAttachedIsShownWithWhatIsUsed() throws Exception {
        ready();
        var sight = seen(looked()).sight();
        assertThat(sight.complete()).isTrue();
        assertThat(sight.fitting(Seat.CAMERA)).isNotEmpty();
        var scanners = sight.fitting(Seat.FINGERPRINT);
        assertThat(sight.used(Seat.FINGERPRINT, scanners.getFirst())).isTrue();
        assertThat(scanners).allMatch(info -> Seat.FINGERPRINT.fits(info.kind()));
    }

    @Test
    void aDeviceThatWasPulledIsShownLostByItself() throws Exception {
        ready();
        var model = looked();
        Files.delete(cable);
        var limit = Deadline.in(Duration.ofSeconds(10));
        while (seen(model).sight().complete()) {
            assertThat(limit.passed()).as("a lost scanner on the screen").isFalse();
            background.run();
        }
        model.leave();
    }

    @Test
    void aChoiceTakesTheSeatAndIsKeptForTheNextStart() throws Exception {
        ready();
        var model = looked();
        var chosen = single(model);
        model.choose(Seat.FINGERPRINT, chosen);
        assertThat(model.stateProperty().get()).isInstanceOf(State.Choosing.class);
        background.run();
        assertThat(devices.device(Seat.FINGERPRINT, Duration.ofSeconds(10)))
                .hasValueSatisfying(d -> assertThat(d.info()).isEqualTo(chosen));
        model.leave();
        devices.close();
        devices = devices();
        assertThat(devices.device(Seat.FINGERPRINT, Duration.ofSeconds(10)))
                .hasValueSatisfying(d -> assertThat(d.info()).isEqualTo(chosen));
    }

    @Test
    void aChoiceThatCannotBeKeptLeavesTheSeatAsItWas() throws Exception {
        ready();
        var model = looked();
        var chosen = single(model);
        var file = folder.resolve("state").resolve("devices.properties");
        Files.createDirectories(file.resolve("in the way"));
        model.choose(Seat.FINGERPRINT, chosen);
        background.run();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo(StationFault.Code.LT_400));
        assertThat(devices.status(Seat.FINGERPRINT)).isInstanceOf(DeviceStatus.Ready.class);
        assertThat(devices.device(Seat.FINGERPRINT).orElseThrow().info()).isNotEqualTo(chosen);
        model.leave();
    }
}
