package vn.tram.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import vn.tram.domain.Session;
import vn.tram.domain.SignOff;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// A program of its own that stores attempts in a state folder, seals and cancels, and says so
/// after each call that returned; made to be killed.
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Child(Process process) {
        this.process = process;
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /// Enrolls for ever. What it prints: `stored <session> <position> <attempt> <digest> <seed>`,
    /// `sealed <session>`, `cancelled <session>`, and `left <session>` for one that stays open.
    public static void main(String[] arguments) throws StationFault {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var random = new Random(Long.parseLong(arguments[1]));
        try (var database = Database.open(Path.of(arguments[0]), Given.PASSWORD)) {
            database.sessions().recover();
            for (int number = 1; ; number++) {
                enroll(database, number, random, out);
            }
        }
    }

    /// What it captures, from the seed that it says.
    static Frame frame(long seed) {
        return Given.gray(400, 300, seed);
    }

    private static void enroll(Database database, int number, Random random, PrintStream out)
            throws StationFault {
        var sessions = database.sessions();
        var session = Given.opened(Instant.now(), number);
        sessions.open(session);
        session = Given.saved(sessions, session.change().citizen(Given.citizen()).made());
        for (var position : List.of(Position.RIGHT_FOUR, Position.LEFT_FOUR, Position.FACE)) {
            long seed = random.nextLong(1 << 20);
            var frame = frame(seed);
            session = Given.captured(sessions, session, position, 1, frame);
            out.println(
                    "stored "
                            + session.id()
                            + " "
                            + position
                            + " 1 "
                            + Given.digest(frame.pixels())
                            + " "
                            + seed);
        }
        end(database, session, random, out);
    }

    private static void end(Database database, Session session, Random random, PrintStream out)
            throws StationFault {
        var sessions = database.sessions();
        switch (random.nextInt(3)) {
            case 0 -> {
                var signed =
                        session.change()
                                .stage(Stage.SIGNED_OFF)
                                .signOff(Optional.of(new SignOff("canbo1", Given.AT, true)));
                var signedOff = Given.saved(sessions, signed.made());
                var dossier = Given.dossier(session.id());
                out.println("sealing " + session.id());
                sessions.seal(Given.sealed(signedOff, dossier), dossier);
                out.println("sealed " + session.id());
            }
            case 1 -> {
                out.println("cancelling " + session.id());
                sessions.cancel(session.change().stage(Stage.CANCELLED).made());
                out.println("cancelled " + session.id());
            }
            default -> {
                out.println("left " + session.id());
            }
        }
    }

    static Child start(Path state, String seed) throws IOException {
        return new Child(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                state.toString(),
                                seed)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().filter(l -> l.matches("(stored|seal|cancel|left).*")).forEach(said::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until so many attempts are stored.
    void awaitStored(int count) throws InterruptedException {
        await("stored", count);
    }

    /// Waits until so many lines begin with that word.
    void await(String verb, int count) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (said.stream().filter(l -> l.startsWith(verb + " ")).count() < count) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(verb + " nothing more: " + said);
            }
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
    }

    /// Lets it run a while and kills it as `kill -9` does. Everything it said until then.
    List<String> killAfter(Duration time) throws InterruptedException {
        if (process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("ended by itself: " + said);
        }
        // by its handle: the process itself would close the pipe over lines not read yet
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
        return List.copyOf(said);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
