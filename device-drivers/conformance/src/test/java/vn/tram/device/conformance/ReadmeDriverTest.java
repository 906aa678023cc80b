package vn.tram.device.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.DeviceProvider;
import vn.tram.device.DriverTrust;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.image.Position;

/// The driver that `device-drivers/README.md` shows: built by its own commands, away from the
/// station's sources, dropped into a folder `drivers`, and held to the contract against a device on
/// the wire.
class ReadmeDriverTest extends DeviceContract {
    private static final Pattern FILE =
            Pattern.compile("```(?:java\n//|\n#) (src/\\S+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir private static Path work;
    private static Drivers drivers;

    private final List<Fp200OnTheWire> devices = new ArrayList<>();

    @BeforeAll
    static void build() throws Exception {
        var readme = Files.readString(Path.of("..", "README.md"));
        var files = FILE.matcher(readme);
        while (files.find()) {
            var file = work.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2));
        }
        var api = Drivers.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        copyJar(Path.of(api), work.resolve("tram-device-api.jar"));
        var commands = COMMANDS.matcher(readme);
        assertTrue(commands.find(), "the page shows commands");
        run(commands.group(1));
        var folder = Files.createDirectory(work.resolve("drivers"));
        Files.copy(work.resolve("fp200.jar"), folder.resolve("fp200.jar"));
        drivers =
                Drivers.load(
                        ReadmeDriverTest.class.getClassLoader(), folder, new DriverTrust.Anybody());
        assertEquals(List.of(), drivers.leftOut());
        assertEquals(List.of("fp200"), drivers.schemes());
    }

    /// The SPI is a folder of classes when only the tests were asked for, else a jar.
    private static void copyJar(Path api, Path target) throws IOException {
        if (Files.isRegularFile(api)) {
            Files.copy(api, target);
            return;
        }
        int code =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.err,
                                System.err,
                                "--create",
                                "--file=" + target,
                                "-C",
                                api.toString(),
                                ".");
        assertEquals(0, code, "packing the SPI");
    }

    private static void run(String commands) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-ec", commands).directory(work.toFile());
        var tools = Path.of(System.getProperty("java.home"), "bin");
        shell.environment().merge("PATH", tools.toString(), (path, bin) -> bin + ":" + path);
        var said = work.resolve("said");
        shell.redirectErrorStream(true).redirectOutput(said.toFile());
        assertEquals(0, shell.start().waitFor(), () -> text(said));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The other end of the README's protocol.
    private static final class Fp200OnTheWire implements AutoCloseable {
        private final Situation situation;
        private final ServerSocket server;
        private final List<Socket> lines = new CopyOnWriteArrayList<>();

        private Fp200OnTheWire(Situation situation) throws IOException {
            this.situation = situation;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("fp200 " + situation).start(this::serve);
        }

        private URI address() {
            return URI.create("fp200://127.0.0.1:" + server.getLocalPort());
        }

        private void serve() {
            try {
                while (true) {
                    var line = server.accept();
                    lines.add(line);
                    Thread.ofPlatform().daemon().start(() -> answer(line));
                }
            } catch (IOException e) {
                closeLines(); // the server was closed
            }
        }

        private void answer(Socket line) {
            try (line) {
                int question = line.getInputStream().read();
                if (question == 'I') {
                    line.getOutputStream()
                            .write("FP-200;0042;1.3\n".getBytes(StandardCharsets.US_ASCII));
                } else if (question == 'C' && situation == Situation.WORKING) {
                    line.getOutputStream().write("300 400\n".getBytes(StandardCharsets.US_ASCII));
                    line.getOutputStream().write(new byte[300 * 400]);
                } else {
                    line.getInputStream().read(); // until the station goes
                }
            } catch (IOException e) {
                lines.remove(line); // the station went first
            }
        }

        private void closeLines() {
            for (var line : lines) {
                try {
                    line.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            closeLines();
        }
    }

    @AfterEach
    void endDevices() throws IOException {
        for (var device : devices) {
            device.close();
        }
    }

    /// Drivers of the folder are reached by way of [Drivers] alone.
    @Override
    protected DeviceProvider provider() {
        return new DeviceProvider() {
            @Override
            public String scheme() {
                return "fp200";
            }

            @Override
            public List<URI> scan() {
                return drivers.scan();
            }

            @Override
            public Opening open(URI address) throws InterruptedException {
                return drivers.open(address);
            }
        };
    }

    @Override
    protected URI address(Situation situation) throws IOException {
        if (situation == Situation.MISTAKEN) {
            return URI.create("fp200://127.0.0.1:1?speed=7");
        }
        for (var device : devices) {
            if (device.situation == situation) {
                return device.address();
            }
        }
        var device = new Fp200OnTheWire(situation);
        devices.add(device);
        return device.address();
    }

    @Override
    protected Position shown() {
        return Position.RIGHT_INDEX;
    }

    @Override
    protected Position notShown() {
        return Position.RIGHT_FOUR;
    }

    @Override
    protected void unplug() throws IOException {
        endDevices();
    }
}
