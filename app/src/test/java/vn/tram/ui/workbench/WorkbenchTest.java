package vn.tram.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.Assembly;
import vn.tram.cli.StationWindow;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.enroll.DeviceFitness.Proof;
import vn.tram.enroll.DeviceHistory.Day;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.What;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.SelfTest.Finding;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Plot;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Visit;

/// The pages about a device, over a real training station and its simulated devices.
class WorkbenchTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT,
                    "sim://slap?seed=7&skin=normal&hand=careful",
                    Seat.CAMERA,
                    "sim://camera?seed=7");

    @TempDir Path folder;
    private Assembly station;
    private Devices devices;
    private Workbench workbench;
    private final SameThread background = new SameThread();

    @BeforeEach
    void open() throws Exception {
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        devices = station.devices(addresses());
        workbench = StationWindow.workbench(station);
    }

    private static Map<Seat, java.net.URI> addresses() {
        var uris = new java.util.EnumMap<Seat, java.net.URI>(Seat.class);
        DEVICES.forEach((seat, address) -> uris.put(seat, java.net.URI.create(address)));
        return uris;
    }

    @AfterEach
    void close() throws StationFault {
        devices.close();
        station.close();
    }

    private Officer officer(Role role) throws StationFault {
        return station.accounts().officers().stream()
                .filter(o -> o.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private Visit visit(Role role) throws StationFault {
        var visit = new Visit(station.enrollment(), new SameThread(), CLOCK);
        visit.signedIn(officer(role));
        return visit;
    }

    private DeviceInfo device(Seat seat) throws InterruptedException {
        return devices.device(seat, Duration.ofSeconds(10)).orElseThrow().info();
    }

    private LiveViewModel live(Seat seat, Visit visit) throws InterruptedException {
        return new LiveViewModel(device(seat), devices, workbench, visit, background);
    }

    private static Places places() {
        return new Places(List.of(Places.HOME, Places.DEVICES, Places.SETTINGS), Stand.SIGN);
    }

    private void runUntil(LiveViewModel model, Class<? extends LiveViewModel.State> state) {
        var limit = Deadline.in(Duration.ofSeconds(20));
        while (!state.isInstance(model.stateProperty().get())) {
            assertThat(limit.passed()).as(state.getSimpleName()).isFalse();
            background.advance(Duration.ofMillis(10));
        }
    }

    @Test
    void whatTheDeviceDidIsReadWithWhetherItIsFit() throws Exception {
        var scanner = device(Seat.FINGERPRINT);
        var history = station.database().deviceHistory();
        history.add(
                scanner.identity(),
                new Day(TODAY, 3, 1, 0, 12, 600),
                List.of(new Event(CLOCK.instant(), What.LOST, "Disconnected")));
        var model =
                new HistoryViewModel(
                        scanner, station.journal(), station.enrollment().fitness(), background);
        model.read();
        background.run();
        var seen = (HistoryViewModel.State.Seen) model.stateProperty().get();
        assertThat(seen.proof().orElseThrow()).isInstanceOf(Proof.Warned.class);
        assertThat(seen.past().days().getFirst().mean()).hasValue(50);
        assertThat(seen.past().events()).anyMatch(e -> e.what() == What.LOST);
    }

    @Test
    void theCourseOfQualityEndsTodayAndGoesBackTwoWeeksAtLeast() {
        var course =
                QualityCourse.of(
                                List.of(
                                        new Day(TODAY.minusDays(13), 1, 0, 0, 1, 20),
                                        new Day(TODAY.minusDays(1), 1, 0, 0, 0, 0),
                                        new Day(TODAY, 2, 0, 0, 2, 100)),
                                TODAY)
                        .orElseThrow();
        assertThat(course.points()).containsExactly(new Plot.Point(0, 0.2), new Plot.Point(1, 0.5));
        assertThat(QualityCourse.of(List.of(Day.of(TODAY)), TODAY)).isEmpty();
        var old = QualityCourse.of(List.of(new Day(TODAY.minusDays(100), 1, 0, 0, 1, 1)), TODAY);
        assertThat(old.orElseThrow().first()).isEqualTo(TODAY.minusDays(100));
    }

    @Test
    void theLivePictureComesWithItsRateAndTheSelfTestSaysWhatItFound() throws Exception {
        var frames = new AtomicInteger();
        var model = live(Seat.FINGERPRINT, visit(Role.TECHNICIAN));
        model.pictureTo(_ -> frames.incrementAndGet());
        model.enter();
        runUntil(model, LiveViewModel.State.Looking.class);
        assertThat(((LiveViewModel.State.Looking) model.stateProperty().get()).rate())
                .isGreaterThan(1);
        assertThat(frames.get()).isPositive();
        model.test();
        assertThat(model.stateProperty().get()).isInstanceOf(LiveViewModel.State.Testing.class);
        runUntil(model, LiveViewModel.State.Looking.class);
        assertThat(model.newsProperty().get())
                .hasValueSatisfying(news ->
                        assertThat(((LiveViewModel.News.Tested) news).findings())
                                .hasSize(2)
                                .hasAtLeastOneElementOfType(Finding.Previewed.class)
                                .hasAtLeastOneElementOfType(Finding.Captured.class));
        model.leave();
        background.run();
    }

    @Test
    void aRawFrameIsKeptByTechniciansOnlyAndSaidInTheAuditLog() throws Exception {
        var out = Files.createDirectory(folder.resolve("out"));
        var model = live(Seat.CAMERA, visit(Role.TECHNICIAN));
        model.folderProperty().set(out.toString());
        model.enter();
        runUntil(model, LiveViewModel.State.Looking.class);
        model.keep();
        runUntil(model, LiveViewModel.State.Looking.class);
        var kept = (LiveViewModel.News.Kept) model.newsProperty().get().orElseThrow();
        assertThat(kept.file()).hasParent(out);
        assertThat(vn.tram.imaging.Images.read(kept.file()))
                .isInstanceOf(vn.tram.imaging.Decoding.Decoded.class);
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("raw-frame-saved");
        model.leave();
        background.run();

        var supervisor = live(Seat.CAMERA, visit(Role.SUPERVISOR));
        assertThat(supervisor.keepsFrames()).isFalse();
    }

    @Test
    void noFrameIsKeptWhileACitizensSessionIsOpenNorWhereThereIsNoFolder() throws Exception {
        var model = live(Seat.CAMERA, visit(Role.TECHNICIAN));
        model.folderProperty().set(folder.resolve("missing").toString());
        model.enter();
        runUntil(model, LiveViewModel.State.Looking.class);
        model.keep();
        runUntil(model, LiveViewModel.State.Looking.class);
        assertThat(model.newsProperty().get())
                .contains(new LiveViewModel.News.Failed(StationFault.Code.LT_406));

        var session = opened();
        model.folderProperty().set(folder.toString());
        model.keep();
        runUntil(model, LiveViewModel.State.Looking.class);
        assertThat(model.newsProperty().get())
                .contains(new LiveViewModel.News.SessionOpen(session.queueNumber()));
        try (var files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".png"))).isEmpty();
        }
        model.leave();
        background.run();
    }

    private Session opened() throws StationFault {
        return ((Outcome.Done) station.enrollment().open(officer(Role.OPERATOR))).session();
    }

    @Test
    void besideASessionTheDeviceIsLeftToTheCitizen() throws Exception {
        var visit = visit(Role.TECHNICIAN);
        visit.show(opened());
        var model = live(Seat.CAMERA, visit);
        model.enter();
        background.run();
        model.test();
        model.keep();
        assertThat(model.stateProperty().get()).isInstanceOf(LiveViewModel.State.Beside.class);
        assertThat(model.newsProperty().get()).isEmpty();
    }

    @Test
    void aPageOfADeviceWithoutItsSeatSaysSo() throws Exception {
        var camera = device(Seat.CAMERA);
        var other =
                devices.attached().stream()
                        .filter(d -> Seat.FINGERPRINT.fits(d.kind()))
                        .filter(d -> !d.equals(uncheckedDevice(Seat.FINGERPRINT)))
                        .findFirst()
                        .orElseThrow();
        assertThat(camera).isNotEqualTo(other);
        var model =
                new LiveViewModel(other, devices, workbench, visit(Role.TECHNICIAN), background);
        model.enter();
        background.run();
        assertThat(model.stateProperty().get()).isInstanceOf(LiveViewModel.State.NotHere.class);
        model.leave();
    }

    private DeviceInfo uncheckedDevice(Seat seat) {
        return devices.device(seat).orElseThrow().info();
    }

    private Screen history(Kit kit, DeviceInfo scanner) {
        return new HistoryView(
                kit,
                new HistoryViewModel(
                        scanner,
                        station.journal(),
                        station.enrollment().fitness(),
                        kit.background()),
                places(),
                CLOCK);
    }

    @Test
    void theHistoryKeepsTheRulesOfTheFrame() throws Exception {
        var scanner = device(Seat.FINGERPRINT);
        var history = station.database().deviceHistory();
        var events = new ArrayList<Event>();
        for (int i = 0; i < 6; i++) {
            events.add(
                    new Event(
                            CLOCK.instant().minusSeconds(9000L * (6 - i)),
                            What.values()[i],
                            i == 1 || i == 2 ? "Disconnected" : ""));
        }
        for (int day = 40; day >= 0; day--) {
            int mean = 68 - (40 - day) / 4 + day % 3 * 2;
            history.add(
                    scanner.identity(),
                    new Day(TODAY.minusDays(day), 120, 9, day % 7 == 0 ? 1 : 0, 100, 100L * mean),
                    day == 0 ? events : List.of());
        }
        FrameRules.holdFor("workbench-history", kit -> history(kit, scanner));
    }

    @Test
    void theLivePageKeepsTheRulesOfTheFrame() throws Exception {
        var camera = device(Seat.CAMERA);
        var visit = visit(Role.TECHNICIAN);
        FrameRules.holdFor(
                "workbench-live",
                kit ->
                        new LiveView(
                                kit,
                                new LiveViewModel(
                                        camera, devices, workbench, visit, kit.background()),
                                places()));
    }
}
