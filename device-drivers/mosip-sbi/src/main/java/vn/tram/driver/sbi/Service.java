package vn.tram.driver.sbi;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;

/// A device service on this machine: HTTP/1.1 with methods of its own and JSON bodies.
///
/// A call waits for the *whole* answer until its deadline, however slowly it drips, and holds no
/// more of it than is allowed. An interrupt and [#close()] end it at once.
final class Service implements AutoCloseable {
    private static final int LISTENING_MILLIS = 100;
    private static final int ERROR_BYTES = 64 << 10;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1) // some read lines: no upgrade headers
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final URI base;

    /// @param base of all calls, with a slash at the end
    Service(URI base) {
        this.base = base;
    }

    static Service at(int port) {
        return new Service(URI.create("http://" + SbiAddress.HOST + ":" + port + "/"));
    }

    URI base() {
        return base;
    }

    /// One question and its answer.
    JsonNode call(String method, String path, Optional<JsonNode> body, Ask ask)
            throws FaultException, InterruptedException {
        var request = request(method, path, body);
        var response = send(request, _ -> new Bounded(ask.mostBytes), ask);
        return Json.read(response.body(), ask.waitingFor);
    }

    /// What limits a call.
    ///
    /// @param waitingFor names the answer in a fault
    record Ask(String waitingFor, Deadline deadline, int mostBytes) {
        Ask(String waitingFor, Deadline deadline) {
            this(waitingFor, deadline, Json.MOST_BYTES);
        }
    }

    /// What came of asking for the live picture.
    sealed interface Streamed {
        /// A body that goes on, with its type.
        record Pictures(InputStream in, String contentType) implements Streamed {}

        /// Words instead.
        record Said(JsonNode body) implements Streamed {}
    }

    /// The live picture, or why there is none.
    Streamed stream(JsonNode body, Ask ask) throws FaultException, InterruptedException {
        var request = request("STREAM", "stream", Optional.of(body));
        var response = send(request, Service::streamed, ask);
        return switch (response.body()) {
            case Body.Live(var in) ->
                    new Streamed.Pictures(
                            in, response.headers().firstValue("Content-Type").orElse(""));
            case Body.Whole whole -> new Streamed.Said(Json.read(whole.bytes, ask.waitingFor));
        };
    }

    private sealed interface Body {
        record Live(InputStream in) implements Body {}

        final class Whole implements Body {
            private final byte[] bytes;

            private Whole(byte[] bytes) {
                this.bytes = bytes;
            }
        }
    }

    private static BodySubscriber<Body> streamed(HttpResponse.ResponseInfo info) {
        var type = info.headers().firstValue("Content-Type").orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Body.Live::new)
                : BodySubscribers.mapping(new Bounded(ERROR_BYTES), Body.Whole::new);
    }

    private HttpRequest request(String method, String path, Optional<JsonNode> body) {
        var publisher =
                body.map(b -> BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(b)))
                        .orElseGet(BodyPublishers::noBody);
        var request = HttpRequest.newBuilder(base.resolve(path)).method(method, publisher);
        if (body.isPresent()) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Ask ask)
            throws FaultException, InterruptedException {
        if (closed.isDone()) {
            throw gone();
        }
        var answer = client.sendAsync(request, handler);
        try {
            CompletableFuture.anyOf(closed, answer)
                    .get(ask.deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (closed.isDone()) {
                throw gone();
            }
            return answer.resultNow();
        } catch (TimeoutException e) {
            throw new FaultException(timedOut(ask), e);
        } catch (ExecutionException e) {
            throw new FaultException(fault(e, ask), e);
        } finally {
            answer.cancel(true); // an answer that is there stays; any other ends its connection
        }
    }

    private static Fault timedOut(Ask ask) {
        return new Fault.TimedOut(ask.deadline.patience(), ask.waitingFor);
    }

    private Fault fault(ExecutionException failed, Ask ask) {
        return switch (failed.getCause()) {
            case Bounded.TooLarge large ->
                    new Fault.Garbled(ask.waitingFor, String.valueOf(large.getMessage()));
            case ProtocolException _ -> new Fault.Garbled(ask.waitingFor, "no HTTP");
            case IOException _ -> new Fault.Disconnected(base.toString());
            case null, default ->
                    throw new IllegalStateException("asking the service broke", failed);
        };
    }

    private FaultException gone() {
        return new FaultException(new Fault.Disconnected(base.toString()));
    }

    /// Whether somebody still listens at its port. Who takes long to answer does.
    boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), LISTENING_MILLIS);
            return true;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Waits for a moment, less when the service is closed meanwhile.
    void pause(Duration time) throws InterruptedException {
        try {
            closed.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return; // the moment is over
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing never fails", e);
        }
    }

    /// Ends every call and stream. Idempotent, any thread.
    @Override
    public void close() {
        closed.complete(null);
        client.shutdownNow();
    }
}
