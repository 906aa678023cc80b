package vn.tram.driver.zfm;

import java.time.Duration;
import java.util.Optional;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Progress;
import vn.tram.driver.zfm.wire.Command;
import vn.tram.driver.zfm.wire.Confirmation;
import vn.tram.image.Gray8;

/// Brings the picture out of the module: once more where a packet was damaged, for the picture
/// stays in the module.
final class Upload {
    /// The most bytes of a picture: 256 x 288 pixels of a byte each, which some copies send.
    static final int MOST = 256 * 288;

    private static final int TRIES = 3;
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /// Twice the longest pause between packets that the modules' manuals allow.
    private static final Duration GAP = Duration.ofSeconds(1);

    private final Dialogue dialogue;
    private final Speed speed;
    private final Sensor sensor;
    private final Progress progress;
    private double told;

    Upload(Dialogue dialogue, Speed speed, Sensor sensor, Progress progress) {
        this.dialogue = dialogue;
        this.speed = speed;
        this.sensor = sensor;
        this.progress = progress;
    }

    Gray8 picture(Deadline latest) throws FaultException, InterruptedException {
        Optional<FaultException> damaged = Optional.empty();
        for (int i = 0; i < TRIES && !latest.passed(); i++) {
            try {
                return pixels(once(latest));
            } catch (FaultException e) {
                boolean again =
                        e.fault() instanceof Fault.Garbled
                                || e.fault() instanceof Fault.TimedOut && !latest.passed();
                if (!again) {
                    throw e;
                }
                damaged = Optional.of(e);
            }
        }
        throw damaged.orElseGet(
                () -> new FaultException(new Fault.TimedOut(latest.patience(), "image")));
    }

    private byte[] once(Deadline latest) throws FaultException, InterruptedException {
        boolean whole = false;
        var answer = dialogue.ask(Command.UP_IMAGE, ANSWER, 1, latest);
        if (answer.at(0) != Confirmation.OK) {
            throw Speed.refused(answer.at(0));
        }
        try {
            var bytes = new DataReading(dialogue, MOST).read(GAP, latest, this::tell);
            whole = true;
            return bytes;
        } finally {
            if (!whole) {
                dialogue.unsettle(speed.timeFor(MOST)); // the module goes on sending
            }
        }
    }

    /// A second try does not go back: it waits where the first one ended.
    private void tell(int bytes) {
        double share = Math.min(1.0, bytes / (sensor.width() * sensor.height() / 2.0));
        if (share > told) {
            told = share;
            progress.at(share);
        }
    }

    /// Two pixels a byte, the left one in the higher half; where a byte a pixel came, as it is. A
    /// picture of another size than the module told, or is known for, is taken when it has the size
    /// of another module.
    private Gray8 pixels(byte[] bytes) throws FaultException {
        for (var size : new Sensor[] {sensor, Sensor.OPTICAL, Sensor.R503}) {
            int pixels = size.width() * size.height();
            if (bytes.length * 2 == pixels) {
                return Gray8.wrap(size.width(), size.height(), expanded(bytes));
            }
            if (bytes.length == pixels) {
                return Gray8.wrap(size.width(), size.height(), bytes);
            }
        }
        throw new FaultException(
                new Fault.Garbled(
                        "a picture of " + sensor.width() * sensor.height() / 2 + " bytes",
                        bytes.length + " bytes"));
    }

    /// Sixteen levels over the whole range: 0 is 0, 15 is 255.
    private static byte[] expanded(byte[] bytes) {
        var pixels = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            pixels[2 * i] = (byte) ((bytes[i] >> 4 & 0xF) * 17);
            pixels[2 * i + 1] = (byte) ((bytes[i] & 0xF) * 17);
        }
        return pixels;
    }
}
