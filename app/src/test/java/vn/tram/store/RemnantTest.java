package vn.tram.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.AEADBadTagException;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SignOff;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Whoever takes the state folder and knows the database's password finds no image of a sealed
/// session, and does find those of a session that is not sealed.
///
/// Searched for runs of the frames' samples are: every file as it is; the database's file under its
/// cipher, all pages of it, those in use and those given up; every frame file, opened with its key
/// file and the salt in the session's row. The store writes samples in no other form (no PNG, no
/// text), so for no other is searched. Nor is the disk under the files: blocks that the file system
/// gave up are noise without the key, and the key's own block was overwritten as far as the disk
/// overwrites in place. In the database's given-up pages the salt may remain; it opens nothing.
class RemnantTest {
    /// Samples in a row that would give an image away. By chance, one of some 30,000 runs of eight
    /// bytes would lie in ten megabytes of noise once in 60 million searches.
    private static final int RUN = Long.BYTES;

    private static final Frame FACE = Given.gray(400, 300, 31);
    private static final Frame SLAP = Given.gray(400, 300, 32);
    private static final List<Frame> CAPTURED = List.of(FACE, SLAP);

    @TempDir Path state;
    @TempDir Path copies;

    @Test
    void afterSealingNoImageIsFoundNeitherOpenNorClosed() throws Exception {
        try (var database = Database.open(state, Given.PASSWORD)) {
            var captured = captured(database);
            assertThat(found(CAPTURED)).isEqualTo(frames(captured));
            seal(database, signedOff(database, captured));
            assertThat(found(CAPTURED)).isEmpty();
        }
        assertThat(found(CAPTURED)).isEmpty();
    }

    /// The control: the same search, the same frames.
    @Test
    void withoutSealingTheImagesAreFoundOpenAndClosed() throws Exception {
        Session captured;
        try (var database = Database.open(state, Given.PASSWORD)) {
            captured = captured(database);
            assertThat(found(CAPTURED)).isEqualTo(frames(captured));
        }
        assertThat(found(CAPTURED)).isEqualTo(frames(captured));
    }

    /// The child's frames are made of the seeds that it says. The sessions that it left open are
    /// the control.
    @Test
    void afterAKillNoImageOfAnEndedSessionIsFound() throws Exception {
        List<String> said;
        try (var child = Child.start(state, "5")) {
            child.await("sealed", 2);
            child.await("left", 1);
            said = child.killAfter(Duration.ZERO);
        }
        var ended = framesOf(said, "sealed", "cancelled");
        var open = framesOf(said, "left");
        assertThat(found(ended.values())).isEmpty();
        assertThat(found(open.values())).isNotEmpty().isEqualTo(open.keySet());
        try (var database = Database.open(state, Given.PASSWORD)) {
            database.sessions().recover();
        }
        assertThat(found(ended.values())).isEmpty();
        assertThat(found(open.values())).isEqualTo(open.keySet());
    }

    /// The search finds an image in a page of the database that was given up.
    @Test
    void anImageThatWasEverInTheDatabaseWouldBeFound() throws Exception {
        try (var database = Database.open(state, Given.PASSWORD)) {
            seal(database, signedOff(database, captured(database)));
        }
        try (var connection = connection(state);
                var statement = connection.createStatement()) {
            statement.execute("create table leak (image varbinary)");
            try (var insert = connection.prepareStatement("insert into leak values (?)")) {
                insert.setBytes(1, FACE.pixels().toBytes());
                insert.execute();
            }
            statement.execute("checkpoint sync");
            statement.execute("delete from leak");
            statement.execute("checkpoint sync");
            statement.execute("shutdown immediately");
        }
        assertThat(found(CAPTURED)).containsExactly("db/tram.mv.db decrypted");
    }

    private static Session captured(Database database) throws StationFault {
        var sessions = database.sessions();
        var session = Given.opened();
        sessions.open(session);
        session = Given.captured(sessions, session, Position.FACE, 1, FACE);
        return Given.captured(sessions, session, Position.RIGHT_FOUR, 1, SLAP);
    }

    private static Set<String> frames(Session captured) {
        return Set.of(name(captured.id(), Position.FACE), name(captured.id(), Position.RIGHT_FOUR));
    }

    private static String name(SessionId id, Position position) {
        return "sessions/" + id + ".frames/" + SessionFiles.name(position, 1) + " decrypted";
    }

    private static Session signedOff(Database database, Session captured) throws StationFault {
        var signOff = new SignOff("canbo1", Given.AT, true);
        return Given.saved(
                database.sessions(),
                captured.change().stage(Stage.SIGNED_OFF).signOff(Optional.of(signOff)).made());
    }

    private static void seal(Database database, Session signedOff) throws StationFault {
        var dossier = Given.dossier(signedOff.id());
        database.sessions().seal(Given.sealed(signedOff, dossier), dossier);
    }

    /// The frames the child stored, by the names of their files, of the sessions after these words.
    private static Map<String, Frame> framesOf(List<String> said, String... verbs) {
        var ids = new HashSet<String>();
        said.stream()
                .map(l -> l.split(" "))
                .filter(w -> List.of(verbs).contains(w[0]))
                .forEach(w -> ids.add(w[1]));
        return said.stream()
                .map(l -> l.split(" "))
                .filter(w -> w[0].equals("stored") && ids.contains(w[1]))
                .collect(
                        toMap(
                                w -> name(SessionId.of(w[1]), Position.valueOf(w[2])),
                                w -> Child.frame(Long.parseLong(w[5]))));
    }

    /// Every file of the state folder in which a run of the frames' samples lies, as it is or
    /// decrypted. Searched is a copy, which may be opened while the store has the folder.
    private Set<String> found(Collection<Frame> frames) throws IOException, SQLException {
        var runs = runs(frames);
        var copy = copy();
        var salts = salts(copy);
        var found = new TreeSet<String>();
        for (var file : files(state)) {
            var name = name(state, file);
            var bytes = Files.readAllBytes(file);
            if (contains(bytes, runs)) {
                found.add(name);
            }
            var clear = name.endsWith(".mv.db") ? decrypted(bytes) : decrypted(file, salts);
            if (contains(clear, runs)) {
                found.add(name + " decrypted");
            }
        }
        return found;
    }

    private Path copy() throws IOException {
        var copy = Files.createTempDirectory(copies, "state");
        Files.createDirectories(copy.resolve("db"));
        Files.copy(
                state.resolve("db").resolve("tram.mv.db"),
                copy.resolve("db").resolve("tram.mv.db"));
        return copy;
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        return files;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /// A frame's file under its session's key; nothing for other files and where a half of the key
    /// is gone.
    private static byte[] decrypted(Path file, Map<String, String> salts) throws IOException {
        var folder = file.getParent();
        var id = folder.getFileName().toString().replaceFirst("\\.frames$", "");
        var key = folder.resolveSibling(id + ".key");
        var salt = salts.get(id);
        if (salt == null || Files.notExists(key)) {
            return new byte[0];
        }
        var cipher = new FrameCipher(SessionId.of(id), Files.readAllBytes(key), salt);
        var name = file.getFileName().toString().split("-");
        var position = Position.ofCode(Integer.parseInt(name[0])).orElseThrow();
        try {
            return cipher.decrypt(position, Integer.parseInt(name[1]), Files.readAllBytes(file));
        } catch (AEADBadTagException e) {
            throw new AssertionError("a frame that its own key does not open: " + file, e);
        }
    }

    /// Undoes H2's file cipher with the password alone, on all the file.
    private static byte[] decrypted(byte[] database) throws IOException {
        var password = HexFormat.of().formatHex(Given.PASSWORD).toCharArray();
        var copy = "memFS:remnants";
        try (var out = FilePath.get(copy).newOutputStream(false)) {
            out.write(database);
        }
        try (var clear =
                new FileEncrypt(
                        copy,
                        FilePathEncrypt.getPasswordBytes(password),
                        FilePath.get(copy).open("r"))) {
            var content = ByteBuffer.allocate(Math.toIntExact(clear.size()));
            while (content.hasRemaining()) {
                int count = clear.read(content, content.position());
                assertThat(count).as("read at %d", content.position()).isPositive();
            }
            assertThat(content.array()).as("decrypted").startsWith("H:2,".getBytes(US_ASCII));
            return content.array();
        } finally {
            FilePath.get(copy).delete();
        }
    }

    /// By session; without those whose salt is gone.
    private static Map<String, String> salts(Path state) throws SQLException {
        try (var connection = connection(state);
                var statement = connection.createStatement()) {
            var salts = new HashMap<String, String>();
            try (var rows =
                    statement.executeQuery(
                            "select id, frame_salt from session where frame_salt is not null")) {
                while (rows.next()) {
                    salts.put(rows.getString(1), rows.getString(2));
                }
            }
            statement.execute("shutdown immediately");
            return salts;
        }
    }

    private static Connection connection(Path state) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + state.resolve("db").resolve("tram") + ";CIPHER=AES;WRITE_DELAY=0",
                "tram",
                HexFormat.of().formatHex(Given.PASSWORD) + " ");
    }

    /// All runs of the frames' samples that begin at multiples of their length: a copied stretch of
    /// twice the length holds one.
    private static Set<Long> runs(Collection<Frame> frames) {
        var runs = new HashSet<Long>();
        for (var frame : frames) {
            var samples = ByteBuffer.wrap(frame.pixels().toBytes());
            for (int at = 0; at + RUN <= samples.limit(); at += RUN) {
                runs.add(samples.getLong(at));
            }
        }
        return runs;
    }

    private static boolean contains(byte[] bytes, Set<Long> runs) {
        var content = ByteBuffer.wrap(bytes);
        for (int at = 0; at + RUN <= bytes.length; at++) {
            if (runs.contains(content.getLong(at))) {
                return true;
            }
        }
        return false;
    }
}
