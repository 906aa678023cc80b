package vn.tram.driver.sbi.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// The live pictures of the simulated service: `multipart/x-mixed-replace`, as MOSIP's own service
/// writes it, the boundary's dashes within its name.
final class LiveStreams {
    /// Between two pictures: the specification wants 3 a second at least.
    private static final int INTERVAL_MILLIS = 66;

    private static final int QUALITY = 80;
    private static final String BOUNDARY = "--BoundaryString";
    private static final long HUGE = 10_000_000_000L;

    private final Scene scene;

    /// Which connection shows each device.
    private final Map<SimulatedDevice, Http> shown = new ConcurrentHashMap<>();

    LiveStreams(Scene scene) {
        this.scene = scene;
    }

    boolean running(SimulatedDevice device) {
        return shown.containsKey(device);
    }

    /// Ends the live picture of a device: a capture begins.
    void stop(SimulatedDevice device) throws IOException {
        var http = shown.remove(device);
        if (http != null) {
            http.close();
        }
    }

    /// Shows until the client leaves, the time is over, or [#stop].
    void show(Http http, Asked asked, Misdeed misdeed)
            throws Refused, IOException, InterruptedException {
        if (shown.putIfAbsent(asked.device(), http) != null) {
            throw new Refused(Refusal.BUSY);
        }
        try {
            http.out().write(head(misdeed));
            long end = System.nanoTime() + asked.timeout().toNanos();
            while (System.nanoTime() - end < 0 && !http.left(INTERVAL_MILLIS)) {
                send(http, asked, misdeed);
            }
            if (System.nanoTime() - end >= 0) {
                http.out().write(Answers.error(Refusal.STREAM_TIMEOUT).toString().getBytes(UTF_8));
            }
        } finally {
            shown.remove(asked.device(), http);
        }
    }

    private static byte[] head(Misdeed misdeed) {
        var boundary = misdeed == Misdeed.STREAM_WITHOUT_BOUNDARY ? "" : "; boundary=" + BOUNDARY;
        return ("HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace"
                        + boundary
                        + "\r\nCACHE-CONTROL: no-store\r\nConnection: close\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    private void send(Http http, Asked asked, Misdeed misdeed)
            throws IOException, InterruptedException {
        switch (misdeed) {
            case SILENT -> {}
            case STREAM_HUGE_PART -> {
                http.out().write(part(HUGE));
                http.out().write(new byte[1 << 16]);
            }
            case STREAM_ENDLESS_HEADER -> {
                http.out().write((BOUNDARY + "\r\n").getBytes(ISO_8859_1));
                http.out().write("X-More: and more\r\n".repeat(1000).getBytes(ISO_8859_1));
            }
            case STREAM_BOMB -> picture(http, bomb());
            default -> {
                var live = scene.live(asked.device().shown(asked.subId()));
                if (live.isPresent()) {
                    picture(http, jpeg(live.get()));
                }
            }
        }
    }

    private static byte[] jpeg(Pixels pixels) {
        return Images.jpeg(pixels, new Resolution.Unknown(), QUALITY);
    }

    private static void picture(Http http, byte[] jpeg) throws IOException {
        http.out().write(part(jpeg.length));
        http.out().write(jpeg);
        http.out().write("\r\n".getBytes(ISO_8859_1));
        http.out().flush();
    }

    private static byte[] part(long length) {
        return (BOUNDARY
                        + "\r\nAccess-Control-Allow-Origin:*\r\nContent-Type:image/jpeg\r\n"
                        + "Content-Length:"
                        + length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /// The header of a gray JPEG of 60000 x 60000 pixels, an empty scan, the end.
    private static byte[] bomb() {
        var bytes = ByteBuffer.allocate(32);
        bytes.putShort((short) 0xFFD8);
        bytes.putShort((short) 0xFFC0).putShort((short) 11).put((byte) 8);
        bytes.putShort((short) 60_000).putShort((short) 60_000).put((byte) 1);
        bytes.put((byte) 1).put((byte) 0x11).put((byte) 0);
        bytes.putShort((short) 0xFFDA).putShort((short) 8).put((byte) 1).put((byte) 1);
        bytes.put(new byte[4]).putShort((short) 0xFFD9);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
