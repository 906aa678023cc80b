package vn.tram.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.enroll.StationFault;
import vn.tram.export.BatchFormat;
import vn.tram.export.ExportProgress;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Makes batches of sealed dossiers, delivers them, and applies the receipts found there.")
final class ExportCommand implements Callable<Integer> {
    /// Of one batch: well below the 4 GiB of a file on a FAT32 stick.
    private static final long MOST_BYTES = 1L << 30;

    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DEST",
            description = "A folder, or http://127.0.0.1:PORT/ of a training registry.")
    private String destination = "";

    @Override
    public Integer call() throws StationFault, InterruptedException {
        try (var station = state.open()) {
            var exporter = station.exporter();
            var to = exporter.destination(destination);
            exporter.makeBatches(BatchFormat.MAX_DOSSIERS, MOST_BYTES, ExportCommand::tell);
            var delivered = exporter.deliver(to, ExportCommand::tell);
            var receipts = exporter.applyReceipts(to);
            PrintedSlips.of(station).endAnswered();
            System.err.println(
                    delivered.size()
                            + " delivered, "
                            + receipts.applied().size()
                            + " receipts applied");
            for (var refused : receipts.refused()) {
                System.err.println(refused.name() + ": " + Sentences.of(refused.fault()));
            }
            return receipts.refused().isEmpty() ? 0 : 1;
        }
    }

    private static void tell(ExportProgress progress) {
        if (progress instanceof ExportProgress.Delivered(var batch)) {
            System.out.println(
                    batch.file() + " " + batch.digest().hex() + " " + batch.entries().size());
        }
    }
}
