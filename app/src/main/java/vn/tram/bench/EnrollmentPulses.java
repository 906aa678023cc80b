package vn.tram.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.tram.ui.EnrollmentByKeyboard;
import vn.tram.ui.kit.DidNotCome;
import vn.tram.ui.kit.Hand;
import vn.tram.ui.kit.Ui;

/// How long the screen stood still in a whole enrollment, from the sign-in to the slip: the time
/// from each pulse of JavaFX to the next, in a station of its own on the headless platform, fresh
/// from its start, worked by keys, with the simulated devices of the settings.
///
/// Undisturbed the pulses come every 16.7 ms. What lies over that is time for which the thread that
/// draws, or the drawing itself, kept the operator waiting.
public final class EnrollmentPulses {
    private static final int RUNS = 3;

    /// Somebody grown up among the people of training.
    private static final int PERSON = 0;

    private static final String PROPERTY = "tram.enroll-by-keys";
    private static final String GAP = "gap ";
    private static final String ENROLLED = "enrolled";
    private static final String FAILED = "failed ";

    private static final List<String> PROPERTIES =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-D" + PROPERTY + "=true");

    private EnrollmentPulses() {}

    /// Whether this program is to enroll one citizen by itself, tell its pulses and end.
    public static boolean asked() {
        return Boolean.getBoolean(PROPERTY);
    }

    /// Works this program's window through one enrollment and tells its pulses.
    public static void tell(Ui.Running window, EnrollmentByKeyboard.Staff staff, PrintStream out)
            throws IOException, InterruptedException {
        var hand = new Hand(window.kit());
        var pulses = window.pulses();
        try {
            hand.on(() -> {
                pulses.start();
                return true;
            });
            new EnrollmentByKeyboard(hand, staff, _ -> {}).whole(PERSON);
            pulses.gaps().forEach(gap -> out.println(GAP + gap.toNanos()));
            out.println(ENROLLED);
        } catch (DidNotCome e) {
            out.println(FAILED + e.getMessage());
        }
        out.flush();
    }

    /// Two rows: of the longest pulse of each enrollment, and of all pulses of all.
    static List<Figures> of(String name, Site site)
            throws IOException, InterruptedException, Unmeasured {
        var longest = new double[RUNS];
        var all = new ArrayList<Duration>();
        for (int run = 0; run < RUNS; run++) {
            var folder = site.newFolder();
            try {
                var gaps = enrolled(name, folder.resolve("state"));
                longest[run] = millis(gaps.stream().max(Duration::compareTo).orElseThrow());
                all.addAll(gaps);
            } finally {
                Site.delete(folder);
            }
        }
        var each = all.stream().mapToDouble(EnrollmentPulses::millis).toArray();
        return List.of(
                Figures.of(name + "-longest", "ms", longest),
                Figures.of(name + "-each", "ms", each));
    }

    private static List<Duration> enrolled(String name, Path state)
            throws IOException, InterruptedException, Unmeasured {
        var gaps = new ArrayList<Duration>();
        var arguments = List.of("--state", state.toString());
        try (var station = Station.start(PROPERTIES, Redirect.PIPE, arguments);
                var lines = station.process().inputReader(StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            while (line != null && !line.equals(ENROLLED)) {
                if (line.startsWith(FAILED)) {
                    throw new Unmeasured(name, line.substring(FAILED.length()));
                }
                if (line.startsWith(GAP)) {
                    gaps.add(Duration.ofNanos(Long.parseLong(line.substring(GAP.length()))));
                }
                line = lines.readLine();
            }
            if (line == null) {
                throw new Unmeasured(name, "the station ended before the citizen was enrolled");
            }
            station.process().waitFor();
        }
        return gaps;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
