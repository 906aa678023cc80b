package vn.tram.driver.sbi.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/// Sends a capture's answer, whole or in one of the ways that break on the wire.
final class BadAnswers {
    private static final int DRIP_MILLIS = 50;
    private static final long ENDLESS = 10_000_000_000L;

    private BadAnswers() {}

    static void send(Http http, String json, Misdeed misdeed)
            throws IOException, InterruptedException {
        var body = json.getBytes(UTF_8);
        switch (misdeed) {
            case NOT_HTTP -> http.out().write("SBI here, good day\n".getBytes(ISO_8859_1));
            case NOT_JSON -> http.answer("200 OK", "<html>good day</html>");
            case CUT -> {
                http.out().write(http.head("200 OK", body.length));
                http.out().write(Arrays.copyOf(body, body.length / 2));
            }
            case DRIP -> {
                http.out().write(http.head("200 OK", body.length));
                for (byte one : body) {
                    http.out().write(one);
                    Thread.sleep(DRIP_MILLIS);
                }
            }
            case FLOOD -> {
                http.out().write(http.head("200 OK", ENDLESS));
                var blanks = new byte[1 << 16];
                Arrays.fill(blanks, (byte) ' ');
                for (long sent = 0; sent < ENDLESS; sent += blanks.length) {
                    http.out().write(blanks);
                }
            }
            default -> http.answer("200 OK", json);
        }
    }
}
