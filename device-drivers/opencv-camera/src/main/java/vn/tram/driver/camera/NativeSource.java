package vn.tram.driver.camera;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.image.Resolution;
import vn.tram.imaging.Mats;
import vn.tram.imaging.OpenCv;

/// A camera of the operating system, or a recording, through OpenCV's `VideoCapture`.
final class NativeSource implements Source {
    /// A value that the camera holds may differ by that share of what was asked: units are coarse.
    private static final double HELD = 0.02;

    /// Between two pictures of a recording that does not tell its rate.
    private static final double USUAL_FPS = 30;

    private final Asked asked;
    private final VideoCapture camera;
    private final Mat picture = new Mat();
    private final DeviceInfo info;

    /// Of a recording: between two pictures. Of a camera, which sets the pace itself: zero.
    private final Duration pace;

    private Instant due = Instant.now();
    private volatile boolean woken;

    private NativeSource(Asked asked, VideoCapture camera) {
        this.asked = asked;
        this.camera = camera;
        this.info = info(asked, camera);
        this.pace = recording(asked) ? interval(camera) : Duration.ZERO;
    }

    static NativeSource open(Asked asked) throws FaultException {
        var place = file(asked);
        if (place != null) {
            checkPlace(asked.address(), place);
        }
        OpenCv.load();
        var camera = new VideoCapture();
        boolean open = false;
        try {
            open =
                    switch (asked.place()) {
                        case Asked.Place.Index(int number) -> camera.open(number, system());
                        case Asked.Place.Path(var path) ->
                                camera.open(
                                        path.toString(),
                                        recording(asked) ? Videoio.CAP_OPENCV_MJPEG : system());
                        case Asked.Place.Network _ ->
                                throw new IllegalArgumentException("no camera of this machine");
                    };
            if (!open) {
                throw new FaultException(notOpened(asked));
            }
            negotiate(asked, camera);
            return new NativeSource(asked, camera);
        } catch (FaultException | RuntimeException e) {
            camera.release();
            throw e;
        }
    }

    /// Who reads the system's cameras; elsewhere than on Linux OpenCV finds out.
    private static int system() {
        return linux() ? Videoio.CAP_V4L2 : Videoio.CAP_ANY;
    }

    private static boolean linux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    /// The device or recording as a file, where there is one.
    private static @Nullable Path file(Asked asked) {
        return switch (asked.place()) {
            case Asked.Place.Path(var path) -> path;
            case Asked.Place.Index(int number) -> linux() ? Path.of("/dev/video" + number) : null;
            case Asked.Place.Network _ -> null;
        };
    }

    private static void checkPlace(URI address, Path place) throws FaultException {
        if (!Files.exists(place)) {
            throw new FaultException(new Fault.Disconnected(address.toString()));
        }
        if (Files.isDirectory(place)) {
            throw new FaultException(
                    new Fault.Refused(0, address + ": is a directory; folder:// plays one"));
        }
        if (!Files.isReadable(place)) {
            throw new FaultException(
                    new Fault.NotPermitted(place + "; the user must be in the group video"));
        }
    }

    private static Fault notOpened(Asked asked) {
        return recording(asked)
                ? new Fault.Garbled("an MJPEG-AVI recording", "a file that OpenCV cannot read")
                : new Fault.Busy("another program, or the device shows no pictures");
    }

    private static boolean recording(Asked asked) {
        return asked.place() instanceof Asked.Place.Path(var path) && Files.isRegularFile(path);
    }

    /// Sets what was asked, the format first, which decides which sizes there are, and reads it
    /// back.
    private static void negotiate(Asked asked, VideoCapture camera) throws FaultException {
        var refused = new ArrayList<String>();
        if (asked.format().isPresent()) {
            int code = asked.format().get().fourcc();
            hold(camera, "format", Videoio.CAP_PROP_FOURCC, code, refused);
        }
        set(camera, Videoio.CAP_PROP_FRAME_WIDTH, asked.width());
        set(camera, Videoio.CAP_PROP_FRAME_HEIGHT, asked.height());
        check(camera, "width", Videoio.CAP_PROP_FRAME_WIDTH, asked.width(), refused);
        check(camera, "height", Videoio.CAP_PROP_FRAME_HEIGHT, asked.height(), refused);
        hold(camera, "fps", Videoio.CAP_PROP_FPS, asked.fps(), refused);
        if (asked.exposure().isPresent()) {
            camera.set(Videoio.CAP_PROP_AUTO_EXPOSURE, 1); // V4L2: by hand
            hold(camera, "exposure", Videoio.CAP_PROP_EXPOSURE, asked.exposure(), refused);
        }
        if (asked.whiteBalance().isPresent()) {
            camera.set(Videoio.CAP_PROP_AUTO_WB, 0);
            hold(
                    camera,
                    "white-balance",
                    Videoio.CAP_PROP_WB_TEMPERATURE,
                    asked.whiteBalance(),
                    refused);
        }
        if (asked.focus().isPresent()) {
            camera.set(Videoio.CAP_PROP_AUTOFOCUS, 0);
            hold(camera, "focus", Videoio.CAP_PROP_FOCUS, asked.focus(), refused);
        }
        if (!refused.isEmpty()) {
            throw new FaultException(
                    new Fault.Refused(
                            0,
                            asked.address()
                                    + ": the camera does not hold what was asked: "
                                    + String.join(", ", refused)));
        }
    }

    private static void set(VideoCapture camera, int property, OptionalLong value) {
        value.ifPresent(wanted -> camera.set(property, wanted));
    }

    private static void hold(
            VideoCapture camera,
            String name,
            int property,
            OptionalLong value,
            List<String> refused) {
        set(camera, property, value);
        check(camera, name, property, value, refused);
    }

    private static void hold(
            VideoCapture camera, String name, int property, long value, List<String> refused) {
        hold(camera, name, property, OptionalLong.of(value), refused);
    }

    private static void check(
            VideoCapture camera,
            String name,
            int property,
            OptionalLong value,
            List<String> refused) {
        if (value.isEmpty()) {
            return;
        }
        long wanted = value.getAsLong();
        double held = camera.get(property);
        if (!(Math.abs(held - wanted) <= HELD * Math.abs(wanted))) {
            refused.add("%s=%d (it has %.0f)".formatted(name, wanted, held));
        }
    }

    private static Duration interval(VideoCapture camera) {
        double fps = camera.get(Videoio.CAP_PROP_FPS);
        return Duration.ofNanos((long) (1e9 / (fps >= 1 && fps <= 1000 ? fps : USUAL_FPS)));
    }

    private static DeviceInfo info(Asked asked, VideoCapture camera) {
        var video =
                VideoDevices.here().stream()
                        .filter(v ->
                                switch (asked.place()) {
                                    case Asked.Place.Index(int number) -> v.number() == number;
                                    case Asked.Place.Path(var path) ->
                                            path.toString().equals("/dev/video" + v.number());
                                    case Asked.Place.Network _ -> false;
                                })
                        .findFirst();
        var model = recording(asked) ? "Recording" : "Camera";
        return new DeviceInfo(
                asked.address(),
                Kind.CAMERA,
                recording(asked) ? "Trạm" : "USB video",
                asked.name().or(() -> video.map(VideoDevices.Video::name)).orElse(model),
                video.map(VideoDevices.Video::serial).orElse(""),
                "",
                "",
                new Resolution.Unknown(),
                256,
                (int) camera.get(Videoio.CAP_PROP_FRAME_WIDTH),
                (int) camera.get(Videoio.CAP_PROP_FRAME_HEIGHT));
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Arrival next(BooleanSupplier wanted) throws InterruptedException {
        try {
            if (!grabbed()) {
                return new Arrival.Gone(new Fault.Disconnected(asked.address().toString()));
            }
            var at = Instant.now();
            if (!wanted.getAsBoolean()) {
                return new Arrival.Unwanted(stamp(at));
            }
            return camera.retrieve(picture)
                    ? new Arrival.Picture(Mats.rgb(picture), at, stamp(at))
                    : new Arrival.Bad(new Fault.Garbled("a picture", "bytes that are none"));
        } catch (CvException | IllegalArgumentException e) {
            return new Arrival.Bad(new Fault.Garbled("a picture", String.valueOf(e.getMessage())));
        }
    }

    /// V4L2 tells when the picture was taken, on a clock of its own; what tells nothing says 0. The
    /// pictures of a recording are played late, never dropped: no time passes between them.
    private Instant stamp(Instant at) {
        if (!pace.isZero()) {
            return Instant.EPOCH;
        }
        double millis = camera.get(Videoio.CAP_PROP_POS_MSEC);
        return millis > 0 ? Instant.EPOCH.plusNanos(Math.round(millis * 1e6)) : at;
    }

    private boolean grabbed() throws InterruptedException {
        if (pace.isZero()) {
            return !woken && camera.grab();
        }
        var now = Instant.now();
        due = due.plus(pace).isBefore(now) ? now : due.plus(pace);
        Thread.sleep(Duration.between(now, due));
        if (woken) {
            return false;
        }
        if (camera.grab()) {
            return true;
        }
        camera.set(Videoio.CAP_PROP_POS_FRAMES, 0); // from its beginning once more
        return camera.grab();
    }

    @Override
    public boolean attached() {
        var place = file(asked);
        return place == null || Files.exists(place);
    }

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    public void close() {
        camera.release();
        picture.release();
    }
}
