package vn.tram.bench;

import java.io.PrintStream;

/// How a benchmark learns that the window of another station program has drawn: asked for by a
/// system property, that program prints one line after its first frame and ends.
public final class FirstFrame {
    static final String PROPERTY = "tram.exit-after-first-frame";
    static final String LINE = "first-frame";

    private FirstFrame() {}

    /// Whether this program is to say so and end.
    public static boolean asked() {
        return Boolean.getBoolean(PROPERTY);
    }

    public static void tell(PrintStream out) {
        out.println(LINE);
        out.flush();
    }
}
