package vn.tram.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.calibration.Aspect;
import vn.tram.calibration.CalibrationRun.Step;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Fitness;
import vn.tram.calibration.Instruction;
import vn.tram.calibration.Rules.Consequence;
import vn.tram.calibration.View;
import vn.tram.cli.Assembly;
import vn.tram.cli.StationWindow;
import vn.tram.device.Deadline;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Visit;
import vn.tram.ui.workbench.CalibrationViewModel.News;
import vn.tram.ui.workbench.CalibrationViewModel.State;

/// The calibration page over a real training station, whose scanner sees drawn targets.
class CalibrationTest {
    private static final String TARGETS =
            "sim://single?target=bars,bars-turned,clean,clean,clean,clean,dark,dark,dark,dark";
    private static final String WITH_CHART = TARGETS + ",bar-chart";

    @TempDir Path folder;
    private Assembly station;
    private Devices devices;
    private Certification certification;
    private final SameThread background = new SameThread();

    @BeforeEach
    void open() throws Exception {
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        devices = station.devices(Map.of());
        certification = StationWindow.certification(station);
    }

    @AfterEach
    void close() throws StationFault {
        devices.close();
        station.close();
    }

    private Visit visit(Role role) throws StationFault {
        var visit = new Visit(station.enrollment(), new SameThread(), Clock.systemDefaultZone());
        visit.signedIn(
                station.accounts().officers().stream()
                        .filter(o -> o.role() == role)
                        .findFirst()
                        .orElseThrow());
        return visit;
    }

    private CalibrationViewModel of(String address, Role role) throws Exception {
        return of(address, role, background);
    }

    private CalibrationViewModel of(String address, Role role, Background on) throws Exception {
        devices.close();
        devices = station.devices(Map.of(Seat.FINGERPRINT, URI.create(address)));
        var device = devices.device(Seat.FINGERPRINT, Duration.ofSeconds(10)).orElseThrow().info();
        return model(device, visit(role), on);
    }

    private CalibrationViewModel model(
            vn.tram.device.DeviceInfo device, Visit visit, Background on) {
        return new CalibrationViewModel(
                device, devices, certification, visit, on, Clock.systemDefaultZone());
    }

    private void await(String what, BooleanSupplier met) {
        var limit = Deadline.in(Duration.ofSeconds(30));
        while (!met.getAsBoolean()) {
            assertThat(limit.passed()).as(what).isFalse();
            background.advance(Duration.ofMillis(10));
        }
    }

    private static <T> T state(CalibrationViewModel model, Class<T> kind) {
        return kind.cast(model.stateProperty().get());
    }

    private static boolean guided(CalibrationViewModel model) {
        return model.stateProperty().get() instanceof State.Running(_, Eye.Guided _);
    }

    /// What the model measures with when it is started: all but the chart of bars.
    private void startWithoutChart(CalibrationViewModel model) {
        model.read();
        background.run();
        model.choose(model.planProperty().get().targets().get(Aspect.CONTRAST));
        model.start();
        await("guidance", () -> guided(model));
    }

    private void takeAll(CalibrationViewModel model) {
        while (!(model.stateProperty().get() instanceof State.Drafted)) {
            model.take();
            await(
                    "the next step",
                    () -> model.stateProperty().get() instanceof State.Drafted || guided(model));
        }
    }

    private boolean anyCertificate() throws Exception {
        try (var files = Files.walk(folder.resolve("state"))) {
            return files.anyMatch(f -> f.toString().endsWith("0001.p7s"));
        }
    }

    @Test
    void aFitScannerIsGuidedThroughGetsItsCertificateAndIsFit() throws Exception {
        var model = of(TARGETS, Role.TECHNICIAN);
        startWithoutChart(model);
        var first = state(model, State.Running.class);
        assertThat(first.eye()).isEqualTo(new Eye.Guided(java.util.Optional.empty()));
        assertThat(((Step.Wanted) first.run().step()).view()).isEqualTo(View.BARS);
        takeAll(model);
        var draft = state(model, State.Drafted.class).certificate();
        assertThat(draft.passed()).isTrue();
        assertThat(draft.targets()).extracting("id").containsExactly("TRAM-R1", "TRAM-D1");
        assertThat(draft.pictures()).hasSize(10);
        assertThat(anyCertificate()).isFalse();

        model.issue();
        background.run();
        var shown = state(model, State.Shown.class);
        assertThat(certification.paper(shown.certificate())).isNotEmptyFile();
        assertThat(anyCertificate()).isTrue();
        var out = Files.createDirectory(folder.resolve("out"));
        model.folderProperty().set(out.toString());
        model.copy();
        background.run();
        assertThat(model.newsProperty().get().orElseThrow()).isInstanceOf(News.Copied.class);
        assertThat(out).isDirectoryContaining("glob:**.pdf").isDirectoryContaining("glob:**.p7s");
        model.folderProperty().set(folder.resolve("missing").toString());
        model.copy();
        background.run();
        assertThat(model.newsProperty().get()).contains(new News.Failed(StationFault.Code.LT_406));

        model.read();
        background.run();
        var sight = state(model, State.Choosing.class).sight();
        assertThat(sight.fitness()).isInstanceOf(Fitness.Fit.class);
        assertThat(((Chain.Whole) sight.chain()).links()).hasSize(1);
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("certificate-issued");
        model.leave();
    }

    @Test
    void aNoisyScannerFailsIsBlockedAndASupervisorMayExtendIt() throws Exception {
        var model = of(TARGETS + "&flaw=noise", Role.SUPERVISOR);
        startWithoutChart(model);
        takeAll(model);
        var draft = state(model, State.Drafted.class).certificate();
        assertThat(draft.measures())
                .filteredOn(m -> !m.passed())
                .extracting(m -> m.reading().metric())
                .contains("snr-bright", "snr-dark");
        model.again();
        await("the clean glass again", () -> guided(model));
        var again = state(model, State.Running.class).run();
        assertThat(((Step.Wanted) again.step()).view()).isEqualTo(View.CLEAN);
        assertThat(again.shots().of(View.BARS)).hasSize(1);

        model.read();
        background.run();
        model.start();
        await("anew", () -> guided(model));
        model.read();
        background.run();
        assertThat(anyCertificate()).as("given up").isFalse();
        failed(model);
        var unfit = (Fitness.Unfit) state(model, State.Choosing.class).sight().fitness();
        assertThat(unfit.why()).isEqualTo(Fitness.Why.FAILED);
        assertThat(unfit.consequence()).isEqualTo(Consequence.BLOCK);
        assertThat(
                        model(model.device(), visit(Role.TECHNICIAN), background)
                                .extendable(state(model, State.Choosing.class).sight()))
                .isEmpty();
        model.askToExtend();
        model.extend(3, "waits for another device");
        background.run();
        assertThat(state(model, State.Choosing.class).sight().fitness())
                .isInstanceOf(Fitness.Extended.class);
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("certificate-extended");
        model.leave();
    }

    /// Issues what is measured with the dark cover alone.
    private void failed(CalibrationViewModel model) throws Exception {
        var other = of("sim://single?target=clean,clean,clean,clean,dark", Role.SUPERVISOR);
        other.read();
        background.run();
        var targets = other.planProperty().get().targets();
        other.choose(targets.get(Aspect.CONTRAST));
        other.choose(targets.get(Aspect.GEOMETRY));
        other.start();
        await("guidance", () -> guided(other));
        takeAll(other);
        assertThat(state(other, State.Drafted.class).certificate().missing())
                .contains("resolution-x");
        other.issue();
        background.run();
        other.leave();
        model.read();
        background.run();
    }

    @Test
    void whatLiesWrongIsToldBeforeAndAfterThePicture() throws Exception {
        var model = of(TARGETS.replace("=bars,", "=clean,bars,"), Role.TECHNICIAN);
        startWithoutChart(model);
        var wrong = new Instruction.NoTarget(View.BARS);
        assertThat(state(model, State.Running.class).eye())
                .isEqualTo(new Eye.Guided(java.util.Optional.of(wrong)));
        model.take();
        await("the next picture", () -> guided(model));
        var run = state(model, State.Running.class).run();
        assertThat(run.step())
                .isEqualTo(new Step.Wanted(View.BARS, 0, 1, java.util.Optional.of(wrong)));
        takeAll(model);
        assertThat(state(model, State.Drafted.class).certificate().pictures()).hasSize(10);
        model.leave();

        var skewed = of(TARGETS + "&flaw=skew", Role.TECHNICIAN);
        startWithoutChart(skewed);
        assertThat(state(skewed, State.Running.class).eye())
                .isInstanceOfSatisfying(
                        Eye.Guided.class,
                        eye ->
                                assertThat(eye.refusal().orElseThrow())
                                        .isInstanceOf(Instruction.Turn.class));
        skewed.leave();
    }

    @Test
    void aPulledDeviceKeepsItsPicturesAndGoesOn() throws Exception {
        var cable = Files.createFile(folder.resolve("cable"));
        var model = of(TARGETS + "&cable=" + cable, Role.TECHNICIAN);
        startWithoutChart(model);
        model.take();
        await("the second step", () -> guided(model));
        Files.delete(cable);
        await("gone", () -> model.stateProperty().get() instanceof State.Running(_, Eye.NotHere _));
        model.take();
        assertThat(state(model, State.Running.class).run().shots().of(View.BARS)).hasSize(1);
        Files.createFile(cable);
        await("back", () -> guided(model));
        takeAll(model);
        assertThat(state(model, State.Drafted.class).certificate().passed()).isTrue();
        model.leave();
    }

    @Test
    void besideASessionNothingIsMeasuredAndWithoutATargetNothingBegins() throws Exception {
        var model = of(TARGETS, Role.TECHNICIAN);
        model.read();
        background.run();
        List.copyOf(model.planProperty().get().targets().values()).forEach(model::choose);
        model.start();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Choosing.class);
        assertThat(
                        model.planProperty()
                                .get()
                                .lacks(state(model, State.Choosing.class).sight().needed()))
                .containsExactly(Aspect.GEOMETRY, Aspect.UNIFORMITY);
        model.leave();

        var visit = visit(Role.SUPERVISOR);
        visit.show(
                ((vn.tram.enroll.Outcome.Done) station.enrollment().open(visit.officer()))
                        .session());
        var beside = model(model.device(), visit, background);
        beside.read();
        background.run();
        beside.start();
        assertThat(beside.newsProperty().get()).contains(new News.Beside());
        beside.leave();
    }

    /// Does something with the model when its page stands, and holds the page to the rules.
    private void rules(
            String name, String address, BiConsumer<CalibrationViewModel, Background> then)
            throws Exception {
        var device = of(address, Role.SUPERVISOR).device();
        var visit = visit(Role.SUPERVISOR);
        FrameRules.holdFor(
                name,
                kit -> {
                    var model = model(device, visit, kit.background());
                    // after what the page itself begins with
                    kit.background()
                            .post(() ->
                                    kit.background()
                                            .post(() -> then.accept(model, kit.background())));
                    var places = new Places(List.of(Places.HOME, Places.DEVICES), Stand.SIGN);
                    return new CalibrationView(kit, model, places, Stand.CLOCK.getZone());
                });
    }

    @Test
    void thePagesKeepTheRulesOfTheFrame() throws Exception {
        var model = of(WITH_CHART + "&flaw=blur", Role.SUPERVISOR);
        model.read();
        background.run();
        model.start();
        await("guidance", () -> guided(model));
        takeAll(model);
        model.issue();
        background.run();
        var shown = state(model, State.Shown.class);
        assertThat(shown.certificate().curves()).hasSize(2);
        assertThat(shown.certificate().measures())
                .filteredOn(m -> m.reading().metric().startsWith("ctf-"))
                .anyMatch(m -> !m.passed());
        model.leave();
        rules(
                "calibration-certificate",
                TARGETS,
                (m, _) -> m.show(shown.certificate(), shown.digest()));
        rules("calibration-plan", TARGETS, (_, _) -> {});
        rules("calibration-extension", TARGETS, (m, _) -> m.askToExtend());
        rules("calibration-run", TARGETS, (m, _) -> m.start());
    }
}
