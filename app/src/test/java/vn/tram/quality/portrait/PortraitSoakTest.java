package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Request;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.settings.Settings;

/// An hour of live verdicts while the preview runs: memory and frames, as they were, on standard
/// output. `-Dtram.soak-minutes=N` makes it shorter.
class PortraitSoakTest {
    private static final int MINUTES = Integer.getInteger("tram.soak-minutes", 60);
    private static final Duration FRAME = Duration.ofMillis(33);

    /// From half-time on, when the heap has taken what it may. A leaked frame a second would be 5
    /// GB in half an hour.
    private static final long MOST_GROWTH_MB = 60;

    @Test
    @Tag("endurance")
    void memoryStaysFlatWhileEveryFrameIsShown() throws Exception {
        var judge = new PortraitJudge(Settings.load(Path.of("../config")).portrait());
        judge.warmUp();
        var live = new LivePortrait(judge);
        var latest = new ArrayBlockingQueue<Frame>(1);
        var shown = new AtomicInteger();
        var address = URI.create("sim://camera?seed=7&scene=good,turned,closed,two,nobody,good");
        var drivers = Drivers.load(getClass().getClassLoader());
        try (var device = (PreviewingDevice) ((Opening.Opened) drivers.open(address)).device();
                var preview = device.preview(Request.of(Position.FACE, FRAME, "soak"));
                var screen = Executors.newVirtualThreadPerTaskExecutor()) {
            var drawing =
                    screen.submit(() -> {
                        while (preview.next(Duration.ofSeconds(5))
                                instanceof Preview.Look.Seen(var frame)) {
                            latest.clear();
                            latest.put(frame);
                            shown.incrementAndGet();
                        }
                        return shown.get();
                    });
            long start = System.nanoTime();
            long verdicts = 0;
            long afterWarmUp = 0;
            long minute = 0;
            while (minute < MINUTES) {
                live.judge(latest.take(), Position.FACE, Set.of());
                verdicts++;
                long now = Duration.ofNanos(System.nanoTime() - start).toMinutes();
                if (now > minute) {
                    minute = now;
                    long resident = residentMb();
                    afterWarmUp = minute <= Math.max(1, MINUTES / 2) ? resident : afterWarmUp;
                    long due = minute * 60_000 / FRAME.toMillis();
                    System.out.printf(
                            "minute=%d verdicts=%d per-second=%.1f shown=%d dropped=%d rss-mb=%d%n",
                            minute,
                            verdicts,
                            verdicts / (minute * 60.0),
                            shown.get(),
                            Math.max(0, due - shown.get()),
                            resident);
                }
            }
            preview.close();
            assertThat(drawing.get()).isPositive();
            assertThat(residentMb() - afterWarmUp).isLessThan(MOST_GROWTH_MB);
        }
    }

    /// What the whole program has resident, as Linux counts it.
    private static long residentMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
