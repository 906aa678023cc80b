package vn.tram.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "A simulated device that speaks the real protocol. Runs until it is stopped.",
        subcommands = {
            SimulateZfmCommand.class,
            SimulateSbiCommand.class,
            SimulateCameraCommand.class,
            SimulateQrCommand.class
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which device is to be simulated?");
    }

    /// Tells whoever started the simulator that it can be used.
    static void ready(PrintWriter out, Object where) {
        out.println("ready " + where);
        out.flush();
    }
}
