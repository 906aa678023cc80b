package vn.tram.driver.zfm;

import java.time.Duration;
import java.util.Optional;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.driver.zfm.wire.Confirmation;
import vn.tram.driver.zfm.wire.Packet;
import vn.tram.driver.zfm.wire.Packet.Kind;
import vn.tram.driver.zfm.wire.PacketReader;
import vn.tram.driver.zfm.wire.PacketReader.Found;
import vn.tram.serial.Line;

/// Commands and their answers over a noisy line. Every wait ends by its deadline, an interrupt or
/// the end of the line, whatever comes meanwhile.
final class Dialogue {
    private static final int CHUNK = 512;

    /// A line is quiet after nothing came for this long; within a packet bytes follow each other.
    private static final Duration QUIET = Duration.ofMillis(100);

    /// The most that an answer is late.
    private static final Duration LATE = Duration.ofMillis(300);

    private final Line line;
    private final int address;
    private final PacketReader reader = new PacketReader();
    private final byte[] chunk = new byte[CHUNK];

    /// How long something may still come that belongs to a command before.
    private Duration unsettled = Duration.ZERO;

    Dialogue(Line line, int address) {
        this.line = line;
        this.address = address;
    }

    Line line() {
        return line;
    }

    /// Sends a command and waits for its answer; a damaged answer is asked for again.
    ///
    /// @param wait for the answer to one sending
    /// @param tries sendings, at least 1; the command must do no harm when it is done twice
    /// @param latest end of all waiting
    /// @return what the module answered, whatever its confirmation code
    /// @throws FaultException `TimedOut` when nothing came, `Garbled` when only noise did,
    ///   `Disconnected` when the line is gone
    Packet ask(int code, Duration wait, int tries, Deadline latest, byte... arguments)
            throws FaultException, InterruptedException {
        var command = Packet.of(address, Kind.COMMAND, code, arguments).toBytes();
        boolean noisy = false;
        for (int sent = 0; sent < tries && !(sent > 0 && latest.passed()); sent++) {
            settle(latest);
            line.drop();
            reader.clear();
            long before = reader.noise();
            line.write(command);
            switch (answer(latest.left().compareTo(wait) < 0 ? latest : Deadline.in(wait))) {
                case Came.Whole(var answer) -> {
                    if (answer.size() > 0 && answer.at(0) != Confirmation.RECEIVE_ERROR) {
                        return answer;
                    }
                    noisy = true; // the module heard noise
                }
                case Came.Damaged(_) -> {
                    noisy = true;
                    unsettled = LATE;
                }
                case Came.Nothing() -> {
                    noisy |= reader.noise() > before || reader.midPacket();
                    unsettled = LATE;
                }
            }
        }
        var what = "an answer to command %02Xh".formatted(code);
        throw new FaultException(
                noisy
                        ? new Fault.Garbled(what, "noise or damaged packets")
                        : new Fault.TimedOut(wait.multipliedBy(tries), what));
    }

    /// Waits for an answer. What is damaged may have been noise before it: the answer is then there
    /// at once, or it was the answer.
    private Came answer(Deadline deadline) throws FaultException, InterruptedException {
        var came = await(Kind.ANSWER, Kind.ANSWER, deadline);
        if (!(came instanceof Came.Damaged)) {
            return came;
        }
        var soon = Deadline.in(QUIET);
        while (!soon.passed() && !deadline.passed()) {
            if (await(Kind.ANSWER, Kind.ANSWER, soon) instanceof Came.Whole whole) {
                return whole;
            }
        }
        return came;
    }

    /// What came in a wait.
    sealed interface Came {
        record Whole(Packet packet) implements Came {}

        record Damaged(String why) implements Came {}

        record Nothing() implements Came {}
    }

    /// The next packet of that module, of one of two kinds; others are left out.
    Came await(Kind kind, Kind other, Deadline deadline)
            throws FaultException, InterruptedException {
        while (true) {
            var found = reader.next();
            if (found.isEmpty()) {
                if (deadline.passed()) {
                    return new Came.Nothing();
                }
                found = receive();
            }
            if (found.isEmpty()) {
                continue;
            }
            switch (found.get()) {
                case Found.Damaged(var why) -> {
                    return new Came.Damaged(why);
                }
                case Found.Whole(var packet) -> {
                    boolean wanted = packet.kind() == kind || packet.kind() == other;
                    if (wanted && packet.address() == address) {
                        return new Came.Whole(packet);
                    }
                }
            }
            if (deadline.passed()) {
                return new Came.Nothing();
            }
        }
    }

    /// Reads once. After silence a packet behind a false beginning is found.
    private Optional<Found> receive() throws FaultException, InterruptedException {
        notice();
        int count = line.read(chunk);
        notice();
        if (count == 0) {
            return reader.rescue();
        }
        reader.add(chunk, count);
        return Optional.empty();
    }

    private void notice() throws InterruptedException {
        if (Thread.interrupted()) {
            unsettle(LATE);
            throw new InterruptedException();
        }
    }

    /// What comes next, for as long as that, belongs to something that was given up.
    void unsettle(Duration longest) {
        if (longest.compareTo(unsettled) > 0) {
            unsettled = longest;
        }
    }

    /// Waits until nothing comes that belongs to a command before.
    ///
    /// @return false when that takes longer
    boolean settled(Deadline latest) throws FaultException, InterruptedException {
        settle(latest);
        return unsettled.isZero();
    }

    /// Waits until the module sends no more. For noise has no end, no longer than told.
    private void settle(Deadline latest) throws FaultException, InterruptedException {
        if (unsettled.isZero()) {
            return;
        }
        var most = Deadline.in(unsettled);
        var quiet = Deadline.in(QUIET);
        while (!quiet.passed() && !most.passed() && !latest.passed()) {
            notice();
            if (line.read(chunk) > 0) {
                quiet = Deadline.in(QUIET);
            }
        }
        unsettled = quiet.passed() || most.passed() ? Duration.ZERO : most.left();
    }
}
