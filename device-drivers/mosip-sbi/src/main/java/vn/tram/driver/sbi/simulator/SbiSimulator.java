package vn.tram.driver.sbi.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.tram.driver.sbi.Spec;
import vn.tram.driver.sbi.simulator.Answers.Status;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// A device service on 127.0.0.1 that can be used like a vendor's, from [#start] to [#close()].
public final class SbiSimulator implements AutoCloseable {
    /// How long a client may wait for its connection.
    private static final int BACKLOG = 50;

    /// Between two looks at whether a waiting client is still there.
    private static final int LOOK_MILLIS = 20;

    private final ServerSocket server;
    private final Setup setup;
    private final Answers answers;
    private final LiveStreams streams;
    private final Set<String> transactions = ConcurrentHashMap.newKeySet();
    private final Set<SimulatedDevice> capturing = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile Misdeed misdeed = Misdeed.NONE;

    /// What is simulated.
    ///
    /// @param score that the devices give every picture, 0 to 100
    /// @param environment of the devices, such as `Staging`
    public record Setup(
            Certificates certificates,
            List<SimulatedDevice> devices,
            Spec spec,
            Scene scene,
            int score,
            String environment) {
        public Setup {
            devices = List.copyOf(devices);
        }
    }

    private SbiSimulator(ServerSocket server, Setup setup) {
        this.server = server;
        this.setup = setup;
        this.answers =
                new Answers(
                        setup.spec,
                        setup.environment,
                        new Signing(setup.certificates),
                        "http://127.0.0.1:" + server.getLocalPort() + "/");
        this.streams = new LiveStreams(setup.scene);
    }

    /// Starts a service.
    ///
    /// @param port on 127.0.0.1; 0 for any that is free
    public static SbiSimulator start(int port, Setup setup) throws IOException {
        var server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        var simulator = new SbiSimulator(server, setup);
        Thread.ofPlatform().daemon().name("sbi simulator").start(simulator::accept);
        return simulator;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// How it behaves from now on.
    public void misbehave(Misdeed how) {
        misdeed = how;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.add(socket);
                if (server.isClosed()) {
                    quietly(socket); // it came while the others were being ended
                }
                Thread.ofVirtual().name("sbi connection").start(() -> serve(socket));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (var http = new Http(socket, "http://127.0.0.1:" + port() + "/")) {
            var message = http.read();
            if (message.isPresent()) {
                serve(http, message.get());
            } else {
                http.answer("400 Bad Request", Answers.error(Refusal.UNREADABLE).toString());
            }
        } catch (IOException _) {
            // the client has gone: there is nobody to tell
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private void serve(Http http, Http.Message message) throws IOException, InterruptedException {
        var spec = setup.spec;
        var call = message.method() + " " + message.path();
        try {
            if (message.method().equals("OPTIONS")) {
                http.allow(String.join(", ", spec.discovery(), spec.info(), "STREAM", "RCAPTURE"));
            } else if (call.equals(spec.discovery() + " /device")) {
                http.answer("200 OK", discovered(json(message)));
            } else if (call.equals(spec.info() + " /info")) {
                http.answer("200 OK", info(message));
            } else if (call.equals("STREAM /stream")) {
                stream(http, Asked.stream(json(message), spec, setup.devices));
            } else if (call.equals("RCAPTURE /capture")) {
                capture(http, message);
            } else {
                http.answer(
                        "405 Method Not Allowed", Answers.error(Refusal.UNKNOWN_METHOD).toString());
            }
        } catch (Refused e) {
            http.answer("200 OK", Answers.error(e.refusal()).toString());
        }
    }

    private static JsonNode json(Http.Message message) throws Refused {
        try {
            var body = Answers.JSON.readTree(message.body());
            if (body.isObject()) {
                return body;
            }
            throw new Refused(Refusal.UNREADABLE);
        } catch (JacksonException _) {
            throw new Refused(Refusal.UNREADABLE);
        }
    }

    private String discovered(JsonNode body) throws Refused {
        var type = Asked.type(body, setup.spec);
        var found = Answers.JSON.createArrayNode();
        for (var device : setup.devices) {
            if (type.equalsIgnoreCase("Biometric Device") || type.equalsIgnoreCase(device.type())) {
                found.add(answers.discovered(device, status(device)));
            }
        }
        return found.toString();
    }

    private String info(Http.Message message) throws Refused {
        if (setup.spec == Spec.V1_0) {
            Asked.type(json(message), setup.spec);
        }
        var infos = Answers.JSON.createArrayNode();
        setup.devices.forEach(d -> infos.add(answers.info(d, status(d))));
        return infos.toString();
    }

    private Status status(SimulatedDevice device) {
        return switch (misdeed) {
            case BUSY -> Status.BUSY;
            case NOT_READY -> Status.NOT_READY;
            case NOT_REGISTERED -> Status.NOT_REGISTERED;
            default ->
                    capturing.contains(device) || streams.running(device)
                            ? Status.BUSY
                            : Status.READY;
        };
    }

    private void checkReady(SimulatedDevice device) throws Refused {
        switch (misdeed) {
            case NOT_REGISTERED -> throw new Refused(Refusal.NOT_REGISTERED);
            case NOT_READY -> throw new Refused(Refusal.NOT_READY);
            case BUSY -> throw new Refused(Refusal.BUSY);
            default -> {
                if (capturing.contains(device)) {
                    throw new Refused(Refusal.BUSY);
                }
            }
        }
    }

    private void stream(Http http, Asked asked) throws Refused, IOException, InterruptedException {
        checkReady(asked.device());
        streams.show(http, asked, misdeed);
    }

    private void capture(Http http, Http.Message message) throws IOException, InterruptedException {
        try {
            var asked = Asked.capture(json(message), setup.spec, setup.devices, setup.environment);
            if (!transactions.add(asked.transaction())) {
                throw new Refused(112, "The transaction id was used before");
            }
            checkReady(asked.device());
            if (!capturing.add(asked.device())) {
                throw new Refused(Refusal.BUSY);
            }
            try {
                streams.stop(asked.device());
                take(http, asked);
            } finally {
                capturing.remove(asked.device());
            }
        } catch (Refused e) {
            http.answer("200 OK", answers.refused(e.refusal()).toString());
        }
    }

    private void take(Http http, Asked asked) throws Refused, IOException, InterruptedException {
        var now = misdeed;
        if (now == Misdeed.VANISH) {
            close();
            return;
        }
        var pictures = now == Misdeed.SILENT ? List.<Pixels>of() : pictures(asked);
        boolean someone = !pictures.isEmpty();
        if (!someone || setup.score < asked.score()) {
            long end = System.nanoTime() + asked.timeout().toNanos();
            while (System.nanoTime() - end < 0) {
                if (http.left(LOOK_MILLIS)) {
                    return; // nobody waits for it any more
                }
            }
        }
        if (!someone) {
            throw new Refused(Refusal.NO_OBJECT);
        }
        var json = answers.captured(asked, pictures, setup.score, now).toString();
        BadAnswers.send(http, json, now);
    }

    /// Of all fingers asked for, or of the face; none when one of them is not there.
    private List<Pixels> pictures(Asked asked) throws InterruptedException {
        var wanted = asked.fingers().isEmpty() ? List.of(Position.FACE) : asked.fingers();
        var pictures = new ArrayList<Pixels>();
        for (var position : wanted) {
            setup.scene.still(position).ifPresent(pictures::add);
        }
        return pictures.size() == wanted.size() ? pictures : List.of();
    }

    /// Ends the service and every connection, like a killed process. Idempotent, any thread.
    @Override
    public void close() {
        quietly(server);
        connections.forEach(SbiSimulator::quietly);
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException _) {
            // closed already, which is what was wanted
        }
    }
}
