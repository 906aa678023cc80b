package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.registry.TrainingRegistry;
import vn.tram.security.RegistryKeys;
import vn.tram.security.StateFolder;

@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description = {
            "The training registry: receives batches over HTTP on loopback and in a folder, verifies and opens them,",
            "answers with signed receipts. Runs until it is stopped."
        })
final class RegistryCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--port",
            required = true,
            paramLabel = "N",
            description = "On 127.0.0.1; 0 for any that is free.")
    private int port;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "Where batches are brought and receipts laid.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws StationFault, Failure, InterruptedException {
        var home = StateFolder.openOrMakeTraining(state.folder());
        if (home.mode() != Mode.TRAINING) {
            throw new Failure("This is a production station: it has no training registry.");
        }
        try (var registry = TrainingRegistry.start(port, folder, RegistryKeys.load(home.path()))) {
            System.out.println("ready " + registry.address());
            System.out.flush();
            new CountDownLatch(1).await(); // until the process is ended
        } catch (IOException e) {
            throw new Failure(
                    "The registry cannot start: "
                            + e.getMessage()
                            + ". Choose another port or folder.");
        }
        return 0;
    }
}
