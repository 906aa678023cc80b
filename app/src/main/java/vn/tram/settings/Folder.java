package vn.tram.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;
import vn.tram.domain.Digest;
import vn.tram.enroll.StationFault;

/// Every file of the settings folder, read once: what is checked is what is digested.
final class Folder {
    /// More than any settings file needs; a larger one is a mistake, not a setting.
    private static final long LARGEST_BYTES = 1 << 20;

    private static final TomlMapper TOML = new TomlMapper();

    private final SortedMap<String, byte[]> contents;

    private Folder(SortedMap<String, byte[]> contents) {
        this.contents = contents;
    }

    /// @throws StationFault `TK-630` when the folder or a file in it cannot be read
    static Folder read(Path folder) throws StationFault {
        var contents = new TreeMap<String, byte[]>();
        try (var found = Files.walk(folder)) {
            for (var path : found.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.size(path) > LARGEST_BYTES) {
                    throw new StationFault(
                            StationFault.Code.TK_630,
                            name + ": is larger than " + LARGEST_BYTES + " bytes");
                }
                contents.put(name, Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new StationFault(
                    StationFault.Code.TK_630, "the settings folder cannot be read", e);
        }
        return new Folder(contents);
    }

    /// The TOML files whose path starts with `prefix`, in name order.
    List<String> tomlFiles(String prefix) {
        return files(prefix, ".toml");
    }

    /// The files whose path starts with `prefix` and ends with `ending`, in name order.
    List<String> files(String prefix, String ending) {
        return contents.keySet().stream()
                .filter(f -> f.startsWith(prefix) && f.endsWith(ending))
                .toList();
    }

    /// The text of a file.
    ///
    /// @throws StationFault `TK-630` when it is not UTF-8
    String text(String file) throws StationFault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Objects.requireNonNull(contents.get(file), file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new StationFault(StationFault.Code.TK_630, file + ": is not UTF-8", e);
        }
    }

    /// The whole of one TOML file.
    ///
    /// @throws StationFault `TK-630` when there is none, or it is not TOML in UTF-8
    Table table(String file) throws StationFault {
        if (!contents.containsKey(file)) {
            throw new StationFault(StationFault.Code.TK_630, file + ": is missing");
        }
        try {
            return new Table(file, "", TOML.readValue(text(file), ObjectNode.class));
        } catch (JacksonException e) {
            // the parser has read ahead: its line is that of the token after the mistake
            var where = e.getLocation();
            var line = where == null ? "" : "at or above line " + where.getLineNr() + ": ";
            throw new StationFault(
                    StationFault.Code.TK_630, file + ": " + line + e.getOriginalMessage(), e);
        }
    }

    /// SHA-256 of the list of files: for each, in order of its path's code units, the digest of its
    /// content in hexadecimal, two spaces, the path with `/`, a line feed; in UTF-8. The same as
    /// `sha256sum` prints over the sorted files.
    Digest digest() {
        var list = new StringBuilder();
        contents.forEach((path, content) ->
                list.append(Digest.of(content)).append("  ").append(path).append('\n'));
        return Digest.of(list.toString().getBytes(StandardCharsets.UTF_8));
    }
}
