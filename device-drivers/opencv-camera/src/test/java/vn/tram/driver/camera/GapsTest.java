package vn.tram.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tram.device.Deadline;
import vn.tram.device.Opening;
import vn.tram.device.PreviewingDevice;

class GapsTest {
    private static final long PACE_MICROS = 33_333;

    private final Gaps gaps = new Gaps();
    private Instant time = Instant.EPOCH;

    private void after(double paces) {
        time = time.plusNanos((long) (paces * PACE_MICROS * 1000));
        gaps.at(time);
    }

    private void even(int pictures) {
        for (int i = 0; i < pictures; i++) {
            after(1);
        }
    }

    @Test
    void anEvenStreamDropsNothing() {
        even(1000);
        assertThat(gaps.dropped()).isZero();
    }

    @Test
    void missingPicturesAreCounted() {
        even(60);
        after(2);
        even(5);
        assertThat(gaps.dropped()).isEqualTo(1);
        after(4);
        even(5);
        assertThat(gaps.dropped()).isEqualTo(4);
    }

    @Test
    void unsteadyTimesAloneDropNothing() {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            after(0.8 + 0.4 * random.nextDouble());
        }
        assertThat(gaps.dropped()).isZero();
    }

    @Test
    void picturesThatWereLateAndCameInABurstWereNotDropped() {
        even(60);
        for (int i = 0; i < 10; i++) {
            after(3);
            after(0.01);
            after(0.01);
            even(20);
        }
        assertThat(gaps.dropped()).isZero();
    }

    @Test
    void ofALateBurstOnlyWhatIsMissingCounts() {
        even(60);
        after(5);
        after(0.01);
        after(0.01);
        even(5);
        assertThat(gaps.dropped()).isEqualTo(2);
    }

    @Test
    void anotherPaceIsLearntAndALongPauseBeginsAnew() {
        even(60);
        after(1000);
        for (int i = 0; i < 60; i++) {
            after(3); // 10 a second from now on
        }
        assertThat(gaps.dropped()).isZero();
    }

    @Test
    void aClockThatGoesBackBeginsAnew() {
        even(60);
        time = Instant.EPOCH;
        even(60);
        assertThat(gaps.dropped()).isZero();
    }

    /// A network camera that stamps its pictures and leaves every tenth one out.
    @Test
    void aStreamWhoseStampsLeaveGapsTellsThem() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            var address = URI.create("camera://127.0.0.1:" + server.getLocalPort() + "/");
            var opening = (Opening.Opened) new CameraProvider().open(address);
            try (var camera = (PreviewingDevice) opening.device()) {
                var late = Deadline.in(Duration.ofSeconds(20));
                while (camera.droppedFrames() < 4) {
                    assertThat(late.passed()).as(camera.droppedFrames() + " dropped").isFalse();
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static void serve(ServerSocket server) {
        try (var socket = server.accept()) {
            var out = socket.getOutputStream();
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=p\r\n\r\n");
            var jpeg = Testing.jpeg(1);
            for (int i = 0; i < 2000; i++) {
                if (i % 10 == 9) {
                    continue;
                }
                long micros = i * PACE_MICROS;
                write(
                        out,
                        "--p\r\nX-Timestamp: %d.%06d\r\nContent-Length: %d\r\n\r\n"
                                .formatted(
                                        1_000 + micros / 1_000_000,
                                        micros % 1_000_000,
                                        jpeg.length));
                out.write(jpeg);
                write(out, "\r\n");
                out.flush();
                Thread.sleep(5);
            }
        } catch (IOException | InterruptedException _) {
            Thread.currentThread().interrupt(); // the camera was closed
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
