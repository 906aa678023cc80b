package vn.tram.driver.sbi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Deadline;
import vn.tram.device.FaultException;
import vn.tram.driver.sbi.Details.DigitalId;

/// Finds the device services of this machine: whoever listens on the interface's hundred ports is
/// asked at the same time as all others, and who does not answer in time is not there.
///
/// A discovery's answer is not signed: it says where to look, and nothing that is believed.
final class Discovery {
    static final int FIRST_PORT = 4501;
    static final int LAST_PORT = 4600;

    /// For the answers; with the connecting, half a second.
    static final Duration PATIENCE = Duration.ofMillis(450);

    /// For connecting: on this machine a port answers at once, or is jammed.
    private static final Duration CONNECTING = Duration.ofMillis(50);

    private static final int MOST_BYTES = 1 << 20;

    private Discovery() {}

    /// The addresses of all devices that the station has a use for.
    static List<URI> devices() {
        var found = new ArrayList<URI>();
        for (var answer : answers(FIRST_PORT, LAST_PORT).values()) {
            for (var device : answer) {
                identified(device)
                        .flatMap(id ->
                                SbiAddress.Type.of(id.type())
                                        .map(t -> SbiAddress.found(t, id.serial())))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /// The first port with the device that an address means.
    static Optional<Integer> port(SbiAddress wanted) {
        return answers(FIRST_PORT, LAST_PORT).entrySet().stream()
                .filter(e -> offers(e.getValue(), wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean offers(JsonNode answer, SbiAddress wanted) {
        for (var device : answer) {
            var id = identified(device);
            if (id.isPresent()
                    && wanted.means(SbiAddress.Type.of(id.get().type()), id.get().serial())) {
                return true;
            }
        }
        return false;
    }

    /// A device whose answer cannot be read is not there.
    private static Optional<DigitalId> identified(JsonNode device) {
        try {
            var text = Json.text(device, "digitalId", "discovery");
            return Optional.of(DigitalId.of(Signed.unverified(text, "digital id")));
        } catch (FaultException _) {
            return Optional.empty();
        }
    }

    /// What the services on those ports answered within [#PATIENCE], in the order of the ports.
    static Map<Integer, JsonNode> answers(int first, int last) {
        var answers = new ConcurrentSkipListMap<Integer, JsonNode>();
        var services = new LinkedHashMap<Integer, Service>();
        listening(first, last).forEach(port -> services.put(port, Service.at(port)));
        var answered = new CountDownLatch(services.size());
        var deadline = Deadline.in(PATIENCE); // the clients' classes are loaded by now
        services.forEach((port, service) ->
                Thread.ofPlatform()
                        .daemon()
                        .name("sbi discovery " + port)
                        .start(() -> {
                            ask(service, deadline).ifPresent(a -> answers.put(port, a));
                            answered.countDown();
                        }));
        try {
            answered.await(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // what was found until then
        } finally {
            services.values().forEach(Service::close);
        }
        return new LinkedHashMap<>(answers);
    }

    private static Optional<JsonNode> ask(Service service, Deadline deadline) {
        for (var spec : Spec.values()) {
            try {
                var body = Json.MAPPER.createObjectNode();
                body.put("type", "Biometric Device");
                if (spec == Spec.V1_0) {
                    body.put("specVersion", spec.version());
                }
                var answer =
                        service.call(
                                spec.discovery(),
                                "device",
                                Optional.of(body),
                                new Service.Ask("discovery", deadline, MOST_BYTES));
                if (answer.isArray()) {
                    return Optional.of(answer);
                }
            } catch (FaultException _) {
                continue; // some other program's port, or another version's service
            } catch (InterruptedException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The ports where somebody listens.
    private static List<Integer> listening(int first, int last) {
        var listening = new ArrayList<Integer>();
        var deadline = Deadline.in(CONNECTING);
        try (var selector = Selector.open()) {
            for (int port = first; port <= last; port++) {
                connect(selector, port, listening);
            }
            while (!selector.keys().isEmpty() && !deadline.passed()) {
                selector.select(Math.max(1, deadline.left().toMillis()));
                for (var key : selector.selectedKeys()) {
                    finish(key, listening);
                }
                selector.selectedKeys().clear();
                selector.selectNow(); // forgets cancelled keys
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException _) {
            return listening; // no more sockets to be had: what was seen until then
        }
        listening.sort(null);
        return listening;
    }

    private static void connect(Selector selector, int port, List<Integer> listening)
            throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        try {
            if (channel.connect(new InetSocketAddress(SbiAddress.HOST, port))) {
                listening.add(port);
                channel.close();
            } else {
                channel.register(selector, SelectionKey.OP_CONNECT, port);
            }
        } catch (IOException _) {
            channel.close(); // nobody listens
        }
    }

    private static void finish(SelectionKey key, List<Integer> listening) throws IOException {
        var channel = (SocketChannel) key.channel();
        try (channel) {
            if (channel.finishConnect()) {
                listening.add((Integer) key.attachment());
            }
        } catch (ConnectException _) {
            key.cancel(); // nobody listens
        }
    }
}
