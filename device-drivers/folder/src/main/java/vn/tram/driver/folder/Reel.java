package vn.tram.driver.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.device.Fault;
import vn.tram.image.Position;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// The files under a directory in their order, and which one is next. Used by one thread.
final class Reel {
    /// Directories within directories that are looked into: by sensor, person, hand, finger.
    private static final int DEPTH = 5;

    /// What the reel shows next.
    sealed interface Turn {
        /// @param group of files taken in turn, which this one belongs to
        record Coming(String group, Path file, Decoding decoding) implements Turn {}

        /// No picture file yet.
        record Nothing() implements Turn {}

        /// The directory cannot be read any more.
        record Gone(Fault why) implements Turn {}
    }

    /// @param name the way from the directory to the file, with slashes
    private record Entry(Path file, String name, FileTime time) {}

    private record Read(Path file, FileTime time, Decoding decoding) {}

    private static final String REST = "";

    private final Playing playing;
    private final Map<String, String> lastPlayed = new HashMap<>();
    private Optional<Read> lastRead = Optional.empty();

    Reel(Playing playing) {
        this.playing = playing;
    }

    /// The file to show for that position; reads it unless it was just read. For a rolled finger
    /// that is a file of the finger, where none says that it is rolled: cards number both alike.
    Turn coming(Position position) {
        try {
            var entries = entries();
            if (entries.isEmpty()) {
                return new Turn.Nothing();
            }
            var told = telling(entries, Optional.of(position));
            var named =
                    told.isEmpty() && position.isRolled()
                            ? telling(entries, Optional.of(position.finger()))
                            : told;
            var group = named.isEmpty() ? REST : position.name();
            var next = next(group, named.isEmpty() ? rest(entries) : named);
            return new Turn.Coming(group, next.file, read(next));
        } catch (AccessDeniedException e) {
            return new Turn.Gone(new Fault.NotPermitted(String.valueOf(e.getFile())));
        } catch (IOException e) {
            return new Turn.Gone(new Fault.Disconnected(playing.address() + ": " + e));
        }
    }

    /// The reel moves on.
    void played(Turn.Coming shown) {
        lastPlayed.put(shown.group, nameOf(shown.file));
    }

    private static List<Entry> telling(List<Entry> entries, Optional<Position> position) {
        return entries.stream().filter(e -> FileName.position(e.name).equals(position)).toList();
    }

    /// Files that tell no position; all of them where each tells one.
    private static List<Entry> rest(List<Entry> entries) {
        var unnamed = telling(entries, Optional.empty());
        return unnamed.isEmpty() ? entries : unnamed;
    }

    private Entry next(String group, List<Entry> entries) {
        var last = lastPlayed.get(group);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name.equals(last)) {
                return entries.get((i + 1) % entries.size());
            }
        }
        return entries.getFirst();
    }

    private List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        collect(playing.directory(), DEPTH, entries);
        entries.sort(order());
        return entries;
    }

    private void collect(Path directory, int depth, List<Entry> entries) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (!String.valueOf(file.getFileName()).startsWith(".")) {
                    add(file, depth, entries);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// What is taken away while the directory is read is left out.
    private void add(Path file, int depth, List<Entry> entries) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory() && depth > 1) {
                collect(file, depth - 1, entries);
            } else if (attributes.isRegularFile() && Images.looksLikePicture(file)) {
                entries.add(new Entry(file, nameOf(file), attributes.lastModifiedTime()));
            }
        } catch (NoSuchFileException gone) {
            if (Files.notExists(playing.directory())) {
                throw gone;
            }
        }
    }

    private String nameOf(Path file) {
        return playing.directory().relativize(file).toString().replace('\\', '/');
    }

    private Comparator<Entry> order() {
        var byName = Comparator.comparing(Entry::name);
        return switch (playing.order()) {
            case NAME -> byName;
            case TIME -> Comparator.comparing(Entry::time).thenComparing(byName);
        };
    }

    private Decoding read(Entry entry) {
        var known =
                lastRead.filter(it -> it.file.equals(entry.file) && it.time.equals(entry.time))
                        .orElseGet(() -> new Read(entry.file, entry.time, Images.read(entry.file)));
        lastRead = Optional.of(known);
        return known.decoding;
    }
}
