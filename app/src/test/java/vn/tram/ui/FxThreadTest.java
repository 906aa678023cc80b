package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.Assembly;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Sealer;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.export.Destination;
import vn.tram.export.DossierSealer;
import vn.tram.image.Position;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.task.UiThread;
import vn.tram.ui.kit.Fx;

/// What blocks refuses the thread that draws, before it looks at anything else.
@TestInstance(Lifecycle.PER_CLASS)
final class FxThreadTest {
    private Assembly station;
    private Devices devices;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        devices = station.devices(Map.of());
        Fx.run(() -> UiThread.register(Thread.currentThread()));
    }

    @AfterAll
    void close() throws StationFault {
        UiThread.forget();
        devices.close();
        station.close();
    }

    @TestFactory
    Stream<DynamicTest> theStoreRefusesTheThreadThatDraws() {
        return Stream.concat(
                all(Sessions.class, station.database().sessions(), _ -> true),
                all(Outbox.class, station.database().outbox(), _ -> true));
    }

    @TestFactory
    Stream<DynamicTest> theWorkflowRefusesTheThreadThatDraws() {
        return Stream.of(
                        station.enrollment(),
                        station.enrollment().captures(),
                        station.enrollment().completion())
                .flatMap(part -> all(part.getClass(), part, FxThreadTest::mayFail));
    }

    @TestFactory
    Stream<DynamicTest> accountsKeysAndTheAuditLogRefuseTheThreadThatDraws() {
        var sealer =
                new DossierSealer(
                        station.keys(),
                        station.folder().mode(),
                        station.settings().bundleDigest(),
                        Assembly.VERSION);
        return Stream.of(
                        all(Accounts.class, station.accounts(), _ -> true),
                        all(AuditLog.class, station.audit(), _ -> true),
                        all(Sealer.class, sealer, _ -> true))
                .flatMap(tests -> tests);
    }

    /// Those that judge; the others only make a judge.
    @TestFactory
    Stream<DynamicTest> judgesRefuseTheThreadThatDraws() {
        return Stream.concat(
                all(
                        FrameJudge.class,
                        new FingerprintJudge(station.settings().fingerprint()),
                        m -> !m.isDefault()),
                all(
                        FrameJudge.class,
                        new PortraitJudge(station.settings().portrait()),
                        m -> !m.isDefault()));
    }

    @TestFactory
    Stream<DynamicTest> theExporterRefusesTheThreadThatDraws() {
        return all(
                station.exporter().getClass(),
                station.exporter(),
                m -> mayFail(m) && m.getReturnType() != Destination.class); // only reads words
    }

    @TestFactory
    List<DynamicTest> devicesRefuseTheThreadThatDraws() {
        var live = new LiveCapture(station.enrollment().captures(), Duration.ofSeconds(1));
        return List.of(
                test(
                        "Devices.device",
                        () -> devices.device(Devices.Seat.CAMERA, Duration.ofSeconds(1))),
                test("Devices.attached", () -> devices.attached()),
                test("LiveCapture.run", () -> live.run(null, Position.FACE, null, false, _ -> {})));
    }

    private static boolean mayFail(Method method) {
        return Arrays.asList(method.getExceptionTypes()).contains(StationFault.class);
    }

    /// One test for each such method, called with nothing: the refusal must come before anything is
    /// looked at.
    private static Stream<DynamicTest> all(Class<?> port, Object part, Predicate<Method> blocking) {
        var methods =
                Arrays.stream(port.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .filter(m -> !Modifier.isStatic(m.getModifiers()))
                        .filter(blocking)
                        .sorted(Comparator.comparing(Method::toString))
                        .toList();
        assertThat(methods).as(port.getSimpleName()).isNotEmpty();
        return methods.stream()
                .map(m ->
                        test(
                                part.getClass().getSimpleName() + "." + m.getName(),
                                () -> call(m, part)));
    }

    private static DynamicTest test(String name, ThrowingCallable call) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        Fx.run(() ->
                                assertThatThrownBy(call)
                                        .isInstanceOf(IllegalStateException.class)
                                        .hasMessageEndingWith(
                                                "must not be called on the UI thread")));
    }

    private static void call(Method method, Object part) throws Throwable {
        var nothing =
                Arrays.stream(method.getParameterTypes())
                        .map(t ->
                                t == int.class
                                        ? 0
                                        : t == long.class
                                                ? 0L
                                                : t == boolean.class ? Boolean.FALSE : null)
                        .toArray();
        try {
            method.setAccessible(true);
            method.invoke(part, nothing);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
