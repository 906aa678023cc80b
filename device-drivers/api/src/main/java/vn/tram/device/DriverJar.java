package vn.tram.device;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarInputStream;
import org.jspecify.annotations.Nullable;

/// A driver's jar, read once and whole into memory: what was checked is what runs, whatever happens
/// to the file afterwards.
///
/// Its classes see the platform, `vn.tram.image`, `vn.tram.device`, `vn.tram.imaging`, JSpecify and
/// SLF4J; never the station and never another driver. A jar brings its other libraries inside
/// itself: the `Class-Path` of its manifest is not followed.
final class DriverJar {
    /// A driver with its native library and models; more is not read.
    static final int MOST_BYTES = 128 << 20;

    private final String name;
    private final Map<String, Entry> entries;

    /// A file of the jar; no signers when it is not signed.
    record Entry(byte[] content, List<CodeSigner> signers) {}

    private DriverJar(String name, Map<String, Entry> entries) {
        this.name = name;
        this.entries = entries;
    }

    /// @throws IOException when it is no jar, larger than [#MOST_BYTES] unpacked, or signed and
    ///   changed since
    static DriverJar read(Path file) throws IOException {
        var entries = new HashMap<String, Entry>();
        int left = MOST_BYTES;
        try (var jar = new JarInputStream(Files.newInputStream(file), true)) {
            for (var entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                var content = jar.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new IOException("it is larger than " + MOST_BYTES + " bytes unpacked");
                }
                if (!entry.isDirectory()) {
                    // signers are known only now that the whole entry was read
                    var signers = entry.getCodeSigners();
                    entries.put(
                            entry.getName(),
                            new Entry(content, signers == null ? List.of() : List.of(signers)));
                }
            }
            if (entries.isEmpty()) {
                throw new IOException("it is empty, or no jar");
            }
            var manifest = jar.getManifest();
            if (manifest != null) {
                for (var listed : manifest.getEntries().keySet()) {
                    if (!listed.endsWith("/") && !entries.containsKey(listed)) {
                        throw new IOException(listed + " of its manifest is missing");
                    }
                }
            }
        } catch (SecurityException e) {
            throw new IOException("its signature does not fit its contents", e);
        }
        return new DriverJar(file.getFileName().toString(), Map.copyOf(entries));
    }

    String name() {
        return name;
    }

    /// Everything but the signature itself, which cannot sign itself.
    Map<String, Entry> signable() {
        var signable = new HashMap<>(entries);
        signable.keySet().removeIf(DriverJar::isSignature);
        return signable;
    }

    private static boolean isSignature(String entry) {
        var upper = entry.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && upper.indexOf('/', 9) < 0
                && (upper.endsWith(".SF")
                        || upper.endsWith(".RSA")
                        || upper.endsWith(".DSA")
                        || upper.endsWith(".EC"));
    }

    /// A loader of its classes.
    ///
    /// @param station where the SPI is
    ClassLoader loader(ClassLoader station) {
        return new Contents(name, entries, new Window(station));
    }

    /// What of the station a driver sees.
    private static final class Window extends ClassLoader {
        private static final List<String> SHOWN =
                List.of(
                        "vn.tram.image.",
                        "vn.tram.device.",
                        "vn.tram.imaging.",
                        "org.jspecify.",
                        "org.slf4j.");

        private final ClassLoader station;

        private Window(ClassLoader station) {
            super(ClassLoader.getPlatformClassLoader());
            this.station = station;
        }

        @Override
        protected Class<?> findClass(String type) throws ClassNotFoundException {
            if (SHOWN.stream().anyMatch(type::startsWith)) {
                return station.loadClass(type);
            }
            throw new ClassNotFoundException(type);
        }
    }

    private static final class Contents extends ClassLoader {
        private final Map<String, Entry> entries;

        private Contents(String name, Map<String, Entry> entries, ClassLoader parent) {
            super(name, parent);
            this.entries = entries;
        }

        @Override
        protected Class<?> findClass(String type) throws ClassNotFoundException {
            var entry = entries.get(type.replace('.', '/') + ".class");
            if (entry == null) {
                throw new ClassNotFoundException(type);
            }
            return defineClass(type, entry.content(), 0, entry.content().length);
        }

        @Override
        protected @Nullable URL findResource(String resource) {
            var entry = entries.get(resource);
            return entry == null ? null : url(resource, entry.content());
        }

        @Override
        protected Enumeration<URL> findResources(String resource) {
            var url = findResource(resource);
            return url == null
                    ? Collections.emptyEnumeration()
                    : Collections.enumeration(List.of(url));
        }

        private URL url(String resource, byte[] content) {
            try {
                // the path is escaped by this constructor; a name may hold anything
                var address = new URI("driver", getName(), "/" + resource, null);
                return URL.of(address, new InMemory(content));
            } catch (java.net.URISyntaxException | java.net.MalformedURLException e) {
                throw new IllegalStateException("a URL of a resource", e);
            }
        }
    }

    private static final class InMemory extends URLStreamHandler {
        private final byte[] content;

        private InMemory(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}
