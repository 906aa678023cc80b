package vn.tram.driver.zfm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.driver.zfm.wire.Command;
import vn.tram.driver.zfm.wire.Confirmation;
import vn.tram.driver.zfm.wire.Packet;
import vn.tram.image.Resolution;

/// Who the module is, by what it reads out: its parameters, which each has; its product
/// information, which newer ones have; its information page, which older ones have. Never by the
/// adapter it hangs on: those are all alike.
///
/// @param serial and `firmware`: empty when it tells none
record Identification(Sensor sensor, String serial, String firmware) {
    /// Gray levels of a picture of four bits a pixel.
    static final int GRAY_LEVELS = 16;

    private static final Duration WAIT = Duration.ofMillis(400);
    private static final Duration PAGE = Duration.ofMillis(500);

    /// Of an answer: the code and 16 bytes of parameters, 46 of product information.
    private static final int PARAMETERS = 17;

    private static final int PRODUCT = 47;

    /// Sides of a window that can be believed, pixels.
    private static final int LEAST_SIDE = 48;

    private static final int MOST_SIDE = 640;

    /// The information page: 512 bytes, with four words of eight letters.
    private static final int PAGE_BYTES = 512;

    private static final int PAGE_MODEL = 28;
    private static final int PAGE_FIRMWARE = 36;
    private static final int PAGE_MAKER = 44;

    /// Reads the module out.
    ///
    /// @throws FaultException when it does not tell even its parameters
    static Identification of(Dialogue dialogue, Deadline latest)
            throws FaultException, InterruptedException {
        var parameters = dialogue.ask(Command.READ_SYS_PARA, WAIT, 3, latest);
        if (parameters.at(0) != Confirmation.OK) {
            throw Speed.refused(parameters.at(0));
        }
        if (parameters.size() < PARAMETERS) {
            throw new FaultException(
                    new Fault.Garbled(
                            PARAMETERS - 1 + " bytes of parameters", parameters.size() - 1 + ""));
        }
        var product = product(dialogue, latest);
        return product.isPresent() ? product.get() : page(dialogue, latest);
    }

    private static Optional<Identification> product(Dialogue dialogue, Deadline latest)
            throws FaultException, InterruptedException {
        var answer = optional(dialogue, Command.READ_PROD_INFO, latest);
        if (answer.isEmpty() || answer.get().size() < PRODUCT) {
            return Optional.empty();
        }
        var told = answer.get().payload();
        var model = letters(told, 1, 16);
        int width = answer.get().pairAt(39);
        int height = answer.get().pairAt(41);
        boolean sized = believable(width) && believable(height);
        if (model.isEmpty() && !sized) {
            return Optional.empty();
        }
        var sensor = Sensor.named(model).called("", model);
        return Optional.of(
                new Identification(
                        sized ? sensor.sized(width, height) : sensor,
                        serial(told, 21, 8),
                        (told[29] & 0xFF) + "." + (told[30] & 0xFF)));
    }

    private static boolean believable(int side) {
        return side >= LEAST_SIDE && side <= MOST_SIDE;
    }

    private static Identification page(Dialogue dialogue, Deadline latest)
            throws FaultException, InterruptedException {
        var unnamed = new Identification(Sensor.OPTICAL, "", "");
        var answer = optional(dialogue, Command.READ_INF_PAGE, latest);
        if (answer.isEmpty()) {
            return unnamed;
        }
        byte[] page;
        try {
            page = new DataReading(dialogue, PAGE_BYTES).read(PAGE, latest, _ -> {});
        } catch (FaultException e) {
            if (!Speed.ends(e.fault())) {
                dialogue.unsettle(PAGE);
                return unnamed; // the module works without its name
            }
            throw e;
        }
        if (page.length != PAGE_BYTES) {
            return unnamed;
        }
        var model = letters(page, PAGE_MODEL, 8);
        return new Identification(
                Sensor.named(model).called(letters(page, PAGE_MAKER, 8), model),
                "",
                letters(page, PAGE_FIRMWARE, 8));
    }

    /// An answer that not every module gives; silence and refusal mean that it does not.
    private static Optional<Packet> optional(Dialogue dialogue, int command, Deadline latest)
            throws FaultException, InterruptedException {
        try {
            var answer = dialogue.ask(command, WAIT, 1, latest);
            return Optional.of(answer).filter(a -> a.at(0) == Confirmation.OK);
        } catch (FaultException e) {
            if (!Speed.ends(e.fault())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// A word of letters, digits and signs, without what fills it up; empty when it is none.
    private static String letters(byte[] bytes, int from, int length) {
        var word =
                new String(bytes, from, length, StandardCharsets.ISO_8859_1)
                        .replaceAll("[\\x00\\xFF ]+$", "");
        return word.matches("[!-~]([ -~]*[!-~])?") ? word : "";
    }

    /// A number of letters as they are, of any other bytes in hexadecimal; empty when it is blank.
    private static String serial(byte[] bytes, int from, int length) {
        var written = letters(bytes, from, length);
        var raw = Arrays.copyOfRange(bytes, from, from + length);
        boolean blank = true;
        for (byte b : raw) {
            blank &= b == raw[0] && (b == 0 || b == -1);
        }
        return blank || !written.isEmpty() ? written : HexFormat.of().formatHex(raw);
    }

    /// No module of this family is certified for enrollment: sixteen gray levels, a small window,
    /// nothing signed.
    DeviceInfo info(ZfmAddress address) {
        return new DeviceInfo(
                address.uri(),
                Kind.SINGLE_FINGER_SCANNER,
                sensor.make(),
                sensor.model(),
                serial,
                firmware,
                "",
                Resolution.Ppi.of(sensor.ppi()),
                GRAY_LEVELS,
                sensor.width(),
                sensor.height());
    }
}
