package vn.tram.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.calibration.Chain.Link;
import vn.tram.calibration.Seal.SealFailed;
import vn.tram.domain.Digest;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// The certificates of a station, a folder a device: `0001.p7s`, `0002.p7s` … and `head.p7s`, which
/// names the last one. Each is signed by the station around its JSON and holds the digest of the
/// file before.
///
/// A file that is changed, removed, exchanged or added shows in [#of]. Whoever puts back an older
/// copy of a device's whole folder is found by the audit log alone, which has an entry for each
/// certificate.
///
/// Safe for use by one thread at a time.
public final class Certificates {
    private static final String HEAD = "head.p7s";
    private static final int NAME_DIGITS = 16;

    /// More than any certificate needs.
    private static final long LARGEST_BYTES = 4 << 20;

    private final Path folder;
    private final Seal seal;

    public Certificates(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /// The folder of one device.
    public Path folder(Entry.Subject device) {
        var name = device.make() + '\0' + device.model() + '\0' + device.serial();
        return folder.resolve(
                Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, NAME_DIGITS));
    }

    /// Everything that was issued for a device.
    ///
    /// @throws IOException when a file cannot be read, which is not the same as broken
    public Chain of(Entry.Subject device) throws IOException {
        UiThread.refuse("reading certificates");
        var home = folder(device);
        if (!Files.isDirectory(home)) {
            return new Chain.Whole(List.of());
        }
        var links = new ArrayList<Link>();
        var before = Optional.<Digest>empty();
        for (int number = 1; Files.exists(file(home, number)); number++) {
            var bytes = read(file(home, number));
            var entry = seal.opened(bytes).flatMap(Documents::entry);
            if (entry.isEmpty()) {
                return new Chain.Broken(number, "was changed, or not signed by this station");
            }
            if (entry.get().number() != number || !entry.get().before().equals(before)) {
                return new Chain.Broken(number, "does not follow the one before");
            }
            if (!sameDevice(entry.get().device(), device)) {
                return new Chain.Broken(number, "is another device's");
            }
            var digest = Digest.of(bytes);
            links.add(new Link(entry.get(), digest));
            before = Optional.of(digest);
        }
        return held(home, links);
    }

    /// A crash between an entry and the head leaves the head one behind: no more.
    private Chain held(Path home, List<Link> links) throws IOException {
        var file = home.resolve(HEAD);
        if (Files.notExists(file)) {
            return links.size() <= 1
                    ? new Chain.Whole(links)
                    : new Chain.Broken(links.size(), "has no head that names it");
        }
        var head = seal.opened(read(file)).flatMap(Documents::head);
        if (head.isEmpty()) {
            return new Chain.Broken(links.size(), "has a head that was changed");
        }
        int last = head.get().number();
        if (last > links.size() || last < 1 || last < links.size() - 1) {
            return new Chain.Broken(Math.max(1, last), "is missing, or more were put behind it");
        }
        return links.get(last - 1).digest().equals(head.get().digest())
                ? new Chain.Whole(links)
                : new Chain.Broken(last, "is not the one that the head names");
    }

    private static boolean sameDevice(Entry.Subject a, Entry.Subject b) {
        return a.make().equals(b.make())
                && a.model().equals(b.model())
                && a.serial().equals(b.serial());
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException(file.getFileName() + " is larger than any certificate");
        }
        return Files.readAllBytes(file);
    }

    private static Path file(Path home, int number) {
        return home.resolve("%04d.p7s".formatted(number));
    }

    /// Numbers, chains, signs and stores a certificate; durable when it returns.
    ///
    /// @throws IOException when the disk does not take it, or the chain is broken: then the
    ///   technician moves the device's folder away, which the audit log remembers
    public Link issue(Certificate draft) throws IOException, SealFailed {
        return append(
                draft.device(),
                draft.at(),
                (number, before) ->
                        new Certificate(
                                number,
                                draft.device(),
                                draft.driver(),
                                draft.program(),
                                draft.station(),
                                draft.technician(),
                                draft.at(),
                                draft.until(),
                                draft.targets(),
                                draft.measures(),
                                draft.missing(),
                                draft.curves(),
                                draft.pictures(),
                                before));
    }

    /// Lets a device be used until then, whatever its certificate says.
    public Link extend(
            Entry.Subject device,
            Digest certificate,
            Instant until,
            String by,
            String reason,
            Instant now)
            throws IOException, SealFailed {
        return append(
                device,
                now,
                (number, before) ->
                        new Entry.Extension(
                                number, device, certificate, until, by, reason, now, before));
    }

    private interface Making {
        Entry of(int number, Optional<Digest> before);
    }

    private Link append(Entry.Subject device, Instant at, Making making)
            throws IOException, SealFailed {
        UiThread.refuse("issuing a certificate");
        var links =
                switch (of(device)) {
                    case Chain.Whole(var whole) -> whole;
                    case Chain.Broken(var entry, var why) ->
                            throw new IOException("certificate " + entry + " " + why);
                };
        var home = folder(device);
        WholeFile.makeFolder(home);
        int number = links.size() + 1;
        var before =
                links.isEmpty() ? Optional.<Digest>empty() : Optional.of(links.getLast().digest());
        var entry = making.of(number, before);
        var bytes = seal.sealed(Documents.of(entry), at);
        // the head may be one behind: first bring it up, so that it is never two
        if (number > 1) {
            putHead(home, number - 1, links.getLast().digest(), at);
        }
        WholeFile.write(file(home, number), bytes);
        var digest = Digest.of(bytes);
        putHead(home, number, digest, at);
        return new Link(entry, digest);
    }

    private void putHead(Path home, int number, Digest digest, Instant at)
            throws IOException, SealFailed {
        var head = Documents.of(new Documents.Head(Documents.FORMAT, number, digest));
        WholeFile.write(home.resolve(HEAD), seal.sealed(head, at));
    }
}
