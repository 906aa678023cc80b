package vn.tram.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
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
/// when its method returns, and, but for a frame, whole or not there.
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

    /// Destroys the key, then deletes the frames, which are noise from then on.
    void forgetImages(SessionId id) throws IOException {
        interruption.before("destroy key");
        WholeFile.destroy(key(id));
        deleteFrames(id);
    }

    /// Written straight under its name, which saves the rename and a flush: until its row is
    /// committed nobody looks for the file, and one that a crash tore is left over as any without a
    /// row. The folder's rights guard it.
    void writeFrame(SessionId id, Position position, int attempt, WholeFile.Body encrypted)
            throws IOException {
        interruption.before("write frame");
        WholeFile.makeFolder(frames(id));
        var file = frame(id, position, attempt);
        Files.deleteIfExists(file); // of a save whose commit failed
        boolean whole = false;
        try (var channel = FileChannel.open(file, CREATE_NEW, WRITE);
                var naming = new Beside()) {
            naming.start(() -> WholeFile.forceFolder(frames(id)));
            encrypted.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
            naming.await();
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file); // a full disk needs the room
            }
        }
    }

    byte[] readFrame(SessionId id, Position position, int attempt) throws IOException {
        return Files.readAllBytes(frame(id, position, attempt));
    }

    private void deleteFrames(SessionId id) throws IOException {
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

    /// Whether more lies here of a session than `held` names.
    boolean holdMore(SessionId id, Held held) throws IOException {
        return Files.exists(dossier(id)) && !held.dossier()
                || Files.exists(key(id)) && !held.images()
                || Files.exists(frames(id)) && (!held.images() || !unnamed(id, held).isEmpty());
    }

    /// Deletes what of a session `held` does not name; its key before its frames.
    void keepOnly(SessionId id, Held held) throws IOException {
        if (held.images()) {
            for (var file : unnamed(id, held)) {
                WholeFile.delete(file);
            }
        } else {
            forgetImages(id);
        }
        if (!held.dossier()) {
            deleteDossier(id);
        }
    }

    private List<Path> unnamed(SessionId id, Held held) throws IOException {
        return Files.isDirectory(frames(id))
                ? list(frames(id)).stream()
                        .filter(f -> !held.frames().contains(f.getFileName().toString()))
                        .toList()
                : List.of();
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
