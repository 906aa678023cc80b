package vn.tram.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import vn.tram.domain.Digest;

/// A batch taken apart by the platform's ZIP reader, changed, and put together again with headers
/// that fit: what a forger would do.
final class Parts {
    private record Part(String name, byte[] content) {}

    private final List<Part> parts = new ArrayList<>();

    static Parts of(Path file) throws IOException {
        var parts = new Parts();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.parts.add(new Part(entry.getName(), zip.readAllBytes()));
            }
        }
        return parts;
    }

    List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    void change(String name, Consumer<byte[]> change) {
        change.accept(parts.get(names().indexOf(name)).content());
    }

    void swap(int one, int other) {
        Collections.swap(parts, one, other);
    }

    void insert(int at, String name, byte[] content) {
        parts.add(at, new Part(name, content));
    }

    void remove(int at) {
        parts.remove(at);
    }

    void remakeManifest() {
        var lines =
                parts.stream()
                        .filter(p -> !p.name().startsWith("META-INF/"))
                        .map(p -> new Manifest.Line(p.name(), Digest.of(p.content())))
                        .toList();
        int at = names().indexOf(BatchFormat.MANIFEST);
        parts.set(at, new Part(BatchFormat.MANIFEST, Manifest.of(lines)));
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        var zip = new CanonicalZip.Writer(out);
        for (var part : parts) {
            zip.add(part.name(), part.content());
        }
        zip.finish();
        return out.toByteArray();
    }

    void write(Path file) throws IOException {
        Files.write(file, bytes());
    }
}
