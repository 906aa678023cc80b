package vn.tram.driver.zfm.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.driver.zfm.simulator.Mischief.Trouble;
import vn.tram.driver.zfm.wire.Packet;
import vn.tram.driver.zfm.wire.PacketReader;
import vn.tram.driver.zfm.wire.PacketReader.Found;
import vn.tram.serial.Line;
import vn.tram.serial.SerialLine;

/// Plays a module on a line: at the pace of its speed, which a pseudo-terminal does not keep, and
/// with the mischief it was told.
public final class ZfmSimulator implements AutoCloseable {
    /// Why it ended.
    public enum Ending {
        /// The script pulled the cable.
        UNPLUGGED,
        /// The port went away.
        PORT_GONE,
        /// It was closed.
        CLOSED
    }

    /// How fast time goes on the line.
    enum Clock {
        /// As the speed says.
        TRUE,
        /// Bytes take no time.
        HURRIED
    }

    private static final byte STARTED = 0x55;
    private static final int MOST_NOISE = 64;

    private final Line line;
    private final Setup setup;
    private final Clock clock;
    private final Random random;
    private final SimulatedModule module;
    private final PacketReader reader = new PacketReader();
    private long sent;
    private long free = System.nanoTime();
    private volatile boolean closed;

    ZfmSimulator(Line line, Setup setup, Glass glass, Clock clock) {
        this.line = line;
        this.setup = setup;
        this.clock = clock;
        this.random = new Random(setup.seed());
        this.module =
                new SimulatedModule(
                        setup.model(),
                        setup,
                        glass,
                        new Touch(setup.finger(), System::nanoTime),
                        random);
    }

    /// Opens a port for it.
    ///
    /// @param path of a serial port, or of one end of a pair of pseudo-terminals
    /// @throws FaultException when the port is not there, is none, is not permitted or in use
    public static ZfmSimulator open(String path, Setup setup, Glass glass) throws FaultException {
        return new ZfmSimulator(SerialLine.open(path, setup.baud()), setup, glass, Clock.TRUE);
    }

    /// Answers until it ends. Blocks; an interrupt ends it.
    public Ending run() throws InterruptedException {
        var chunk = new byte[PacketReader.CAPACITY / 2];
        try {
            start();
            while (true) {
                int count = line.read(chunk);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                carry(count);
                reader.add(chunk, count);
                var found = count == 0 ? reader.rescue() : reader.next();
                while (found.isPresent()) {
                    if (!answered(found.get())) {
                        return Ending.UNPLUGGED;
                    }
                    found = reader.next();
                }
            }
        } catch (FaultException e) {
            if (e.fault() instanceof Fault.Disconnected) {
                return closed ? Ending.CLOSED : Ending.PORT_GONE;
            }
            throw new IllegalStateException("a line has no other faults once it is open", e);
        } finally {
            line.close();
        }
    }

    private void start() throws FaultException {
        module.restart();
        if (setup.model().newer()) {
            line.write(new byte[] {STARTED});
        }
    }

    /// @return false when the cable was pulled
    private boolean answered(Found found) throws FaultException, InterruptedException {
        var reply =
                switch (found) {
                    case Found.Damaged _ -> module.damaged();
                    case Found.Whole(var packet) -> module.to(packet);
                };
        work(Duration.ofMillis(reply.busyMs()));
        for (var packet : reply.packets()) {
            if (!sentOut(packet)) {
                return false;
            }
        }
        switch (reply.after()) {
            case NOTHING -> {}
            case NEW_SPEED -> line.baud(module.baud());
            case RESTART -> start();
        }
        return true;
    }

    private boolean sentOut(Packet packet) throws FaultException, InterruptedException {
        var bytes = packet.toBytes();
        var trouble = setup.mischief().at(++sent);
        if (trouble.isEmpty()) {
            send(bytes);
            return true;
        }
        switch (trouble.get()) {
            case NOISE -> {
                send(noise());
                send(bytes);
            }
            case SHORT -> send(Arrays.copyOf(bytes, bytes.length / 2));
            case SUM -> {
                bytes[bytes.length - 1] ^= 0x5A;
                send(bytes);
            }
            case SILENCE -> {}
            case UNPLUG -> {}
        }
        return trouble.get() != Trouble.UNPLUG;
    }

    /// Random bytes, one half of them with the beginning of a packet that is none.
    private byte[] noise() {
        var bytes = new byte[1 + random.nextInt(MOST_NOISE)];
        random.nextBytes(bytes);
        if (bytes.length > 12 && random.nextBoolean()) {
            byte[] beginning = {(byte) 0xEF, 1, -1, -1, -1, -1, 7, 0, 3};
            System.arraycopy(beginning, 0, bytes, 0, beginning.length);
        }
        return bytes;
    }

    /// A packet is there when its last byte is.
    private void send(byte[] bytes) throws FaultException, InterruptedException {
        carry(bytes.length);
        line.write(bytes);
    }

    /// Waits while so many bytes go over the line.
    private void carry(int bytes) throws InterruptedException {
        work(Duration.ofNanos(1_000_000_000L * bytes * Line.BITS_A_BYTE / module.baud()));
    }

    /// The line's time goes on from where it was, so that a late wake-up is caught up with.
    private void work(Duration length) throws InterruptedException {
        if (clock == Clock.HURRIED || length.isZero()) {
            return;
        }
        long now = System.nanoTime();
        free = Math.max(free, now - Duration.ofMillis(20).toNanos()) + length.toNanos();
        if (free > now) {
            Thread.sleep(Duration.ofNanos(free - now));
        }
    }

    /// Ends [#run], from any thread.
    @Override
    public void close() {
        closed = true;
        line.close();
    }
}
