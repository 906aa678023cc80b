package vn.tram.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.tram.domain.SessionId;
import vn.tram.image.Position;
import vn.tram.task.WholeFile;

/// What of the sessions lies in files, in `<state>/sessions`: the key `<id>.key`, the encrypted
/// frames `<id>.frames/<position code>-<attempt>`, the dossier `<id>.p7m`. Every change is durable
/// when its method returns, and whole or not there.
final class SessionFiles {
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(key|frames|p7m)");

    private final Path folder;
    private final Interruption interruption;

    /// @param folder is made where it is missing
    SessionFiles(Path folder, Interruption interruption) throws IOException {
        this.folder = folder;
        this.interruption = interruption;
        WholeFile.makeFolder(folder);
    }

    void writeKey(SessionId id, byte[] key) throws IOException {
        interruption.before("write key");
        WholeFile.writeSecret(key(id), key);
    }

    /// Empty when the key was destroyed.
    Optional<byte[]> readKey(SessionId id) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(key(id)));
        } catch (NoSuchFileException _) {
            return Optional.empty(); // the one expected case: it is the answer
        }
    }

    void destroyKey(SessionId id) throws IOException {
        interruption.before("destroy key");
        WholeFile.destroy(key(id));
    }

    void writeFrame(SessionId id, Position position, int attempt, byte[] encrypted)
            throws IOException {
        interruption.before("write frame");
        WholeFile.makeFolder(frames(id));
        WholeFile.writeSecret(frame(id, position, attempt), encrypted);
    }

    byte[] readFrame(SessionId id, Position position, int attempt) throws IOException {
        return Files.readAllBytes(frame(id, position, attempt));
    }

    void deleteFrames(SessionId id) throws IOException {
        if (Files.isDirectory(frames(id))) {
            for (var file : list(frames(id))) {
                interruption.before("delete frame");
                Files.deleteIfExists(file);
            }
            WholeFile.delete(frames(id));
        }
    }

    void writeDossier(SessionId id, byte[] content) throws IOException {
        interruption.before("write dossier");
        WholeFile.writeSecret(dossier(id), content);
    }

    byte[] readDossier(SessionId id) throws IOException {
        return Files.readAllBytes(dossier(id));
    }

    void deleteDossier(SessionId id) throws IOException {
        interruption.before("delete dossier");
        WholeFile.delete(dossier(id));
    }

    /// The sessions that have a file of any kind here.
    Set<SessionId> sessions() throws IOException {
        var found = new TreeSet<SessionId>((a, b) -> a.value().compareTo(b.value()));
        for (var file : list(folder)) {
            var name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                found.add(SessionId.of(name.group(1)));
            }
        }
        return found;
    }

    /// Whether there is a key: the last thing that a session in use would be without.
    boolean anyKey() throws IOException {
        return list(folder).stream().anyMatch(f -> f.getFileName().toString().endsWith(".key"));
    }

    /// Deletes what a crash left half written.
    void deleteParts() throws IOException {
        for (var file : list(folder)) {
            deletePart(file);
            if (Files.isDirectory(file)) {
                for (var inner : list(file)) {
                    deletePart(inner);
                }
            }
        }
    }

    /// Deletes the frames of a session that `kept` does not name.
    void retainFrames(SessionId id, Set<String> kept) throws IOException {
        if (Files.isDirectory(frames(id))) {
            for (var file : list(frames(id))) {
                if (!kept.contains(file.getFileName().toString())) {
                    WholeFile.delete(file);
                }
            }
        }
    }

    /// The name of a frame's file in the session's folder.
    static String name(Position position, int attempt) {
        return position.code() + "-" + attempt;
    }

    private static void deletePart(Path file) throws IOException {
        if (file.getFileName().toString().endsWith(WholeFile.PART)) {
            WholeFile.delete(file);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Path key(SessionId id) {
        return folder.resolve(id + ".key");
    }

    private Path frames(SessionId id) {
        return folder.resolve(id + ".frames");
    }

    private Path frame(SessionId id, Position position, int attempt) {
        return frames(id).resolve(name(position, attempt));
    }

    private Path dossier(SessionId id) {
        return folder.resolve(id + ".p7m");
    }
}
