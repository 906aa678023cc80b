package vn.tram.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;

/// A serial port of this computer, or a pseudo-terminal that stands for one.
///
/// Two things of the port library shaped this class, each tried on pseudo-terminals: it reports a
/// lost port by a read of −1 and stays "open"; a read of the blocking mode waits for all bytes
/// asked for, one of the half-blocking mode for the first.
public final class SerialLine implements Line {
    /// The grain of time-outs outside Windows, and what an interrupt or a close may be late.
    private static final int SLICE_MS = 100;

    /// Of the operating system: `ENOTTY`, `EACCES`.
    private static final int NO_TERMINAL = 25;

    private static final int NO_ACCESS = 13;

    private final SerialPort port;
    private final String address;
    private final ReentrantLock using = new ReentrantLock();
    private volatile boolean closed;

    private SerialLine(SerialPort port, String address) {
        this.port = port;
        this.address = address;
    }

    /// Takes the port for this program alone.
    ///
    /// @param path such as `/dev/ttyUSB0`, or `COM3` on Windows
    /// @throws FaultException when it is not there, is none, is not permitted or in use
    public static SerialLine open(String path, int baud) throws FaultException {
        if (path.startsWith("/")) {
            PortFile.check(Path.of(path));
        }
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new FaultException(new Fault.Disconnected(path), e);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MS, 0);
        if (!port.openPort()) {
            throw refusal(path, port.getLastErrorCode());
        }
        return new SerialLine(port, path);
    }

    private static FaultException refusal(String path, int error) {
        if (error == NO_TERMINAL) {
            return PortFile.notAPort(Path.of(path), "a device of another kind");
        }
        if (error == NO_ACCESS) {
            return new FaultException(new Fault.NotPermitted(path));
        }
        boolean there = !path.startsWith("/") || Files.exists(Path.of(path));
        return new FaultException(
                there
                        ? new Fault.Busy("another program that has " + path + " open")
                        : new Fault.Disconnected(path));
    }

    /// What the adapter or device behind the port says of itself on the USB; its words are empty
    /// where it says nothing, or where there is no USB.
    public UsbNames names() {
        return new UsbNames(
                said(port.getManufacturer()),
                said(port.getPortDescription()),
                said(port.getSerialNumber()));
    }

    private static String said(@Nullable String words) {
        return words == null || words.equals("Unknown") || words.equals("User-Specified Port")
                ? ""
                : words.strip();
    }

    /// The ports that a device may hang on: USB adapters, the ports of small boards, and on Windows
    /// every one. Opens none. Pseudo-terminals and the built-in ports of a PC are not among them;
    /// they can be used by their path.
    public static List<String> ports() {
        return Stream.of(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .map(path -> path.startsWith("\\\\.\\") ? path.substring(4) : path)
                .filter(path -> path.matches("/dev/(tty(USB|ACM|AMA)\\d+|(cu|tty)\\..*)|COM\\d+"))
                .sorted()
                .toList();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public int read(byte[] into) throws FaultException {
        using.lock();
        try {
            int read = closed ? -1 : port.readBytes(into, into.length);
            if (read < 0) {
                throw gone();
            }
            return read;
        } finally {
            using.unlock();
        }
    }

    @Override
    public void write(byte[] bytes) throws FaultException {
        using.lock();
        try {
            if (closed) {
                throw gone();
            }
            int written = port.writeBytes(bytes, bytes.length);
            if (written != bytes.length) {
                throw gone();
            }
        } finally {
            using.unlock();
        }
    }

    @Override
    public void drop() {
        using.lock();
        try {
            if (!closed) {
                port.flushIOBuffers();
            }
        } finally {
            using.unlock();
        }
    }

    @Override
    public void baud(int baud) throws FaultException {
        using.lock();
        try {
            if (closed || !port.setBaudRate(baud)) {
                throw gone();
            }
        } finally {
            using.unlock();
        }
    }

    private FaultException gone() {
        return new FaultException(new Fault.Disconnected(address));
    }

    /// Waits for a read in progress, which ends by itself; a write that does not is left.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean alone = false;
        try {
            alone = using.tryLock(2 * SLICE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try {
            port.closePort();
        } finally {
            if (alone) {
                using.unlock();
            }
        }
    }
}
