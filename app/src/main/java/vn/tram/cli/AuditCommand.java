package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.enroll.StationFault;
import vn.tram.export.AuditAnchors;
import vn.tram.security.AuditVerification;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "The log of who did what.",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand {
    private AuditCommand() {}

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Names the first broken entry, or says how many hold and since which anchor. The log is held against its signed head and against the batches in the outbox.")
    static final class Verify implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Option(
                names = "--batch",
                paramLabel = "FILE",
                description =
                        "A copy of a batch of this station, such as the registry's, to hold the log against. May be repeated.")
        private List<Path> batches = new ArrayList<>();

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            for (var batch : batches) {
                if (!Files.isRegularFile(batch)) {
                    throw new Failure(batch + " is not there. Check the path.");
                }
            }
            var folder = StateFolder.openOrMakeTraining(state.folder());
            var told = AuditAnchors.of(folder, StationKeys.load(folder.path()), batches);
            told.left().forEach(sentence -> System.err.println(sentence + "."));
            return switch (AuditVerification.verify(folder.path(), told.anchors())) {
                case AuditVerification.Holds holds -> {
                    tell(holds, told.anchors().size());
                    yield 0;
                }
                case AuditVerification.Broken(var entry, var why) -> {
                    tell(entry, why);
                    yield 1;
                }
            };
        }

        private static void tell(AuditVerification.Holds holds, int batches) {
            System.out.println(
                    "%d entries hold; anchored at entry %d, %s."
                            .formatted(holds.entries(), holds.anchored(), holds.anchoredAt()));
            System.out.println("Held against the signed head and " + batches + " batches.");
            if (holds.entries() > holds.anchored()) {
                System.out.println(
                        "Whether entries were cut off after entry %d cannot be told."
                                .formatted(holds.anchored()));
            }
        }

        private static void tell(long entry, String why) {
            if (entry == 0) {
                System.err.println("The log as a whole does not hold: " + why + ".");
            } else {
                System.err.println("Entry " + entry + " " + why + ".");
                System.err.println(
                        entry == 1
                                ? "Nothing is proved by this log."
                                : "Entries 1 to %d follow on each other; nothing is proved from entry %d on."
                                        .formatted(entry - 1, entry));
            }
        }
    }
}
