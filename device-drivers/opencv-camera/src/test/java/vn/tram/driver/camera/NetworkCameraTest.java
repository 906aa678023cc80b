package vn.tram.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.Preview.Look;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.conformance.PreviewContract;
import vn.tram.device.conformance.Situation;
import vn.tram.driver.camera.simulator.CameraSimulator;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// MJPEG over HTTP, from a server on loopback.
class NetworkCameraTest extends PreviewContract {
    private final Map<Situation, CameraSimulator> cameras = new EnumMap<>(Situation.class);

    private static CameraSimulator camera(int fps, IntFunction<byte[]> pictures)
            throws IOException {
        return CameraSimulator.start(0, new CameraSimulator.Show(pictures, fps));
    }

    private static URI address(CameraSimulator camera) {
        return URI.create("camera://127.0.0.1:" + camera.port() + "/live");
    }

    @Override
    protected DeviceProvider provider() {
        return new CameraProvider();
    }

    @Override
    protected URI address(Situation situation) throws IOException {
        if (situation == Situation.MISTAKEN) {
            return URI.create("camera://127.0.0.1:1/live?focus=3");
        }
        if (!cameras.containsKey(situation)) {
            cameras.put(situation, camera(situation == Situation.WORKING ? 30 : 0, Testing::jpeg));
        }
        return address(cameras.get(situation));
    }

    @Override
    protected Position shown() {
        return Position.FACE;
    }

    @Override
    protected Position notShown() {
        return Position.RIGHT_INDEX;
    }

    @Override
    protected void unplug() throws IOException {
        cameras.get(Situation.LEAVING).close();
    }

    @AfterEach
    void end() throws IOException {
        for (var camera : cameras.values()) {
            camera.close();
        }
    }

    @Test
    void theSizeIsThatOfTheFirstPictureAndTheMakeTheServers() throws Exception {
        var info = open(Situation.WORKING).info();
        assertThat(info.width()).isEqualTo(Testing.WIDTH);
        assertThat(info.height()).isEqualTo(Testing.HEIGHT);
        assertThat(info.make()).isEqualTo("Tram-simulated-camera");
    }

    @Test
    void aGrayJpegIsShownInColour() throws Exception {
        var taken = taken(open(Situation.WORKING).capture(request(PATIENCE), Progress.none()));
        var pixels = (Rgb8) taken.samples().getFirst().frame().pixels();
        int rgb = pixels.at(100, 100);
        assertThat(rgb & 0xFF).isEqualTo(rgb >> 8 & 0xFF).isEqualTo(rgb >> 16 & 0xFF);
    }

    @Test
    void aCameraThatChangesItsSizeIsFollowed() throws Exception {
        try (var camera = camera(30, n -> n < 40 ? Testing.jpeg(n) : Testing.jpeg(n, 640, 480));
                var device = opened(camera);
                var preview = device.preview(request(PATIENCE))) {
            var size = "";
            while (!size.equals("640x480")) {
                var look = preview.next(PATIENCE);
                assertThat(look).isInstanceOf(Look.Seen.class);
                var pixels = ((Look.Seen) look).frame().pixels();
                size = pixels.width() + "x" + pixels.height();
            }
        }
    }

    private PreviewingDevice opened(CameraSimulator camera) throws InterruptedException {
        return (PreviewingDevice) ((Opening.Opened) provider().open(address(camera))).device();
    }

    @Test
    void aPartThatIsNoPictureIsGarbledAndTheNextIsShown() throws Exception {
        var broken = Testing.jpeg(3);
        try (var camera =
                        camera(30, n -> n % 2 == 0 ? Testing.jpeg(n) : Arrays.copyOf(broken, 200));
                var device = opened(camera);
                var preview = device.preview(request(PATIENCE))) {
            boolean garbled = false;
            boolean seen = false;
            while (!garbled || !seen) {
                switch (preview.next(PATIENCE)) {
                    case Look.Seen _ -> seen = true;
                    case Look.Lost(var fault) -> {
                        assertThat(fault).isInstanceOf(Fault.Garbled.class);
                        garbled = true;
                    }
                }
            }
        }
    }

    /// Answers every connection with these bytes, and then waits for the other side to go.
    private static ServerSocket answering(String bytes) throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    while (true) {
                        try (var line = server.accept()) {
                            line.getOutputStream()
                                    .write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                            line.getInputStream().readAllBytes();
                        } catch (IOException _) {
                            return; // closed
                        }
                    }
                });
        return server;
    }

    @Test
    void whatIsNoStreamOfPicturesIsRefusedWithWhatItIs() throws Exception {
        for (var answer :
                new String[] {
                    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi",
                    "SSH-2.0-server\r\n"
                }) {
            try (var server = answering(answer)) {
                var address = URI.create("camera://127.0.0.1:" + server.getLocalPort() + "/live");
                assertThat(provider().open(address))
                        .as(answer)
                        .isInstanceOf(Opening.NotOpened.class);
            }
        }
    }

    @Test
    void endlessNoiseInsteadOfPartsEndsTheDeviceAsGarbled() throws Exception {
        var noise = "x".repeat(100_000);
        try (var server =
                answering(
                        "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;"
                                + " boundary=b\r\n\r\n"
                                + noise)) {
            var address = URI.create("camera://127.0.0.1:" + server.getLocalPort() + "/live");
            var opening = (Opening.Opened) provider().open(address);
            try (var device = opening.device()) {
                var capture = device.capture(request(Duration.ofSeconds(10)), Progress.none());
                assertThat(capture)
                        .isInstanceOfSatisfying(
                                Capture.Missed.class,
                                missed ->
                                        assertThat(missed.fault())
                                                .isInstanceOf(Fault.Garbled.class));
                assertThat(device.present()).isFalse();
            }
        }
    }

    @Test
    void nobodyThereIsDisconnected() throws Exception {
        int free;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        assertThat(provider().open(URI.create("camera://127.0.0.1:" + free + "/live")))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.fault()).isInstanceOf(Fault.Disconnected.class));
    }
}
