package vn.tram.driver.camera;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.MjpegStream;
import vn.tram.imaging.StreamPart;

/// A network camera: `multipart/x-mixed-replace` over HTTP.
final class HttpSource implements Source {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// How long the first picture is waited for, which tells the size.
    private static final Duration FIRST = Duration.ofSeconds(2);

    /// A stream that sends nothing for so long is over: the cable of the other end was pulled.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER)
                    .build();

    private final URI address;
    private final MjpegStream stream;
    private final DeviceInfo info;

    private HttpSource(Asked asked, MjpegStream stream, String make, int width, int height) {
        this.address = asked.address();
        this.stream = stream;
        this.info =
                new DeviceInfo(
                        address,
                        Kind.CAMERA,
                        make,
                        asked.name().orElse("Network camera"),
                        "",
                        "",
                        "",
                        new Resolution.Unknown(),
                        256,
                        width,
                        height);
    }

    static HttpSource open(Asked asked, URI url) throws FaultException, InterruptedException {
        var response = ask(asked.address(), url);
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("multipart/")) {
            closeQuietly(response.body());
            throw new FaultException(
                    new Fault.Garbled(
                            "a multipart stream of pictures",
                            "status " + response.statusCode() + ", " + type));
        }
        var stream = MjpegStream.start(response.body(), type);
        var make = response.headers().firstValue("Server").filter(s -> !s.isBlank());
        // the size of a stream that shows nothing yet is not known; it is that of its first picture
        int width = 1280;
        int height = 720;
        if (stream.next(FIRST) instanceof MjpegStream.Next.Shown(var part)
                && part.decode() instanceof Decoding.Decoded(var pixels, _)) {
            width = pixels.width();
            height = pixels.height();
        }
        return new HttpSource(asked, stream, make.orElse("HTTP"), width, height);
    }

    private static HttpResponse<InputStream> ask(URI address, URI url)
            throws FaultException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url).timeout(ANSWER).GET().build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new FaultException(new Fault.TimedOut(ANSWER, "answer of the camera"), e);
        } catch (IOException e) {
            throw new FaultException(new Fault.Disconnected(address.toString()), e);
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException _) {
            return; // it is not read any more either way
        }
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Arrival next(BooleanSupplier wanted) throws InterruptedException {
        return switch (stream.next(SILENCE)) {
            case MjpegStream.Next.Shown(var part) ->
                    wanted.getAsBoolean() ? decoded(part) : new Arrival.Unwanted(stamp(part));
            case MjpegStream.Next.Silent _ ->
                    new Arrival.Gone(new Fault.TimedOut(SILENCE, "image"));
            case MjpegStream.Next.Ended _ ->
                    new Arrival.Gone(new Fault.Disconnected(address.toString()));
            case MjpegStream.Next.Broken(var why) ->
                    new Arrival.Gone(new Fault.Garbled("a stream of pictures", why));
        };
    }

    private static Instant stamp(StreamPart part) {
        return part.stamp().orElse(part.receivedAt());
    }

    private static Arrival decoded(StreamPart part) {
        return switch (part.decode()) {
            case Decoding.Decoded(var pixels, _) ->
                    new Arrival.Picture(pixels.toRgb(), part.receivedAt(), stamp(part));
            case Decoding.Unreadable(var why) ->
                    new Arrival.Bad(new Fault.Garbled("a picture", why));
        };
    }

    @Override
    public boolean attached() {
        return true;
    }

    @Override
    public void wake() {
        stream.close();
    }

    @Override
    public void close() {
        stream.close();
    }
}
