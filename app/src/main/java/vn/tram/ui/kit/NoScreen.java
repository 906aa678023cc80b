package vn.tram.ui.kit;

import java.util.Locale;
import java.util.stream.Stream;

/// Tells, from what JavaFX threw at start, what is missing on this machine.
final class NoScreen {
    private static final String SENTENCE =
            """
            Trạm không mở được màn hình: %s Lệnh dòng lệnh vẫn chạy được (./tram --help).
            Trạm cannot open a window: %s The command line still works (./tram --help).\
            """;

    private NoScreen() {}

    /// Whether a missing display or library stands anywhere in the chain of causes.
    static boolean causedBy(Throwable thrown) {
        return chain(thrown)
                .anyMatch(t ->
                        t instanceof UnsatisfiedLinkError
                                || t instanceof UnsupportedOperationException
                                || message(t).contains("no toolkit found"));
    }

    static Ui.Unavailable told(Throwable thrown) {
        boolean noDisplay =
                chain(thrown).anyMatch(t -> message(t).contains("unable to open display"));
        return new Ui.Unavailable(
                noDisplay
                        ? SENTENCE.formatted(
                                "không có màn hình (biến DISPLAY). Chạy trong phiên đồ họa.",
                                "there is no display (DISPLAY). Start it in a graphical session.")
                        : SENTENCE.formatted(
                                "thiếu thư viện GTK 3. Cài gói libgtk-3-0 và libgl1 (Debian, Ubuntu).",
                                "GTK 3 is missing. Install libgtk-3-0 and libgl1 (Debian, Ubuntu)."));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause);
    }

    private static String message(Throwable t) {
        return t.getMessage() == null ? "" : t.getMessage().toLowerCase(Locale.ROOT);
    }
}
