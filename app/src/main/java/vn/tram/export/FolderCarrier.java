package vn.tram.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import vn.tram.domain.Batch;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.WholeFile;

/// Delivery into a directory.
final class FolderCarrier implements Carrier {
    private static final int BUFFER = 1 << 20;

    /// More receipts than this in one folder are not looked at.
    private static final int MAX_RECEIPTS = 10_000;

    private final Path folder;
    private final X509Certificate ca;

    FolderCarrier(Path folder, X509Certificate ca) {
        this.folder = folder;
        this.ca = ca;
    }

    @Override
    public void deliver(Path file, Batch batch, Consumer<ExportProgress> listener)
            throws StationFault {
        var target = folder.resolve(batch.file());
        makeFolder();
        try {
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                    || !FileDigest.of(target).equals(batch.digest())) {
                copy(file, target, batch, listener);
            }
        } catch (IOException e) {
            throw new StationFault(
                    Files.isDirectory(folder) ? Code.XL_501 : Code.XL_503, "writing " + target, e);
        }
        listener.accept(new ExportProgress.ReadingBack(batch.number()));
        readBack(target, batch);
    }

    private void makeFolder() throws StationFault {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new StationFault(Code.XL_501, folder + " is no folder", e);
        } catch (IOException e) {
            throw new StationFault(Code.XL_501, "making the folder " + folder, e);
        }
    }

    private static void copy(Path file, Path target, Batch batch, Consumer<ExportProgress> listener)
            throws IOException {
        long size = Files.size(file);
        WholeFile.write(
                target,
                out -> {
                    try (var in = Files.newInputStream(file)) {
                        var buffer = new byte[BUFFER];
                        long done = 0;
                        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                            out.write(buffer, 0, got);
                            done += got;
                            listener.accept(new ExportProgress.Writing(batch.number(), done, size));
                        }
                    }
                });
    }

    private void readBack(Path target, Batch batch) throws StationFault {
        try {
            switch (BatchVerifier.verify(target, ca)) {
                case Verification.Genuine genuine -> {
                    if (!genuine.digest().equals(batch.digest())) {
                        throw new StationFault(Code.XL_502, target + " is another batch");
                    }
                }
                case Verification.Broken(var problems) ->
                        throw new StationFault(
                                Code.XL_502, target + ": " + String.join("; ", problems));
            }
        } catch (IOException e) {
            throw new StationFault(
                    Files.isDirectory(folder) ? Code.XL_502 : Code.XL_503,
                    "reading back " + target,
                    e);
        }
    }

    @Override
    public List<Found> receipts(List<Batch> batches) throws StationFault {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        try (var files = Files.newDirectoryStream(folder, "*" + BatchFormat.RECEIPT_SUFFIX)) {
            for (var file : files) {
                if (found.size() == MAX_RECEIPTS) {
                    break;
                }
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(new Found(String.valueOf(file.getFileName()), read(file)));
                }
            }
        } catch (IOException e) {
            throw new StationFault(Code.XL_501, "reading receipts in " + folder, e);
        }
        found.sort(Comparator.comparing(Found::name));
        return found;
    }

    /// One byte more than a receipt may have is enough to refuse it.
    private static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(ReceiptDocument.MAX_BYTES + 1);
        }
    }
}
