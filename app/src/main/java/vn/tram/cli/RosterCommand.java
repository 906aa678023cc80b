package vn.tram.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        description = "Who lives in the area, and what has been done for each.",
        subcommands = {
            RosterGenerateCommand.class,
            RosterImportCommand.class,
            RosterCoverageCommand.class,
            RosterLeftCommand.class,
            RosterQualityCommand.class,
            RosterAddressCommand.class
        })
final class RosterCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "What is to be done with the roster?");
    }
}
