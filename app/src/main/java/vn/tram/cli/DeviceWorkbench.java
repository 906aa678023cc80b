package vn.tram.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Digest;
import vn.tram.domain.Officer;
import vn.tram.domain.Stage;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Frame;
import vn.tram.imaging.Images;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;
import vn.tram.ui.workbench.Workbench;

/// The technician's workbench over an assembled station.
final class DeviceWorkbench implements Workbench {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final Assembly station;

    DeviceWorkbench(Assembly station) {
        this.station = station;
    }

    @Override
    public Keeping keep(Frame frame, DeviceInfo device, String folder, Officer by)
            throws StationFault {
        UiThread.refuse("keeping a raw frame");
        if (!Right.KEEP_RAW_FRAMES.of(by.role())) {
            return new Keeping.NotAllowed();
        }
        var open =
                station.database().sessions().list().stream()
                        .filter(s -> s.stage() == Stage.OPEN)
                        .findFirst();
        if (open.isPresent()) {
            return new Keeping.SessionOpen(open.get().queueNumber());
        }
        var to = OutsideFolder.of(folder);
        station.audit()
                .append(
                        "raw-frame-saved",
                        by.id(),
                        Optional.empty(),
                        device.identity() + " " + Digest.of(frame.pixels().toBytes()));
        var file = to.resolve("raw-" + TIME.format(frame.takenAt()) + ".png");
        try {
            WholeFile.write(file, Images.png(frame.pixels(), frame.resolution()));
        } catch (IOException e) {
            throw new StationFault(Code.LT_406, "a raw frame", e);
        }
        return new Keeping.Kept(file);
    }
}
