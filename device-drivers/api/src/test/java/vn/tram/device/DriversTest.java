package vn.tram.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    @TempDir private Path jar;

    /// A driver of that scheme that sees one device and opens none.
    private abstract static class Planted implements DeviceProvider {
        private final String scheme;

        private Planted(String scheme) {
            this.scheme = scheme;
        }

        @Override
        public String scheme() {
            return scheme;
        }

        @Override
        public List<URI> scan() {
            return List.of(URI.create(scheme + "://one"));
        }

        @Override
        public Opening open(URI address) throws InterruptedException {
            return new Opening.NotOpened(new Fault.Busy(scheme));
        }
    }

    public static final class Good extends Planted {
        public Good() {
            super("good");
        }
    }

    public static final class Second extends Planted {
        public Second() {
            super("good");
        }
    }

    public static final class Throwing extends Planted {
        public Throwing() {
            super("throwing");
            throw new IllegalStateException("planted in the constructor");
        }
    }

    public static final class Failing extends Planted {
        public Failing() {
            super("failing");
        }

        @Override
        public List<URI> scan() {
            throw new IllegalStateException("planted in the scan");
        }

        @Override
        public Opening open(URI address) {
            throw new IllegalStateException("planted in the opening");
        }
    }

    public static final class Slow extends Planted {
        public Slow() {
            super("slow");
        }

        @Override
        public List<URI> scan() {
            try {
                new CountDownLatch(1).await(); // until it is interrupted
                return List.of();
            } catch (InterruptedException _) {
                return List.of(URI.create("slow://late"));
            }
        }
    }

    private Drivers load(String... providers) throws IOException {
        var services = jar.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.write(services.resolve(DeviceProvider.class.getName()), List.of(providers));
        return Drivers.load(
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader()));
    }

    private static String name(Class<?> provider) {
        return provider.getName();
    }

    @Test
    void driversOfTheClassPathAreFoundByTheirScheme() throws Exception {
        var drivers = load(name(Good.class));
        assertThat(drivers.schemes()).containsExactly("good");
        assertThat(drivers.leftOut()).isEmpty();
        assertThat(drivers.scan()).containsExactly(URI.create("good://one"));
        assertThat(drivers.open(URI.create("good://one")))
                .isEqualTo(new Opening.NotOpened(new Fault.Busy("good")));
    }

    @Test
    void aDriverThatIsNotThereIsNamedAndTheOthersWork() throws Exception {
        var drivers = load("vn.tram.NoSuchDriver", name(Good.class));
        assertThat(drivers.schemes()).containsExactly("good");
        assertThat(drivers.leftOut())
                .singleElement()
                .satisfies(out -> assertThat(out.why()).contains("vn.tram.NoSuchDriver"));
    }

    @Test
    void aDriverWhoseConstructorThrowsIsNamedAndTheOthersWork() throws Exception {
        var drivers = load(name(Throwing.class), name(Good.class));
        assertThat(drivers.schemes()).containsExactly("good");
        assertThat(drivers.leftOut())
                .singleElement()
                .satisfies(out -> assertThat(out.name()).isEqualTo(name(Throwing.class)));
    }

    @Test
    void aClassThatIsNoDriverIsNamedAndTheOthersWork() throws Exception {
        var drivers = load(DriversTest.class.getName(), name(Good.class));
        assertThat(drivers.schemes()).containsExactly("good");
        assertThat(drivers.leftOut())
                .singleElement()
                .satisfies(out -> assertThat(out.why()).contains(DriversTest.class.getName()));
    }

    @Test
    void aSecondDriverOfASchemeIsLeftOutAndTheHolderNamed() throws Exception {
        var drivers = load(name(Good.class), name(Second.class));
        assertThat(drivers.leftOut())
                .containsExactly(
                        new Drivers.LeftOut(
                                name(Second.class), "good is taken by " + name(Good.class)));
    }

    @Test
    void aDriverWithAMissingLibraryIsNamedAndTheOthersWork() throws Exception {
        compileThenLose();
        var drivers = load("lost.Driver", name(Good.class));
        assertThat(drivers.schemes()).containsExactly("good");
        assertThat(drivers.leftOut())
                .singleElement()
                .satisfies(out -> assertThat(out.why()).contains("Library"));
    }

    /// A driver whose base class was there when it was compiled, and is not any more.
    private void compileThenLose() throws IOException {
        var folder = Files.createDirectories(jar.resolve("lost"));
        Files.writeString(folder.resolve("Library.java"), "package lost; public class Library {}");
        Files.writeString(
                folder.resolve("Driver.java"),
                """
                package lost;
                public class Driver extends Library implements vn.tram.device.DeviceProvider {
                    public String scheme() { return "lost"; }
                    public java.util.List<java.net.URI> scan() { return java.util.List.of(); }
                    public vn.tram.device.Opening open(java.net.URI address) { return null; }
                }
                """);
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-proc:none",
                                "-d",
                                jar.toString(),
                                folder.resolve("Library.java").toString(),
                                folder.resolve("Driver.java").toString());
        assertThat(status).isZero();
        Files.delete(folder.resolve("Library.class"));
    }

    @Test
    void aDriverThatFailsWhileScanningIsNamedAndTheOthersAreSeen() throws Exception {
        var drivers = load(name(Failing.class), name(Good.class));
        assertThat(drivers.scan()).containsExactly(URI.create("good://one"));
        assertThat(drivers.leftOut())
                .singleElement()
                .satisfies(out -> {
                    assertThat(out.name()).isEqualTo(name(Failing.class));
                    assertThat(out.why()).contains("planted in the scan");
                });
    }

    @Test
    void aDriverThatScansForEverIsNamedAndTheOthersAreSeen() throws Exception {
        var drivers = load(name(Slow.class), name(Good.class));
        var limit = Deadline.in(Duration.ofSeconds(10));
        assertThat(drivers.scan()).containsExactly(URI.create("good://one"));
        assertThat(limit.passed()).isFalse();
        assertThat(drivers.leftOut())
                .extracting(Drivers.LeftOut::name)
                .containsExactly(name(Slow.class));
    }

    @Test
    void aDriverThatFailsWhileOpeningIsARefusalThatNamesIt() throws Exception {
        var drivers = load(name(Failing.class));
        assertThat(drivers.open(URI.create("failing://one")))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not ->
                                assertThat(not.fault().toString())
                                        .contains("planted in the opening"));
    }

    @Test
    void anAddressWithoutDriverNamesThoseThereAre() throws Exception {
        var drivers = load(name(Good.class));
        for (var address : List.of("none://one", "relative")) {
            assertThat(drivers.open(URI.create(address)))
                    .isInstanceOfSatisfying(
                            Opening.NotOpened.class,
                            not -> assertThat(not.fault().toString()).contains("[good]"));
        }
    }
}
