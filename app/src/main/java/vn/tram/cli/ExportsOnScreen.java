package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.enroll.StationFault;
import vn.tram.export.BatchFormat;
import vn.tram.export.ExportProgress;
import vn.tram.export.Exporter;
import vn.tram.task.WholeFile;
import vn.tram.ui.export.Exports;

/// The exporter as the screen sees it. One for the life of the program: an export goes on when its
/// screen is left, and is seen again when it is entered.
public final class ExportsOnScreen implements Exports {
    /// Of one batch: well below the 4 GiB of a file on a FAT32 stick.
    private static final long MOST_BYTES = 1L << 30;

    private final Exporter exporter;
    private final PrintedSlips slips;
    private final Path remembered;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Optional<Station> progress = Optional.empty();

    /// @param remembered file that keeps the last destination
    ExportsOnScreen(Exporter exporter, PrintedSlips slips, Path remembered) {
        this.exporter = exporter;
        this.slips = slips;
        this.remembered = remembered;
    }

    @Override
    public void export(String destination) throws StationFault, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var to = exporter.destination(destination);
            remember(destination);
            exporter.makeBatches(BatchFormat.MAX_DOSSIERS, MOST_BYTES, this::told);
            exporter.deliver(to, this::told);
        } finally {
            progress = Optional.empty();
            oneAtATime.unlock();
        }
    }

    @Override
    public Receipts applyReceipts(String destination) throws StationFault, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var found = exporter.applyReceipts(exporter.destination(destination));
            slips.endAnswered();
            return new Receipts(
                    found.applied().size(),
                    found.unchanged(),
                    found.foreign().size(),
                    found.refused().stream().map(r -> r.fault().code()).toList());
        } finally {
            oneAtATime.unlock();
        }
    }

    /// The exports of a station, as its window has them.
    ///
    /// @param remembered file that keeps the last destination
    public static ExportsOnScreen of(Assembly station, Path remembered) {
        return new ExportsOnScreen(station.exporter(), PrintedSlips.of(station), remembered);
    }

    private void told(ExportProgress now) {
        progress =
                Optional.of(
                        switch (now) {
                            case ExportProgress.Choosing(int waiting) ->
                                    new Station.Choosing(waiting);
                            case ExportProgress.Making(int done, int of) ->
                                    new Station.Packing(done, of);
                            case ExportProgress.Writing(long number, long bytes, long of) ->
                                    new Station.Writing(number, bytes, of);
                            case ExportProgress.ReadingBack(long number) ->
                                    new Station.ReadingBack(number);
                            case ExportProgress.Delivered(var batch) ->
                                    new Station.Delivered(batch.number());
                        });
    }

    @Override
    public Optional<Station> progress() {
        return progress;
    }

    @Override
    public String lastDestination() throws StationFault {
        try {
            return Files.exists(remembered) ? Files.readString(remembered).strip() : "";
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, "reading " + remembered, e);
        }
    }

    private void remember(String destination) throws StationFault {
        try {
            WholeFile.write(
                    remembered, destination.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, "writing " + remembered, e);
        }
    }
}
