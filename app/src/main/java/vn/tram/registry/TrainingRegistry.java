package vn.tram.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.export.BatchFormat;
import vn.tram.security.RegistryKeys;
import vn.tram.task.Lane;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// A registry to train and test against: takes batches from a folder and over HTTP on loopback,
/// verifies them, opens every dossier with its sealing key and answers with receipts signed by its
/// receipt key. What it was brought and said it remembers in `received/` of its folder.
public final class TrainingRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRegistry.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /// More files than this in one inbox are left for the next look.
    private static final int MAX_FILES = 10_000;

    private final Path inbox;
    private final Ledger ledger;
    private final Desk desk;
    private final RegistryServer server;
    private final Lane looking = Lane.serial("registry inbox");

    /// Files that were answered, as they were then.
    private record Stamp(long size, FileTime modified) {}

    private TrainingRegistry(int port, Path inbox, RegistryKeys keys) throws IOException {
        this.inbox = inbox;
        WholeFile.makeFolder(inbox);
        this.ledger = new Ledger(inbox.resolve("received"));
        ledger.sweep();
        this.desk = new Desk(ledger, keys, InstantSource.system());
        this.server = new RegistryServer(port, ledger, desk);
    }

    /// Starts answering: over HTTP, and in the folder once a second.
    ///
    /// @param port on 127.0.0.1; 0 for any that is free
    /// @param inbox where batches are brought and receipts laid beside them
    /// @throws IOException when the port is taken or the folder cannot be written
    public static TrainingRegistry start(int port, Path inbox, RegistryKeys keys)
            throws IOException {
        UiThread.refuse("TrainingRegistry.start");
        var registry = new TrainingRegistry(port, inbox, keys);
        registry.looking.submit(registry::keepLooking);
        return registry;
    }

    /// Answers every batch in a folder once, without a server.
    ///
    /// @param memory the registry's own folder
    /// @throws IOException when a folder cannot be read or written
    public static List<Answer> processFolder(Path folder, Path memory, RegistryKeys keys)
            throws IOException {
        UiThread.refuse("TrainingRegistry.processFolder");
        WholeFile.makeFolder(memory);
        var ledger = new Ledger(memory.resolve("received"));
        var desk = new Desk(ledger, keys, InstantSource.system());
        return look(folder, ledger, desk, new HashMap<>());
    }

    /// Where [vn.tram.export.Exporter] can deliver to.
    public URI address() {
        return server.address();
    }

    private Void keepLooking() throws InterruptedException {
        var answered = new HashMap<Path, Stamp>();
        try {
            while (true) {
                try {
                    look(inbox, ledger, desk, answered).forEach(TrainingRegistry::log);
                } catch (IOException e) {
                    LOG.warn("The inbox could not be served; trying again", e);
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } finally {
            LOG.info("The inbox is no longer looked at");
        }
    }

    private static void log(Answer answer) {
        switch (answer) {
            case Answer.Receipted r ->
                    LOG.info(
                            "{}: accepted {}, rejected {}, duplicates {}, repeated {}",
                            r.source(),
                            r.accepted(),
                            r.rejected(),
                            r.duplicates().size(),
                            r.repeated());
            case Answer.Refused(var source, var reasons) -> LOG.info("{}: {}", source, reasons);
        }
    }

    private static List<Answer> look(
            Path folder, Ledger ledger, Desk desk, Map<Path, Stamp> answered) throws IOException {
        var answers = new ArrayList<Answer>();
        for (var file : batches(folder)) {
            var stamp = new Stamp(Files.size(file), Files.getLastModifiedTime(file));
            if (!stamp.equals(answered.get(file))) {
                answers.add(answer(file, ledger, desk));
                answered.put(file, stamp);
            }
        }
        return answers;
    }

    private static List<Path> batches(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, "*" + BatchFormat.SUFFIX)) {
            for (var file : files) {
                if (found.size() < MAX_FILES
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(file);
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static Answer answer(Path file, Ledger ledger, Desk desk) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (Files.size(file) > BatchFormat.MAX_BATCH_BYTES) {
            return new Answer.Refused(name, List.of("a batch has at most 2 GB"));
        }
        var copy = ledger.incoming();
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            var answer = desk.receive(name, copy);
            if (answer instanceof Answer.Receipted receipted) {
                WholeFile.write(
                        file.resolveSibling(name + BatchFormat.RECEIPT_SUFFIX),
                        receipted.receipt());
            }
            return answer;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public void close() {
        looking.close();
        server.close();
    }
}
