package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The command line as a program of its own, or another program of the machine, and what came of
/// it.
///
/// @param out whole lines of stdout; a last one without its end is not among them
/// @param err stderr, line by line
record Run(int exit, List<String> out, List<String> err) {
    private static final long PATIENCE_SECONDS = 180;

    /// The repository's folder, whose `config/` the station uses.
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /// Runs `tram` with these arguments to its end.
    ///
    /// @param work where its outputs are kept; the folder must be there
    static Run tram(Path work, Object... arguments) throws IOException, InterruptedException {
        return tramAt(HOME, work, arguments);
    }

    /// The same with something on its standard input.
    static Run typed(Path work, String input, Object... arguments)
            throws IOException, InterruptedException {
        var file = Files.writeString(Files.createTempFile(work, "run", ".in"), input);
        try (var started = Started.tram(HOME, work, Redirect.from(file.toFile()), arguments)) {
            return started.ended();
        }
    }

    /// The same with another `config/`.
    static Run tramAt(Path home, Path work, Object... arguments)
            throws IOException, InterruptedException {
        try (var started = Started.tram(home, work, arguments)) {
            return started.ended();
        }
    }

    /// Runs another program to its end; [#exit] is its own.
    static Run program(Path folder, Path work, Object... command)
            throws IOException, InterruptedException {
        try (var started =
                Started.of(new ProcessBuilder(words(command)).directory(folder.toFile()), work)) {
            return started.ended();
        }
    }

    private static List<String> words(Object... words) {
        return List.of(words).stream().map(Object::toString).toList();
    }

    /// One refusal: exit code 1 and one line for the operator, without a stack trace.
    String sentence() {
        assertThat(exit).as(toString()).isEqualTo(1);
        assertThat(err).hasSize(1);
        assertThat(err.getFirst()).endsWith(")").doesNotContain("Exception", "\tat ");
        return err.getFirst();
    }

    Run succeeded() {
        assertThat(exit).as(toString()).isZero();
        return this;
    }

    /// A program that runs.
    static final class Started implements AutoCloseable {
        private final Process process;
        private final Path out;
        private final Path err;

        private Started(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        static Started tram(Path home, Path work, Object... arguments) throws IOException {
            return tram(home, work, Redirect.PIPE, arguments);
        }

        private static Started tram(Path home, Path work, Redirect in, Object... arguments)
                throws IOException {
            var command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-Xmx400m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Duser.language=en",
                                    "-Dstdout.encoding=UTF-8",
                                    "-Dstderr.encoding=UTF-8",
                                    "-Dtram.home=" + home,
                                    // as shipped, not as tests log
                                    "-Dlogback.configurationFile=logback.xml",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "vn.tram.Main"));
            command.addAll(words(arguments));
            return of(new ProcessBuilder(command).redirectInput(in), work);
        }

        static Started of(ProcessBuilder builder, Path work) throws IOException {
            var out = Files.createTempFile(work, "run", ".out");
            var err = Files.createTempFile(work, "run", ".err");
            var process =
                    builder.redirectOutput(Redirect.to(out.toFile()))
                            .redirectError(Redirect.to(err.toFile()))
                            .start();
            process.getOutputStream().close();
            return new Started(process, out, err);
        }

        Run ended() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + Files.readString(err));
            }
            return new Run(process.exitValue(), lines(out), lines(err));
        }

        /// Waits for a line on stdout.
        String line(String start) throws IOException, InterruptedException {
            return awaited(
                            "a line " + start,
                            lines -> lines.stream().anyMatch(l -> l.startsWith(start)))
                    .stream()
                    .filter(l -> l.startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }

        /// Waits for so many lines on stdout.
        void lines(int count) throws IOException, InterruptedException {
            awaited(count + " lines", lines -> lines.size() >= count);
        }

        private List<String> awaited(String what, Predicate<List<String>> wanted)
                throws IOException, InterruptedException {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            boolean over = false;
            while (!over) {
                // asked before the lines are read: the last ones of a program that ended count
                over = System.nanoTime() > end || process.waitFor(5, TimeUnit.MILLISECONDS);
                var lines = lines(out);
                if (wanted.test(lines)) {
                    return lines;
                }
            }
            throw new AssertionError("without " + what + ": " + Files.readString(err));
        }

        /// Kills it as `kill -9` does after so long, unless it ended before; what it had said.
        Run killedAfter(long millis) throws IOException, InterruptedException {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return new Run(process.exitValue(), lines(out), lines(err));
        }

        private static List<String> lines(Path file) throws IOException {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
