package vn.tram.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tram.image.Frame;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// The image files that a command is given: files as named, directories searched in name order.
final class ImageFiles {
    private ImageFiles() {}

    /// One file, decoded when it is asked for.
    ///
    /// @param name the path as given plus what was found under it
    record ImageFile(String name, Path path) {
        /// The picture, with the file's own resolution where it states one; or why there is none.
        Decoding read() {
            return Images.read(path);
        }

        Frame frame(Decoding.Decoded decoded, Resolution otherwise) {
            var resolution =
                    decoded.resolution() instanceof Resolution.Ppi stated ? stated : otherwise;
            return new Frame(decoded.pixels(), resolution, Instant.now(), name);
        }

        /// The first columns of its row.
        Map<String, String> row(Decoding decoding) {
            var row = new LinkedHashMap<String, String>();
            row.put("file", name);
            if (decoding instanceof Decoding.Decoded(var pixels, _)) {
                row.put("width", String.valueOf(pixels.width()));
                row.put("height", String.valueOf(pixels.height()));
            }
            return row;
        }
    }

    /// Files of other kinds are skipped with a note.
    static List<ImageFile> find(List<Path> paths, PrintStream notes) throws IOException, Failure {
        var found = new ArrayList<ImageFile>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new Failure(path + " is not there. Check the path.");
            }
            try (var tree = Files.walk(path)) {
                for (var file : tree.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.isSameFile(file, path) || Images.looksLikePicture(file)) {
                        found.add(new ImageFile(file.toString(), file));
                    } else {
                        notes.println("skipped, not an image: " + file);
                    }
                }
            }
        }
        return found;
    }
}
