package vn.tram.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The station as another program, started as this one was: the same runtime, flags and class path;
/// in the installed image, the same launcher.
final class Station implements AutoCloseable {
    /// Long enough for the slowest machine; a program that hangs is ended then.
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;

    private Station(Process process) {
        this.process = process;
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, _) -> process.destroyForcibly());
    }

    /// @param properties system properties that are added, as `-Dname=value`
    static Station start(
            List<String> properties, ProcessBuilder.Redirect output, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        var builder = new ProcessBuilder(command);
        var image = System.getProperty("jpackage.app-path");
        if (image == null || canStartJava()) {
            command.add(java().toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(properties);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.tram.Main"));
        } else {
            command.add(image);
            builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", properties));
        }
        command.addAll(arguments);
        return new Station(
                builder.redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(output)
                        .start());
    }

    /// Whether this runtime can be started again: the installed image has none to start.
    static boolean canStartJava() {
        return Files.isExecutable(java());
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
