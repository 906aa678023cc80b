package vn.tram.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// The folder that holds everything a station keeps: mode, keys, accounts, database, outbox, audit
/// log. Readable by its owner alone.
public final class StateFolder {
    private static final String MODE = "mode";
    private static final String INCARNATION = "incarnation";
    private static final Path DATABASE_PASSWORD = Path.of(StationKeys.FOLDER, "db.secret");

    /// What a new folder has beside keys and accounts.
    private static final List<String> FOLDERS = List.of("db", "sessions", "outbox", "audit", "log");

    private static final int PASSWORD_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final Mode mode;
    private final String incarnation;

    private StateFolder(Path path, Mode mode, String incarnation) {
        this.path = path;
        this.mode = mode;
        this.incarnation = incarnation;
    }

    /// Opens a state folder; one that is missing or empty is made first, for training, with a
    /// random station id of four digits.
    ///
    /// @throws StationFault `LT-404` when the folder holds something but no known `mode`; `LT-400`
    ///   when it cannot be made or read
    public static StateFolder openOrMakeTraining(Path state) throws StationFault {
        return openOrMakeTraining(state, "%04d".formatted(RANDOM.nextInt(1, 10_000)));
    }

    /// The same with a station id for a folder that must be made. An existing one keeps its own.
    ///
    /// Made in a folder beside it, forced to disk and renamed, so that there is a whole state
    /// folder or none. Of two starters that make it at once one wins and both open the winner's.
    /// What a power cut leaves beside it (`.NAME.making-…`) is never used and may be deleted.
    ///
    /// @param station letters and digits, such as `0427`
    public static StateFolder openOrMakeTraining(Path state, String station) throws StationFault {
        UiThread.refuse("StateFolder.openOrMakeTraining");
        if (!station.matches("[0-9A-Za-z]{1,16}")) {
            throw new IllegalArgumentException("a station id is letters and digits");
        }
        var path = state.toAbsolutePath().normalize();
        try {
            if (isMissingOrEmpty(path)) {
                make(path, station);
            }
            return new StateFolder(path, modeOf(path), incarnationOf(path));
        } catch (IOException e) {
            throw new StationFault(Code.LT_400, "the state folder " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Mode mode() {
        return mode;
    }

    /// Eight random hexadecimal digits that name this state folder: batches are numbered within it.
    public String incarnation() {
        return incarnation;
    }

    /// The 256 random bits the database file is encrypted with. The caller wipes them.
    ///
    /// @throws StationFault `TK-610` when they are missing or not 32 bytes
    public byte[] databasePassword() throws StationFault {
        UiThread.refuse("StateFolder.databasePassword");
        try {
            var password = Files.readAllBytes(path.resolve(DATABASE_PASSWORD));
            if (password.length != PASSWORD_BYTES) {
                throw new StationFault(Code.TK_610, "the database password is not 32 bytes");
            }
            return password;
        } catch (IOException e) {
            throw new StationFault(Code.TK_610, "the database password", e);
        }
    }

    /// The mode of an existing state folder. A missing file is never training.
    static Mode modeOf(Path state) throws StationFault {
        try {
            var text = Files.readString(state.resolve(MODE)).strip();
            return Mode.ofText(text)
                    .orElseThrow(() -> new StationFault(Code.LT_404, "the mode in " + state));
        } catch (IOException e) {
            throw new StationFault(Code.LT_404, "no mode in " + state, e);
        }
    }

    /// The incarnation of an existing state folder.
    static String incarnationOf(Path state) throws StationFault {
        try {
            var text = Files.readString(state.resolve(INCARNATION)).strip();
            if (!text.matches("[0-9a-f]{8}")) {
                throw new StationFault(Code.LT_404, "the incarnation in " + state);
            }
            return text;
        } catch (IOException e) {
            throw new StationFault(Code.LT_404, "no incarnation in " + state, e);
        }
    }

    private static boolean isMissingOrEmpty(Path path) throws IOException {
        if (Files.notExists(path)) {
            return true;
        }
        try (var entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void make(Path path, String station) throws IOException, StationFault {
        var parent = path.getParent();
        if (parent == null) {
            throw new IOException("a file system's root is no state folder");
        }
        Files.createDirectories(parent);
        var part = parent.resolve("." + path.getFileName() + ".making-" + UUID.randomUUID());
        WholeFile.makeFolder(part);
        try {
            fill(part, station);
            if (moved(part, path)) {
                WholeFile.forceFolder(parent);
            }
        } finally {
            if (Files.exists(part)) {
                deleteTree(part);
            }
        }
    }

    private static void fill(Path part, String station) throws IOException, StationFault {
        var incarnation = HexFormat.of().formatHex(random(4));
        for (var folder : FOLDERS) {
            WholeFile.makeFolder(part.resolve(folder));
        }
        WholeFile.writeSecret(part.resolve(MODE), ascii(Mode.TRAINING.text()));
        WholeFile.writeSecret(part.resolve(INCARNATION), ascii(incarnation));
        TrainingAuthority.at(Instant.now()).provision(part, station);
        WholeFile.writeSecret(part.resolve(DATABASE_PASSWORD), random(PASSWORD_BYTES));
        FileAccounts.provisionTraining(part);
        ChainedAuditLog.provision(
                part, incarnation, StationKeys.load(part), InstantSource.system());
    }

    /// Gives the finished folder its name, unless another starter was faster.
    private static boolean moved(Path part, Path path) throws IOException {
        try {
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (Files.exists(path.resolve(MODE))) {
                return false;
            }
            throw e;
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random(int bytes) {
        var bits = new byte[bytes];
        RANDOM.nextBytes(bits);
        return bits;
    }

    @Override
    public String toString() {
        return "StateFolder[" + path + ", " + mode + "]";
    }
}
