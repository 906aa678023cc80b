package vn.tram.driver.sbi.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One connection of the simulated service: one request, one answer, as `Connection: close` says.
final class Http implements AutoCloseable {
    private static final int MOST_LINE_BYTES = 4096;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_BODY_BYTES = 64 << 10;

    /// For the whole request.
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;
    private final InputStream in;
    private final String base;

    /// What a client sent.
    static final class Message {
        private final String method;
        private final String path;
        private final byte[] body;

        private Message(String method, String path, byte[] body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }

        String method() {
            return method;
        }

        String path() {
            return path;
        }

        byte[] body() {
            return body.clone();
        }
    }

    Http(Socket socket, String base) throws IOException {
        this.socket = socket;
        this.base = base;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// The request; empty when it is none of HTTP/1, or too large.
    Optional<Message> read() throws IOException {
        var words = line().split(" ", -1);
        if (words.length != 3 || !words[2].matches("HTTP/1\\.[01]")) {
            return Optional.empty();
        }
        var headers = headers();
        var length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,6}") || Integer.parseInt(length) > MOST_BODY_BYTES) {
            return Optional.empty();
        }
        var body = in.readNBytes(Integer.parseInt(length));
        return body.length < Integer.parseInt(length)
                ? Optional.empty()
                : Optional.of(new Message(words[0], words[1], body));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new TreeMap<String, String>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            var line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("more than " + MOST_HEADERS + " headers");
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > MOST_LINE_BYTES) {
                throw new IOException("no line");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /// A whole answer in JSON.
    void answer(String status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        out().write(head(status, body.length));
        out().write(body);
        out().flush();
    }

    byte[] head(String status, long length) {
        return ("HTTP/1.1 "
                        + status
                        + "\r\nCACHE-CONTROL: no-store\r\nLOCATION: "
                        + base
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + length
                        + "\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /// What a browser asks before it uses a method of ours.
    void allow(String methods) throws IOException {
        out().write(
                        ("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n"
                                        + "Access-Control-Allow-Methods: "
                                        + methods
                                        + "\r\nAccess-Control-Allow-Headers: content-type, ext\r\n"
                                        + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(ISO_8859_1));
    }

    /// Whether the client has gone away, found out within that time.
    boolean left(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
