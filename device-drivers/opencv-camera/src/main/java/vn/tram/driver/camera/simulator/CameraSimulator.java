package vn.tram.driver.camera.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// Serves JPEG pictures as MJPEG over HTTP on loopback: `multipart/x-mixed-replace`, as network
/// cameras do, to as many as ask.
public final class CameraSimulator implements AutoCloseable {
    private static final String BOUNDARY = "picture";
    private static final Duration REQUEST = Duration.ofSeconds(5);

    /// @param pictures JPEG bytes of the picture of that number, from 0 on; `null` never. Asked
    ///   from several threads
    /// @param fps pictures a second; 0 sends none
    public record Show(IntFunction<byte[]> pictures, int fps) {}

    private final ServerSocket server;
    private final Show show;
    private final Set<Socket> watchers = ConcurrentHashMap.newKeySet();

    private CameraSimulator(ServerSocket server, Show show) {
        this.server = server;
        this.show = show;
    }

    /// Starts serving.
    ///
    /// @param port 0 for any that is free
    /// @throws IOException when the port is taken
    public static CameraSimulator start(int port, Show show) throws IOException {
        var server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        var simulator = new CameraSimulator(server, show);
        Thread.ofPlatform().daemon().name("camera simulator").start(simulator::serve);
        return simulator;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var watcher = server.accept();
                watchers.add(watcher);
                Thread.ofVirtual().name("camera watcher").start(() -> show(watcher));
                if (server.isClosed()) {
                    watcher.close();
                }
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void show(Socket watcher) {
        try (watcher) {
            watcher.setSoTimeout((int) REQUEST.toMillis());
            readRequest(watcher);
            var out = watcher.getOutputStream();
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nServer: Tram-simulated-camera\r\nCache-Control: no-store\r\n"
                            + "Connection: close\r\nContent-Type: multipart/x-mixed-replace; boundary="
                            + BOUNDARY
                            + "\r\n\r\n");
            out.flush();
            pictures(watcher, out);
        } catch (IOException _) {
            return; // whoever watched has gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.remove(watcher);
        }
    }

    private static void readRequest(Socket watcher) throws IOException {
        var in = new BufferedReader(new InputStreamReader(watcher.getInputStream(), US_ASCII));
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            // every path shows the same, whatever else is asked
        }
    }

    private void pictures(Socket watcher, OutputStream out)
            throws IOException, InterruptedException {
        if (show.fps == 0) {
            watcher.setSoTimeout(0);
            watcher.getInputStream().read(); // until the watcher goes
            return;
        }
        long start = System.nanoTime();
        for (int number = 0; !watcher.isClosed(); number++) {
            var picture = show.pictures.apply(number);
            write(
                    out,
                    "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                            .formatted(BOUNDARY, picture.length));
            out.write(picture);
            write(out, "\r\n");
            out.flush();
            long due = start + (number + 1) * 1_000_000_000L / show.fps;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }

    /// Pulls the cable: nobody is served any more, and those who watched are cut off.
    @Override
    public void close() throws IOException {
        server.close();
        for (var watcher : watchers) {
            watcher.close();
        }
    }
}
