package vn.tram.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.Digest;
import vn.tram.export.BatchFormat;
import vn.tram.task.Lane;

/// The registry over HTTP/1.1 on the loopback address.
///
/// - `PUT /batches/<sha-256>`, body the batch: `200` and the receipt; `422` and why not, as text;
///   `413` when it is too large. The same again gives the same receipt.
/// - `GET /batches/<sha-256>/receipt`: `200` and the receipt, or `404`.
final class RegistryServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final Pattern BATCH = Pattern.compile("/batches/([0-9a-f]{64})(/receipt)?");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String RECEIPT = "application/pkcs7-signature";
    private static final byte[] NOTHING = {};
    private static final int BUFFER = 64 << 10;

    private final Ledger ledger;
    private final Desk desk;
    private final Lane lane = Lane.parallel("registry");
    private final HttpServer server;

    /// @param port 0 for any that is free
    RegistryServer(int port, Ledger ledger, Desk desk) throws IOException {
        this.ledger = ledger;
        this.desk = desk;
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(lane::run);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = BATCH.matcher(exchange.getRequestURI().toString());
            if (!path.matches()) {
                respond(exchange, 404, TEXT, NOTHING);
                return;
            }
            answer(exchange, path);
        } catch (IOException e) {
            // the peer went away, or the disk is full: it will repeat
            LOG.warn("A request could not be answered", e);
        }
    }

    private void answer(HttpExchange exchange, Matcher path) throws IOException {
        var digest = new Digest(path.group(1));
        boolean receipt = path.group(2) != null;
        var method = exchange.getRequestMethod();
        if (receipt && method.equals("GET")) {
            var given = ledger.receipt(digest);
            respond(exchange, given.isPresent() ? 200 : 404, RECEIPT, given.orElse(NOTHING));
        } else if (!receipt && method.equals("PUT")) {
            put(exchange, digest);
        } else {
            respond(exchange, 405, TEXT, NOTHING);
        }
    }

    private void put(HttpExchange exchange, Digest digest) throws IOException {
        var file = ledger.incoming();
        try {
            var received = receive(exchange.getRequestBody(), file);
            if (received.isEmpty()) {
                respond(exchange, 413, TEXT, text("a batch has at most 2 GB"));
            } else if (!received.get().equals(digest)) {
                respond(exchange, 422, TEXT, text("what arrived has another digest"));
            } else {
                respond(exchange, desk.receive(digest.hex(), file));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// @return the digest of what came; empty when it is more than a batch may have
    private static Optional<Digest> receive(InputStream in, Path file) throws IOException {
        var sha = Digest.sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), sha)) {
            var buffer = new byte[BUFFER];
            long left = BatchFormat.MAX_BATCH_BYTES;
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                left -= got;
                if (left < 0) {
                    return Optional.empty();
                }
                out.write(buffer, 0, got);
            }
        }
        return Optional.of(new Digest(HexFormat.of().formatHex(sha.digest())));
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Receipted receipted -> respond(exchange, 200, RECEIPT, receipted.receipt());
            case Answer.Refused(_, var reasons) ->
                    respond(exchange, 422, TEXT, text(String.join("; ", reasons)));
        }
    }

    private static byte[] text(String sentence) {
        return sentence.getBytes(StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        lane.close();
    }
}
