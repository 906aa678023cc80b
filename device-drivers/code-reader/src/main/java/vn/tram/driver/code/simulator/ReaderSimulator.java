package vn.tram.driver.code.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.serial.Line;
import vn.tram.serial.SerialLine;

/// Plays a reader on a line: shows its codes one after the other, over and over, until the line
/// goes or it is closed.
public final class ReaderSimulator implements AutoCloseable {
    /// How it reads.
    ///
    /// @param codes at least one
    /// @param between the pause from code to code
    /// @param noise whether some random bytes, ended like a code, come before each
    /// @param pieces whether a code comes in short writes, some milliseconds apart
    /// @param seed of noise and pieces
    public record Manner(
            List<String> codes,
            Ending ending,
            Duration between,
            boolean noise,
            boolean pieces,
            long seed) {
        public Manner {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("a reader without codes reads nothing");
            }
        }

        @Override
        public String toString() {
            return "Manner[" + codes.size() + " codes, " + ending + "]";
        }
    }

    /// Why it ended.
    public enum Outcome {
        /// The port went away.
        PORT_GONE,
        /// It was closed.
        CLOSED
    }

    private static final int MOST_NOISE = 64;
    private static final int LONGEST_PIECE = 7;

    /// Far below the silence that ends a code.
    private static final int MOST_PAUSE_MS = 20;

    private final Line line;
    private final Manner manner;
    private final Random random;
    private final byte[] ignored = new byte[256];
    private volatile boolean closed;

    private ReaderSimulator(Line line, Manner manner) {
        this.line = line;
        this.manner = manner;
        this.random = new Random(manner.seed());
    }

    /// @param path of a serial port, or of one end of a pair of pseudo-terminals
    /// @throws FaultException when the port is not there, is none, is not permitted or in use
    public static ReaderSimulator open(String path, int baud, Manner manner) throws FaultException {
        return new ReaderSimulator(SerialLine.open(path, baud), manner);
    }

    /// Blocks until it ends; an interrupt ends it.
    public Outcome run() throws InterruptedException {
        try {
            while (true) {
                for (var code : manner.codes()) {
                    rest();
                    show(code);
                }
            }
        } catch (FaultException e) {
            if (e.fault() instanceof Fault.Disconnected) {
                return closed ? Outcome.CLOSED : Outcome.PORT_GONE;
            }
            throw new IllegalStateException("a line has no other faults once it is open", e);
        } finally {
            line.close();
        }
    }

    /// A pause in which a line that went shows; what the other end sends is ignored.
    private void rest() throws FaultException, InterruptedException {
        var end = Deadline.in(manner.between());
        while (!end.passed()) {
            line.read(ignored);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private void show(String code) throws FaultException, InterruptedException {
        if (manner.noise()) {
            var noise = new byte[1 + random.nextInt(MOST_NOISE)];
            random.nextBytes(noise);
            noise[0] = (byte) 0xFF; // never UTF-8, so that noise is never taken for a code
            for (int i = 0; i < noise.length; i++) {
                noise[i] = noise[i] == '\r' || noise[i] == '\n' ? (byte) 0xFF : noise[i];
            }
            send(ended(noise));
            if (manner.ending() == Ending.NONE) {
                rest();
            }
        }
        send(ended(code.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] ended(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(content);
        bytes.writeBytes(manner.ending().bytes());
        return bytes.toByteArray();
    }

    private void send(byte[] bytes) throws FaultException, InterruptedException {
        int from = 0;
        while (from < bytes.length) {
            int most = manner.pieces() ? 1 + random.nextInt(LONGEST_PIECE) : bytes.length;
            int to = Math.min(bytes.length, from + most);
            line.write(Arrays.copyOfRange(bytes, from, to));
            from = to;
            if (manner.pieces()) {
                Thread.sleep(random.nextInt(MOST_PAUSE_MS));
            }
        }
    }

    /// Ends [#run], from any thread.
    @Override
    public void close() {
        closed = true;
        line.close();
    }
}
