package vn.tram.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.tram.enroll.StationFault;
import vn.tram.security.AuditVerification;
import vn.tram.security.StateFolder;

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
                    "Names the first broken link, or says how many entries hold and since which anchor.")
    static final class Verify implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Override
        public Integer call() throws StationFault {
            var folder = StateFolder.openOrMakeTraining(state.folder());
            return switch (AuditVerification.verify(folder.path())) {
                case AuditVerification.Holds holds -> {
                    System.out.println(
                            holds.entries()
                                    + " entries hold; anchored at entry "
                                    + holds.anchored()
                                    + ", "
                                    + holds.anchoredAt());
                    yield 0;
                }
                case AuditVerification.Broken(var entry, var why) -> {
                    System.err.println("Entry " + entry + " " + why + ".");
                    yield 1;
                }
            };
        }
    }
}
