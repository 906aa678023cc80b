package vn.tram.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.SeatMemory;
import vn.tram.enroll.StationFault;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// The devices that the officers chose, in `devices.properties` of the state folder.
final class ChosenDevices implements SeatMemory {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenDevices.class);

    private final Path file;
    private final Properties stored = new Properties();

    /// @throws StationFault `LT-400` when the file is there and cannot be read
    ChosenDevices(Path state) throws StationFault {
        file = state.resolve("devices.properties");
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                stored.load(in);
            } catch (IOException e) {
                throw fault(e);
            }
        }
    }

    @Override
    public synchronized Optional<Chosen> chosen(Seat seat) {
        var address = stored.getProperty(key(seat, "address"));
        if (address == null) {
            return Optional.empty();
        }
        try {
            var serial = stored.getProperty(key(seat, "serial"), "");
            return Optional.of(new Chosen(new URI(address), serial));
        } catch (URISyntaxException e) {
            LOG.warn(
                    "the device chosen for {} is not understood; the settings' own is used",
                    seat,
                    e);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void choose(Seat seat, Chosen chosen) throws StationFault {
        UiThread.refuse("storing the choice of a device");
        var changed = new Properties();
        changed.putAll(stored);
        changed.setProperty(key(seat, "address"), chosen.address().toString());
        changed.setProperty(key(seat, "serial"), chosen.serial());
        try {
            var out = new ByteArrayOutputStream();
            changed.store(out, null);
            WholeFile.write(file, out.toByteArray());
        } catch (IOException e) {
            throw fault(e);
        }
        stored.putAll(changed);
    }

    private static String key(Seat seat, String what) {
        return seat.name().toLowerCase(Locale.ROOT) + "." + what;
    }

    private static StationFault fault(IOException cause) {
        return new StationFault(StationFault.Code.LT_400, "the devices chosen", cause);
    }
}
