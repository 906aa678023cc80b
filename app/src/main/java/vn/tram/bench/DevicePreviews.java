package vn.tram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.tram.device.Deadline;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Request;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.ui.kit.DidNotCome;
import vn.tram.ui.kit.ShownPicture;
import vn.tram.ui.kit.Ui;

/// How late the live picture is, from the moment at which the driver had the frame to the pulse
/// that brings it onto the screen, and what a preview costs while nobody captures: in a station of
/// its own on the headless platform, whose window is drawn by the processor.
public final class DevicePreviews {
    private static final String PROPERTY = "tram.preview-of";
    private static final String SHOWN = "shown ";
    private static final String CPU = "cpu ";
    private static final String DONE = "done";
    private static final String FAILED = "failed ";

    private static final int WARM_UP = 60;
    private static final int FRAMES = 200;
    private static final int SECONDS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DevicePreviews() {}

    /// Whether this program is to show the preview of one device, tell its times and end.
    public static boolean asked() {
        return System.getProperty(PROPERTY) != null;
    }

    /// Shows the preview in this program's window and tells its times.
    public static void tell(Ui.Running window, Drivers drivers, PrintStream out)
            throws InterruptedException {
        var address = URI.create(System.getProperty(PROPERTY, ""));
        try {
            if (!(drivers.open(address) instanceof Opening.Opened(PreviewingDevice device))) {
                out.println(FAILED + address + " shows no live picture");
                return;
            }
            try (device;
                    var preview = device.preview(Request.of(Position.FACE, PATIENCE, "bench"))) {
                measure(preview, ShownPicture.open(window.kit()), out);
                out.println(DONE);
            }
        } catch (DidNotCome | Unmeasured e) {
            out.println(FAILED + e.getMessage());
        } finally {
            out.flush();
        }
    }

    private static void measure(Preview preview, ShownPicture screen, PrintStream out)
            throws InterruptedException, DidNotCome, Unmeasured {
        for (int i = 0; i < WARM_UP + FRAMES; i++) {
            var frame = next(preview);
            var shown = screen.show(frame.pixels());
            if (i >= WARM_UP) {
                out.println(SHOWN + Duration.between(frame.takenAt(), shown).toNanos());
            }
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int second = 0; second < SECONDS; second++) {
            long start = System.nanoTime();
            long before = system.getProcessCpuTime();
            var end = Deadline.in(Duration.ofSeconds(1));
            while (!end.passed()) {
                screen.offer(next(preview).pixels());
            }
            long used = system.getProcessCpuTime() - before;
            out.println(CPU + 100.0 * used / (System.nanoTime() - start));
        }
    }

    private static Frame next(Preview preview) throws InterruptedException, Unmeasured {
        return switch (preview.next(PATIENCE)) {
            case Preview.Look.Seen(var frame) -> frame;
            case Preview.Look.Lost(var fault) ->
                    throw new Unmeasured("a live picture", fault.toString());
        };
    }

    /// Two rows a driver: the latency, and the processor while the picture stands.
    static List<Figures> of(String name, Site site)
            throws IOException, InterruptedException, Unmeasured {
        var rows = new ArrayList<Figures>();
        try (var devices = PlayedDevices.start(site)) {
            for (var camera : devices.cameras().entrySet()) {
                rows.addAll(of(name, camera.getKey(), camera.getValue(), site));
            }
        }
        return rows;
    }

    private static List<Figures> of(String name, String driver, URI address, Site site)
            throws IOException, InterruptedException, Unmeasured {
        var shown = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var folder = site.newFolder();
        try {
            read(name, address, folder.resolve("state"), shown, cpu);
        } finally {
            Site.delete(folder);
        }
        return List.of(
                Figures.of(name + "-" + driver, "ms", values(shown)),
                Figures.of(name + "-" + driver + "-cpu", "%", values(cpu)));
    }

    private static double[] values(List<Double> samples) {
        return samples.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void read(
            String name, URI address, Path state, List<Double> shown, List<Double> cpu)
            throws IOException, InterruptedException, Unmeasured {
        var properties =
                List.of(
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-D" + PROPERTY + "=" + address);
        var arguments = List.of("--state", state.toString());
        try (var station = Station.start(properties, Redirect.PIPE, arguments);
                var lines = station.process().inputReader(StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            while (line != null && !line.equals(DONE)) {
                if (line.startsWith(FAILED)) {
                    throw new Unmeasured(name, line.substring(FAILED.length()));
                }
                if (line.startsWith(SHOWN)) {
                    shown.add(Long.parseLong(line.substring(SHOWN.length())) / 1e6);
                } else if (line.startsWith(CPU)) {
                    cpu.add(Double.parseDouble(line.substring(CPU.length())));
                }
                line = lines.readLine();
            }
            if (line == null) {
                throw new Unmeasured(name, "the station ended before it had shown " + address);
            }
            station.process().waitFor();
        }
    }
}
