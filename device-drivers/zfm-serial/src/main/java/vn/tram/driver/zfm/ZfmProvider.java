package vn.tram.driver.zfm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Opening;
import vn.tram.driver.zfm.wire.SerialLine;

/// Opens `zfm:///dev/ttyUSB0`, or `zfm://COM3` on Windows: ZFM-20, R30x, FPM10A, AS608, R503.
///
/// Parameters, none of them needed:
///
/// - `baud=N` — the module's own speed: 9600, 19200, 38400, 57600 (the default) or 115200. A module
///   found at another one is brought to it
/// - `address=XXXXXXXX` — of the module, eight hexadecimal digits; `FFFFFFFF` if not given
/// - `password=XXXXXXXX` — the same way; `00000000` if not given
public final class ZfmProvider implements DeviceProvider {
    /// For everything that an opening asks of the module.
    private static final Duration OPENING = Duration.ofSeconds(6);

    /// And for the operating system besides, which may hang in a broken adapter.
    private static final Duration HANGING = Duration.ofSeconds(8);

    @Override
    public String scheme() {
        return "zfm";
    }

    /// The USB adapters and board ports; whether a module hangs on one shows when it is opened.
    @Override
    public List<URI> scan() {
        return SerialLine.ports().stream().map(port -> URI.create("zfm://" + port)).toList();
    }

    @Override
    public Opening open(URI address) throws InterruptedException {
        try {
            var parsed = ZfmAddress.of(address);
            return onAThreadOfItsOwn(() -> identified(parsed));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }

    private static Opening identified(ZfmAddress address) throws InterruptedException {
        SerialLine line;
        try {
            line = SerialLine.open(address.path(), address.baud());
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
        boolean open = false;
        try {
            var device = ZfmDevice.identify(address, line, Deadline.in(OPENING));
            open = true;
            return new Opening.Opened(device);
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        } finally {
            if (!open) {
                line.close();
            }
        }
    }

    /// Native calls stay off the caller's thread, which may be a virtual one, and cannot keep it
    /// longer than promised. What is opened too late is closed.
    private static Opening onAThreadOfItsOwn(Callable<Opening> opening)
            throws InterruptedException {
        var task = new FutureTask<>(opening);
        var thread = Thread.ofPlatform().daemon().name("zfm opening").start(task);
        try {
            return task.get(HANGING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            closeWhenDone(task);
            return new Opening.NotOpened(new Fault.TimedOut(HANGING, "the serial port"));
        } catch (InterruptedException e) {
            thread.interrupt();
            closeWhenDone(task);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("opening failed", e.getCause());
        }
    }

    private static void closeWhenDone(FutureTask<Opening> task) {
        Thread.ofPlatform()
                .daemon()
                .name("zfm opened too late")
                .start(() -> {
                    try {
                        if (task.get() instanceof Opening.Opened(var device)) {
                            device.close();
                        }
                    } catch (InterruptedException | ExecutionException _) {
                        // interrupted, it opened nothing
                    }
                });
    }
}
