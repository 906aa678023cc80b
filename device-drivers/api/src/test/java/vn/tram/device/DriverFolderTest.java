package vn.tram.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jars dropped into the folder `drivers`: good, broken, slow, throwing, second of a scheme, signed
/// and not.
class DriverFolderTest {
    private static final char[] PASSWORD = "planted".toCharArray();

    @TempDir private Path work;
    private Path folder = Path.of(".");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(work.resolve("drivers"));
    }

    /// A driver of that scheme with something in its class, its constructor and its opening.
    private static String driver(String scheme, String members, String made, String opening) {
        return """
        package %1$s;
        import java.net.URI;
        import java.util.List;
        import vn.tram.device.*;
        public class Driver implements DeviceProvider {
            %2$s
            public Driver() { %3$s }
            public String scheme() { return "%1$s"; }
            public List<URI> scan() { return List.of(URI.create("%1$s://one")); }
            public Opening open(URI address) throws InterruptedException { %4$s }
        }
        """
                .formatted(scheme, members, made, opening);
    }

    private static String driver(String scheme) {
        return driver(scheme, "", "", "return new Opening.NotOpened(new Fault.Busy(\"planted\"));");
    }

    private Path jar(String name, String scheme, String source) throws IOException {
        var sources = Files.createDirectories(work.resolve("src-" + name).resolve(scheme));
        var classes = Files.createDirectories(work.resolve("classes-" + name));
        var file = Files.writeString(sources.resolve("Driver.java"), source);
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-proc:none",
                                "-d",
                                classes.toString(),
                                file.toString());
        assertThat(code).isZero();
        var services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(DeviceProvider.class.getName()), scheme + ".Driver\n");
        return pack(classes, folder.resolve(name));
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), new Manifest());
                Stream<Path> tree = Files.walk(classes)) {
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private Drivers load(DriverTrust trust) {
        return Drivers.load(getClass().getClassLoader(), folder, trust);
    }

    private Drivers load() {
        return load(new DriverTrust.Anybody());
    }

    @Test
    void aJarOfTheFolderIsLoadedAndUsed() throws Exception {
        jar("one.jar", "one", driver("one"));
        var drivers = load();
        assertThat(drivers.leftOut()).isEmpty();
        assertThat(drivers.scan()).containsExactly(URI.create("one://one"));
        assertThat(drivers.open(URI.create("one://one")))
                .isEqualTo(new Opening.NotOpened(new Fault.Busy("planted")));
    }

    @Test
    void aFolderThatIsNotThereHoldsNone() {
        var drivers =
                Drivers.load(
                        getClass().getClassLoader(),
                        work.resolve("none"),
                        new DriverTrust.Anybody());
        assertThat(drivers.schemes()).isEmpty();
        assertThat(drivers.leftOut()).isEmpty();
    }

    @Test
    void whatIsNoJarAndWhatHasNoDriverIsNamedAndTheOthersWork() throws Exception {
        Files.writeString(folder.resolve("broken.jar"), "not a jar");
        pack(Files.createDirectory(work.resolve("nothing")), folder.resolve("empty.jar"));
        var without = Files.createDirectory(work.resolve("without"));
        Files.writeString(without.resolve("readme.txt"), "no driver here");
        pack(without, folder.resolve("without.jar"));
        jar("one.jar", "one", driver("one"));
        var drivers = load();
        assertThat(drivers.schemes()).containsExactly("one");
        assertThat(drivers.leftOut())
                .extracting(Drivers.LeftOut::name)
                .containsExactly("broken.jar", "empty.jar", "without.jar");
    }

    @Test
    void theSecondOfASchemeIsLeftOutByJarAndClass() throws Exception {
        jar("a.jar", "one", driver("one"));
        jar("b.jar", "one", driver("one"));
        assertThat(load().leftOut())
                .containsExactly(
                        new Drivers.LeftOut("b.jar: one.Driver", "one is taken by one.Driver"));
    }

    @Test
    void aDriverThatNeverComesOutOfItsConstructorIsNamedAndTheOthersWork() throws Exception {
        var endless =
                "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException e) { throw new IllegalStateException(e); }";
        jar("a.jar", "slow", driver("slow", "", endless, "return null;"));
        jar("b.jar", "one", driver("one"));
        var drivers = load();
        assertThat(drivers.schemes()).containsExactly("one");
        assertThat(drivers.leftOut())
                .singleElement()
                .satisfies(out -> {
                    assertThat(out.name()).isEqualTo("a.jar");
                    assertThat(out.why()).contains("5 s");
                });
    }

    @Test
    void whateverADriverThrowsWhileItIsOpenedIsARefusal() throws Exception {
        jar("a.jar", "deep", driver("deep", "", "", "return open(address);"));
        jar("b.jar", "nothing", driver("nothing", "", "", "return null;"));
        var drivers = load();
        for (var scheme : List.of("deep", "nothing")) {
            assertThat(drivers.open(URI.create(scheme + "://one")))
                    .isInstanceOfSatisfying(
                            Opening.NotOpened.class,
                            not -> assertThat(not.fault()).isInstanceOf(Fault.Refused.class));
        }
        assertThat(drivers.leftOut())
                .extracting(Drivers.LeftOut::name)
                .containsExactly("deep.Driver", "nothing.Driver");
    }

    @Test
    void anOpeningUnderWayIsNotBegunTwiceAndItsInterruptReachesTheDriver() throws Exception {
        var endless = "new java.util.concurrent.CountDownLatch(1).await(); return null;";
        jar("a.jar", "slow", driver("slow", "", "", endless));
        var drivers = load();
        var address = URI.create("slow://one");
        var first = new FutureTask<>(() -> drivers.open(address));
        var caller = Thread.ofPlatform().start(first);
        var limit = Deadline.in(Duration.ofSeconds(10));
        while (caller.getState() != Thread.State.TIMED_WAITING) { // the driver is at it
            assertThat(limit.passed()).isFalse();
            Thread.onSpinWait();
        }
        assertThat(drivers.open(address))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.fault()).isInstanceOf(Fault.Busy.class));
        caller.interrupt();
        caller.join(Duration.ofSeconds(10));
        assertThat(first.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aDriverSeesNeitherTheStationsClassesNorAnotherDriver() throws Exception {
        var look =
                """
                for (var name : new String[] {"org.assertj.core.api.Assertions", "one.Driver"}) {
                    try {
                        Class.forName(name);
                        return new Opening.NotOpened(new Fault.Busy("saw " + name));
                    } catch (ClassNotFoundException e) {
                        continue;
                    }
                }
                return new Opening.NotOpened(new Fault.Busy("saw nothing"));
                """;
        jar("a.jar", "one", driver("one"));
        jar("b.jar", "nosy", driver("nosy", "", "", look));
        assertThat(load().open(URI.create("nosy://one")))
                .isEqualTo(new Opening.NotOpened(new Fault.Busy("saw nothing")));
    }

    @Test
    void aDriverReadsItsOwnResources() throws Exception {
        var read =
                """
                try (var in = getClass().getResourceAsStream("/META-INF/services/vn.tram.device.DeviceProvider")) {
                    return new Opening.NotOpened(new Fault.Busy(new String(in.readAllBytes()).strip()));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                """;
        jar("a.jar", "one", driver("one", "", "", read));
        assertThat(load().open(URI.create("one://one")))
                .isEqualTo(new Opening.NotOpened(new Fault.Busy("one.Driver")));
    }

    /// A key of its own with a certificate for that use, made by the platform's `keytool`.
    private KeyStore.PrivateKeyEntry signer(String name, String use) throws Exception {
        var store = work.resolve(name + ".p12");
        var keytool =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-ext",
                        "eku=" + use);
        assertThat(
                        keytool.redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor(60, TimeUnit.SECONDS))
                .isTrue();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        return (KeyStore.PrivateKeyEntry)
                keys.getEntry(name, new KeyStore.PasswordProtection(PASSWORD));
    }

    private static DriverTrust trusting(KeyStore.PrivateKeyEntry signer) {
        return new DriverTrust.Signed(
                Set.of(new TrustAnchor((X509Certificate) signer.getCertificate(), null)));
    }

    private static void sign(Path jar, KeyStore.PrivateKeyEntry signer) throws IOException {
        var signed = jar.resolveSibling("signed");
        try (var in = new ZipFile(jar.toFile());
                var out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(signer).build().sign(in, out);
        }
        Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void productionLoadsAJarThatATrustedAuthoritySigned() throws Exception {
        var signer = signer("authority", "codeSigning");
        sign(jar("a.jar", "one", driver("one")), signer);
        var drivers = load(trusting(signer));
        assertThat(drivers.leftOut()).isEmpty();
        assertThat(drivers.schemes()).containsExactly("one");
    }

    @Test
    void productionLoadsNoJarThatIsUnsignedOrOfAStrangerOrOfAnotherUse() throws Exception {
        var authority = signer("authority", "codeSigning");
        var stranger = signer("stranger", "codeSigning");
        var server = signer("server", "serverAuth");
        jar("a.jar", "a", driver("a"));
        sign(jar("b.jar", "b", driver("b")), stranger);
        sign(jar("c.jar", "c", driver("c")), server);
        for (var trust : List.of(trusting(authority), new DriverTrust.Signed(Set.of()))) {
            var drivers = load(trust);
            assertThat(drivers.schemes()).isEmpty();
            assertThat(drivers.leftOut())
                    .extracting(Drivers.LeftOut::name)
                    .containsExactly("a.jar", "b.jar", "c.jar");
        }
        assertThat(load(trusting(server)).leftOut())
                .anySatisfy(out -> assertThat(out.why()).contains("not for signing code"));
    }

    /// The jar once more, with its entries as `change` makes them.
    private static void rewrite(Path jar, BiFunction<String, byte[], List<byte[]>> change)
            throws IOException {
        var names = new ArrayList<String>();
        var contents = new ArrayList<byte[]>();
        try (var in = new JarFile(jar.toFile(), false)) {
            for (var entry : in.stream().toList()) {
                for (var content :
                        change.apply(entry.getName(), in.getInputStream(entry).readAllBytes())) {
                    names.add(entry.getName());
                    contents.add(content);
                }
            }
        }
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < names.size(); i++) {
                out.putNextEntry(new ZipEntry(names.get(i)));
                out.write(contents.get(i));
            }
        }
    }

    @Test
    void productionLoadsNoSignedJarThatWasChangedAfterwards() throws Exception {
        var signer = signer("authority", "codeSigning");
        var changed = jar("a.jar", "a", driver("a"));
        sign(changed, signer);
        rewrite(
                changed,
                (name, content) -> {
                    if (name.endsWith(".class")) {
                        content[content.length - 1] ^= 1;
                    }
                    return List.of(content);
                });
        var removed = jar("b.jar", "b", driver("b"));
        sign(removed, signer);
        rewrite(
                removed,
                (name, content) -> name.endsWith(".class") ? List.<byte[]>of() : List.of(content));
        var added = jar("c.jar", "c", driver("c"));
        sign(added, signer);
        try (var zip = FileSystems.newFileSystem(added)) {
            Files.writeString(zip.getPath("extra.txt"), "not signed");
        }
        var drivers = load(trusting(signer));
        assertThat(drivers.schemes()).isEmpty();
        assertThat(drivers.leftOut())
                .extracting(Drivers.LeftOut::name)
                .containsExactly("a.jar", "b.jar", "c.jar");
    }

    @Test
    void theAuthoritiesAreTheCertificatesOfAFolder() throws Exception {
        var signer = signer("authority", "codeSigning");
        var trust = Files.createDirectory(work.resolve("trust"));
        Files.write(trust.resolve("authority.crt"), signer.getCertificate().getEncoded());
        sign(jar("a.jar", "one", driver("one")), signer);
        assertThat(load(DriverTrust.Signed.by(trust)).schemes()).containsExactly("one");
        assertThat(DriverTrust.Signed.by(work.resolve("none")).authorities()).isEmpty();
    }
}
