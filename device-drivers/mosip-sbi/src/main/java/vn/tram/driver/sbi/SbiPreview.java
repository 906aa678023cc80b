package vn.tram.driver.sbi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.device.Preview;
import vn.tram.device.Request;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.MjpegStream;
import vn.tram.imaging.StreamPart;

/// The live picture of a device: a stream that the service ends at each capture, after its own
/// time-out and when it dies, and that is opened again in the first two cases.
///
/// The picture's scale is not told by the interface; a scanner's is taken to be its captures'.
final class SbiPreview implements Preview {
    /// After it a stream ends by itself, and is opened anew.
    private static final Duration STREAM = Duration.ofMinutes(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    /// How long a service may take to say that it is still there.
    private static final Duration PROBE = Duration.ofSeconds(2);

    /// The code in the last words of a stream that ended by its time-out.
    private static final int STREAM_TIMEOUT = 609;

    private final SbiDevice device;
    private final Request request;
    private final CompletableFuture<Fault> ended = new CompletableFuture<>();
    private final Object lock = new Object();
    private @Nullable Running running;

    /// A stream, and how many captures there had been when it was opened.
    private record Running(MjpegStream stream, int captures) {}

    SbiPreview(SbiDevice device, Request request) {
        this.device = device;
        this.request = request;
    }

    @Override
    public Look next(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        try {
            device.checkCan(request);
            while (!ended.isDone() && !deadline.passed()) {
                var now = running(deadline);
                if (now == null) {
                    device.service().pause(shorter(BETWEEN_TRIES, deadline.left()));
                    continue;
                }
                switch (now.stream.next(deadline.left())) {
                    case MjpegStream.Next.Shown(var part) -> {
                        return look(part);
                    }
                    case MjpegStream.Next.Silent _ -> {}
                    case MjpegStream.Next.Ended(var lastWords) -> {
                        drop(now);
                        afterEnd(now, lastWords.orElse(""));
                    }
                    case MjpegStream.Next.Broken(var why) -> {
                        drop(now);
                        throw new FaultException(new Fault.Garbled("live picture", why));
                    }
                }
            }
            return lost(new Fault.TimedOut(patience, "live picture"));
        } catch (FaultException e) {
            return lost(device.settled(e.fault()));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Look lost(Fault fault) {
        return new Look.Lost(ended.getNow(fault));
    }

    /// The stream that runs, opened when there is none; null while the device captures or is busy.
    private @Nullable Running running(Deadline deadline)
            throws FaultException, InterruptedException {
        synchronized (lock) {
            if (running != null) {
                return running;
            }
        }
        if (device.capturing()) {
            return null;
        }
        int captures = device.captures();
        var stream = open(deadline);
        if (stream == null) {
            return null;
        }
        synchronized (lock) {
            running = new Running(stream, captures);
            if (ended.isDone()) {
                stream.close();
            }
            return running;
        }
    }

    private @Nullable MjpegStream open(Deadline deadline)
            throws FaultException, InterruptedException {
        var ask = new Service.Ask("live picture", deadline);
        return switch (device.service().stream(body(), ask)) {
            case Service.Streamed.Pictures(var in, var type) -> MjpegStream.start(in, type);
            case Service.Streamed.Said(var body) -> {
                var error =
                        ServiceError.of(body)
                                .orElseThrow(() ->
                                        new FaultException(
                                                new Fault.Garbled("live picture", "JSON")));
                if (!error.isBusy()) {
                    throw fault(error);
                }
                yield null; // it still notices the end of what was before
            }
        };
    }

    private FaultException fault(ServiceError error) {
        return new FaultException(
                error.fault(device.info().address().toString(), request.patience()));
    }

    private JsonNode body() {
        var identified = device.device();
        var body = Json.MAPPER.createObjectNode();
        if (identified.spec() == Spec.V1_0) {
            body.put("type", identified.details().digitalId().type());
            body.put("specVersion", identified.spec().version());
        }
        body.put(identified.spec().deviceField(), identified.deviceName());
        body.put("deviceSubId", Integer.toString(Fingers.subId(request.position())));
        body.put("timeout", Long.toString(STREAM.toMillis()));
        return body;
    }

    /// A stream that ended by a capture or by its own time-out is opened again; one that ended
    /// without a word may be that of a service that died: it is asked.
    private void afterEnd(Running was, String lastWords)
            throws FaultException, InterruptedException {
        if (was.captures != device.captures() || ended.isDone()) {
            return;
        }
        if (lastWords.isBlank()) {
            device.probe(Deadline.in(PROBE));
            device.service().pause(BETWEEN_TRIES);
            return;
        }
        var error = ServiceError.of(Json.read(lastWords.getBytes(UTF_8), "last words"));
        if (error.isPresent() && error.get().code() != STREAM_TIMEOUT) {
            throw fault(error.get());
        }
    }

    private Look look(StreamPart part) {
        return switch (part.decode()) {
            case Decoding.Decoded(var pixels, _) ->
                    new Look.Seen(
                            new Frame(
                                    shown(pixels),
                                    device.info().resolution(),
                                    part.receivedAt(),
                                    device.info().address().toString()));
            case Decoding.Unreadable(var why) ->
                    lost(new Fault.Garbled("live picture", "one that " + why));
        };
    }

    private Pixels shown(Pixels pixels) {
        return device.info().kind() == Kind.CAMERA ? pixels.toRgb() : pixels.toGray();
    }

    private void drop(Running old) {
        synchronized (lock) {
            if (running == old) {
                running = null;
            }
        }
        old.stream.close();
    }

    /// Ends the stream, not the preview, when it shows another part of the device.
    void leaveUnless(int subId) {
        if (Fingers.subId(request.position()) != subId) {
            stop();
        }
    }

    private void stop() {
        synchronized (lock) {
            if (running != null) {
                running.stream.close();
            }
        }
    }

    void end(Fault why) {
        ended.complete(why);
        stop();
    }

    @Override
    public void close() {
        end(new Fault.Disconnected(device.info().address().toString()));
    }
}
