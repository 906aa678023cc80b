package vn.tram.driver.zfm.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.tram.driver.zfm.wire.Command;
import vn.tram.driver.zfm.wire.Confirmation;
import vn.tram.driver.zfm.wire.Packet;
import vn.tram.driver.zfm.wire.Packet.Kind;
import vn.tram.image.Gray8;

/// The module itself: what it answers to each packet. Knows no line and no clock but the finger's.
///
/// Pictures are kept as the module keeps them, four bits a pixel; templates are those of
/// [RidgeMap]. Automatic enrolling and identifying (31h, 32h) are not simulated.
final class SimulatedModule {
    private static final int STEP = 9_600;
    private static final int NOTES = 16;
    private static final int NOTE_BYTES = 32;
    private static final int CONVERTING_MS = 100;

    private final Model model;
    private final Glass glass;
    private final Touch touch;
    private final Random random;
    private final Library library;
    private final @Nullable RidgeMap[] buffers;
    private final byte[][] notes = new byte[NOTES][NOTE_BYTES];

    private int address;
    private int password;
    private boolean passed;
    private int speed;
    private int level = 3;
    private int packetCode = 2;
    private @Nullable Gray8 picture;
    private @Nullable Receiving receiving;

    /// Data that come in.
    private record Receiving(int command, int buffer, int most, ByteArrayOutputStream bytes) {}

    SimulatedModule(Model model, Setup setup, Glass glass, Touch touch, Random random) {
        this.model = model;
        this.glass = glass;
        this.touch = touch;
        this.random = random;
        this.library = new Library(model.capacity());
        this.buffers = new RidgeMap[model.buffers()];
        this.address = setup.address();
        this.password = setup.password();
        this.speed = setup.baud() / STEP;
    }

    /// The speed of its line, bits a second.
    int baud() {
        return speed * STEP;
    }

    int address() {
        return address;
    }

    /// As after power came: buffers empty, password not given.
    void restart() {
        passed = false;
        picture = null;
        receiving = null;
        Arrays.fill(buffers, null);
    }

    /// Answers a packet that came whole.
    Reply to(Packet packet) {
        if (packet.address() != address) {
            return Reply.silence();
        }
        return switch (packet.kind()) {
            case COMMAND -> packet.size() == 0 ? damaged() : command(packet);
            case DATA, LAST_DATA -> data(packet);
            case ANSWER -> Reply.silence();
        };
    }

    /// The answer to a packet whose sum did not hold.
    Reply damaged() {
        return answer(Confirmation.RECEIVE_ERROR);
    }

    private Reply command(Packet packet) {
        receiving = null;
        int code = packet.at(0);
        boolean open = code == Command.VFY_PWD || code == Command.HANDSHAKE || code == Command.ECHO;
        if (password != 0 && !passed && !open) {
            return answer(Confirmation.PASSWORD_NEEDED);
        }
        if (packet.size() - 1 < Arguments.of(code)) {
            return answer(Confirmation.RECEIVE_ERROR);
        }
        return switch (code) {
            case Command.GEN_IMG, Command.GET_IMAGE_EX, Command.GET_ENROLL_IMAGE -> look();
            case Command.IMG_2_TZ -> convert(buffer(packet.at(1)));
            case Command.MATCH -> match();
            case Command.SEARCH, Command.HI_SPEED_SEARCH ->
                    search(buffer(packet.at(1)), packet.pairAt(2), packet.pairAt(4));
            case Command.REG_MODEL -> combine();
            case Command.STORE -> store(buffer(packet.at(1)), packet.pairAt(2));
            case Command.LOAD_CHAR -> load(buffer(packet.at(1)), packet.pairAt(2));
            case Command.UP_CHAR -> sendTemplate(buffer(packet.at(1)));
            case Command.DOWN_CHAR -> receive(code, buffer(packet.at(1)), model.templateBytes());
            case Command.UP_IMAGE -> sendPicture();
            case Command.DOWN_IMAGE -> receive(code, 0, model.width() * model.height() / 2);
            case Command.DELET_CHAR -> delete(packet.pairAt(1), packet.pairAt(3));
            case Command.EMPTY -> {
                library.clear();
                yield answer(Confirmation.OK);
            }
            case Command.TEMPLATE_NUM -> answer(Confirmation.OK, pair(library.count()));
            case Command.READ_INDEX_TABLE ->
                    packet.at(1) < 4
                            ? answer(Confirmation.OK, library.table(packet.at(1)))
                            : answer(Confirmation.PAGE_OUT_OF_RANGE);
            default -> settings(packet, code);
        };
    }

    private Reply settings(Packet packet, int code) {
        return switch (code) {
            case Command.SET_SYS_PARA -> set(packet.at(1), packet.at(2));
            case Command.READ_SYS_PARA -> answer(Confirmation.OK, parameters());
            case Command.SET_PWD -> {
                password = word(packet);
                passed = true;
                yield answer(Confirmation.OK);
            }
            case Command.VFY_PWD -> {
                passed = word(packet) == password;
                yield answer(passed ? Confirmation.OK : Confirmation.WRONG_PASSWORD);
            }
            case Command.SET_ADDER -> {
                address = word(packet);
                yield answer(Confirmation.OK);
            }
            case Command.GET_RANDOM_CODE -> {
                var number = new byte[4];
                random.nextBytes(number);
                yield answer(Confirmation.OK, number);
            }
            case Command.WRITE_NOTEPAD -> {
                if (packet.at(1) >= NOTES) {
                    yield answer(Confirmation.WRONG_NOTEPAD);
                }
                System.arraycopy(packet.payload(), 2, notes[packet.at(1)], 0, NOTE_BYTES);
                yield answer(Confirmation.OK);
            }
            case Command.READ_NOTEPAD ->
                    packet.at(1) < NOTES
                            ? answer(Confirmation.OK, notes[packet.at(1)])
                            : answer(Confirmation.WRONG_NOTEPAD);
            case Command.READ_INF_PAGE -> answerWith(readout().page(parameters()));
            case Command.CONTROL, Command.HANDSHAKE, Command.LED_ON, Command.LED_OFF ->
                    answer(Confirmation.OK);
            case Command.ECHO -> answer(Confirmation.ECHO);
            default -> model.newer() ? newer(packet, code) : answer(Confirmation.UNSUPPORTED);
        };
    }

    private Reply newer(Packet packet, int code) {
        return switch (code) {
            case Command.CANCEL, Command.CHECK_SENSOR -> answer(Confirmation.OK);
            case Command.AURA_LED -> {
                boolean known = packet.at(1) >= 1 && packet.at(1) <= 6;
                known &= packet.at(3) >= 1 && packet.at(3) <= 7;
                yield answer(known ? Confirmation.OK : Confirmation.WRONG_SETTING);
            }
            case Command.GET_ALG_VER, Command.GET_FW_VER ->
                    answer(Confirmation.OK, Readout.text("Tram simulator", 32));
            case Command.READ_PROD_INFO -> answer(Confirmation.OK, readout().product());
            case Command.SOFT_RST -> answer(Confirmation.OK).then(Reply.After.RESTART);
            default -> answer(Confirmation.UNSUPPORTED);
        };
    }

    /// A buffer's place; the manuals take every unknown number for the second one.
    private int buffer(int number) {
        return number >= 1 && number <= buffers.length ? number - 1 : 1;
    }

    private Reply look() {
        if (!touch.lies()) {
            return answer(Confirmation.NO_FINGER).taking(model.lookMs());
        }
        picture = Glass.middle(glass.print(touch.number()), model.width(), model.height());
        return answer(Confirmation.OK).taking(2 * model.lookMs());
    }

    private Reply convert(int buffer) {
        if (picture == null) {
            return answer(Confirmation.NO_IMAGE);
        }
        var map = RidgeMap.of(picture);
        touch.converted();
        buffers[buffer] = map.orElse(null);
        return answer(map.isPresent() ? Confirmation.OK : Confirmation.TOO_FEW_POINTS)
                .taking(CONVERTING_MS);
    }

    private Reply match() {
        int score = buffers[0] == null || buffers[1] == null ? 0 : buffers[0].score(buffers[1]);
        return answer(
                score >= RidgeMap.least(level) ? Confirmation.OK : Confirmation.NO_MATCH,
                pair(score));
    }

    private Reply search(int buffer, int first, int count) {
        var wanted = buffers[buffer];
        var hit =
                wanted == null
                        ? Optional.<Library.Hit>empty()
                        : library.search(wanted, first, count, RidgeMap.least(level));
        var found = ByteBuffer.allocate(4);
        hit.ifPresent(h -> found.putShort((short) h.page()).putShort((short) h.score()));
        return answer(hit.isPresent() ? Confirmation.OK : Confirmation.NOT_FOUND, found.array());
    }

    /// All buffers that are filled, at least two, must show the same finger; then all hold the
    /// first.
    private Reply combine() {
        var filled = Arrays.stream(buffers).flatMap(b -> Optional.ofNullable(b).stream()).toList();
        boolean alike =
                filled.size() > 1
                        && filled.stream()
                                .allMatch(b -> filled.getFirst().score(b) >= RidgeMap.least(level));
        if (!alike) {
            return answer(Confirmation.MISMATCH);
        }
        buffers[0] = filled.getFirst();
        buffers[1] = filled.getFirst();
        return answer(Confirmation.OK);
    }

    private Reply store(int buffer, int page) {
        var template = buffers[buffer];
        if (!library.has(page)) {
            return answer(Confirmation.PAGE_OUT_OF_RANGE);
        }
        if (template == null) {
            return answer(Confirmation.BAD_TEMPLATE);
        }
        library.store(page, template);
        return answer(Confirmation.OK);
    }

    private Reply load(int buffer, int page) {
        if (!library.has(page)) {
            return answer(Confirmation.PAGE_OUT_OF_RANGE);
        }
        var template = library.at(page);
        if (template.isEmpty()) {
            return answer(Confirmation.BAD_TEMPLATE);
        }
        buffers[buffer] = template.get();
        return answer(Confirmation.OK);
    }

    private Reply delete(int first, int count) {
        if (!library.has(first) || first + count > model.capacity()) {
            return answer(Confirmation.NOT_DELETED);
        }
        library.delete(first, count);
        return answer(Confirmation.OK);
    }

    private Reply sendTemplate(int buffer) {
        var template = buffers[buffer];
        return template == null
                ? answer(Confirmation.NO_TEMPLATE_TO_SEND)
                : answerWith(template.toBytes(model.templateBytes()));
    }

    private Reply sendPicture() {
        return picture == null
                ? answer(Confirmation.NO_IMAGE_TO_SEND)
                : answerWith(FourBits.packed(picture));
    }

    private Reply receive(int command, int buffer, int most) {
        receiving = new Receiving(command, buffer, most, new ByteArrayOutputStream());
        return answer(Confirmation.OK);
    }

    /// Data packets are not answered; more than fits is cut off.
    private Reply data(Packet packet) {
        var coming = receiving;
        if (coming == null) {
            return Reply.silence();
        }
        int room = coming.most() - coming.bytes().size();
        coming.bytes().write(packet.payload(), 0, Math.min(room, packet.size()));
        if (packet.kind() == Kind.LAST_DATA) {
            receiving = null;
            take(coming);
        }
        return Reply.silence();
    }

    private void take(Receiving come) {
        var bytes = come.bytes().toByteArray();
        if (come.command() == Command.DOWN_CHAR) {
            buffers[come.buffer()] = RidgeMap.of(bytes).orElse(null);
            return;
        }
        picture = FourBits.unpacked(bytes, model.width(), model.height());
    }

    private Reply set(int register, int value) {
        boolean taken =
                switch (register) {
                    case 4 -> value == 1 || value == 2 || value == 4 || value == 6 || value == 12;
                    case 5 -> value >= 1 && value <= 5;
                    case 6 -> value <= 3;
                    default -> false;
                };
        if (!taken) {
            boolean known = register >= 4 && register <= 6;
            return answer(known ? Confirmation.WRONG_SETTING : Confirmation.WRONG_REGISTER);
        }
        switch (register) {
            case 4 -> speed = value;
            case 5 -> level = value;
            default -> packetCode = value;
        }
        // the newer ones take their speed when they are powered anew
        return register == 4 && !model.newer()
                ? answer(Confirmation.OK).then(Reply.After.NEW_SPEED)
                : answer(Confirmation.OK);
    }

    private Readout readout() {
        return new Readout(model);
    }

    private int status() {
        return (passed ? 4 : 0) | (picture == null ? 0 : 8);
    }

    private byte[] parameters() {
        return ByteBuffer.allocate(16)
                .putShort((short) status())
                .putShort((short) model.system())
                .putShort((short) model.capacity())
                .putShort((short) level)
                .putInt(address)
                .putShort((short) packetCode)
                .putShort((short) speed)
                .array();
    }

    private static byte[] pair(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static int word(Packet packet) {
        return packet.pairAt(1) << 16 | packet.pairAt(3);
    }

    private Reply answer(int code, byte... arguments) {
        return new Reply(
                List.of(Packet.of(address, Kind.ANSWER, code, arguments)), 0, Reply.After.NOTHING);
    }

    /// An acknowledgement and data packets behind it.
    private Reply answerWith(byte[] data) {
        var packets = new ArrayList<Packet>();
        packets.add(Packet.of(address, Kind.ANSWER, Confirmation.OK));
        int size = 32 << packetCode;
        for (int from = 0; from < data.length; from += size) {
            int to = Math.min(data.length, from + size);
            var kind = to == data.length ? Kind.LAST_DATA : Kind.DATA;
            packets.add(new Packet(address, kind, Arrays.copyOfRange(data, from, to)));
        }
        return new Reply(packets, 0, Reply.After.NOTHING);
    }
}
