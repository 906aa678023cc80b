package vn.tram.enroll;

import java.time.Duration;
import java.util.function.Consumer;
import vn.tram.device.CodeReader;
import vn.tram.device.CodeReader.Reading;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Request;
import vn.tram.enroll.Devices.Seat;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.imaging.QrPicture;
import vn.tram.task.Lane;

/// The codes of cards for a screen, from the station's code reader or held before its camera.
public final class CardCodes {
    /// Something that goes on until it is closed.
    public interface Watch extends AutoCloseable {
        /// Ends it; what was under way may still be told once. Any thread.
        @Override
        void close();
    }

    /// What looking through the camera ended with.
    public sealed interface Looked {
        /// @param text the whole content of the code; it may be a person's data
        record Code(String text) implements Looked {
            @Override
            public String toString() {
                return "Code[" + text.length() + " characters]";
            }
        }

        /// No code was seen for as long as it is looked for.
        record Nothing() implements Looked {}

        /// The camera is not there, or ended.
        record NoPicture(Fault fault) implements Looked {}
    }

    /// How long a code is looked for by the camera.
    private static final Duration LOOKING = Duration.ofSeconds(30);

    private static final Duration WAITING = Duration.ofMinutes(1);

    /// How long the camera may take to open, and be silent.
    private static final Duration CAMERA = Duration.ofSeconds(3);

    /// Behind something that is no code: noise without end is not told without end.
    private static final Duration BEHIND_NOISE = Duration.ofMillis(250);

    private final Devices devices;

    public CardCodes(Devices devices) {
        this.devices = devices;
    }

    /// Calls `heard` with every code of the code reader, and with what is none, on another thread,
    /// also after the reader was lost and found.
    public Watch listen(Consumer<Reading> heard) {
        var lane = Lane.serial("card codes");
        lane.submit(() -> follow(heard));
        return lane::close;
    }

    private boolean follow(Consumer<Reading> heard) throws InterruptedException {
        while (true) {
            var device = devices.device(Seat.CODE_READER, WAITING);
            if (device.isEmpty() || !(device.get() instanceof CodeReader reader)) {
                if (devices.closed()) {
                    return true;
                }
                continue;
            }
            switch (reader.next(WAITING)) {
                case Reading.Code code -> heard.accept(code);
                case Reading.Missed(Fault.TimedOut _) -> {}
                case Reading.Missed(Fault.Disconnected gone) ->
                        devices.lost(Seat.CODE_READER, reader, gone);
                case Reading.Missed missed -> {
                    heard.accept(missed);
                    Thread.sleep(BEHIND_NOISE);
                }
            }
        }
    }

    /// Looks for a code before the camera until one is seen, for at most half a minute.
    ///
    /// @param seen told of every picture, on another thread; must return at once
    /// @param ended told once of the end, on another thread, unless it was closed before
    public Watch look(Consumer<Pixels> seen, Consumer<Looked> ended) {
        var lane = Lane.serial("card before the camera");
        lane.submit(() -> {
            ended.accept(looked(seen));
            return true;
        });
        return lane::close;
    }

    private Looked looked(Consumer<Pixels> seen) throws InterruptedException {
        var device = devices.device(Seat.CAMERA, CAMERA);
        if (device.isEmpty() || !(device.get() instanceof PreviewingDevice camera)) {
            return new Looked.NoPicture(
                    devices.status(Seat.CAMERA) instanceof DeviceStatus.Lost(_, var fault)
                            ? fault
                            : new Fault.Disconnected("camera"));
        }
        var end = Deadline.in(LOOKING);
        // what stands before the camera for a portrait: not every one shows documents
        try (var preview = camera.preview(Request.of(Position.FACE, LOOKING, "card"))) {
            while (!end.passed()) {
                switch (preview.next(CAMERA)) {
                    case Preview.Look.Lost(var fault) -> {
                        if (fault instanceof Fault.Disconnected) {
                            devices.lost(Seat.CAMERA, camera, fault);
                        }
                        return new Looked.NoPicture(fault);
                    }
                    case Preview.Look.Seen(var frame) -> {
                        seen.accept(frame.pixels());
                        var code = QrPicture.read(frame.pixels());
                        if (code.isPresent()) {
                            return new Looked.Code(code.get());
                        }
                    }
                }
            }
        }
        return new Looked.Nothing();
    }
}
