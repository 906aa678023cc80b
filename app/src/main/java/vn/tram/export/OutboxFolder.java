package vn.tram.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;
import vn.tram.task.WholeFile;

/// The files of the outbox beside the records of the outbox, and what to do when a crash left them
/// apart. A file comes before its record and goes after it.
final class OutboxFolder {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxFolder.class);

    private final StateFolder state;
    private final StationKeys keys;
    private final Outbox outbox;
    private final Path folder;

    OutboxFolder(StateFolder state, StationKeys keys, Outbox outbox) {
        this.state = state;
        this.keys = keys;
        this.outbox = outbox;
        this.folder = state.path().resolve("outbox");
    }

    Path file(Batch batch) {
        return folder.resolve(batch.file());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Deletes what is unfinished or answered, and records a batch whose file was written whole
    /// before its record could be: its number is used, so it must be that very file.
    ///
    /// @throws StationFault `XL-506` when a genuine batch does not fit the records: the database is
    ///   older than the outbox, and numbers would be used twice
    void heal() throws StationFault {
        var known = known();
        var orphans = new ArrayList<Path>();
        for (var file : files()) {
            var name = String.valueOf(file.getFileName());
            var batch = known.get(name);
            if (name.endsWith(WholeFile.PART)
                    || (batch != null && batch.state() == Batch.State.RECEIPTED)) {
                delete(file);
            } else if (name.endsWith(BatchFormat.SUFFIX) && batch == null) {
                orphans.add(file);
            }
        }
        for (var orphan : orphans) {
            adopt(orphan);
        }
    }

    private Map<String, Batch> known() throws StationFault {
        var known = new HashMap<String, Batch>();
        outbox.batches().forEach(b -> known.put(b.file(), b));
        return known;
    }

    private List<Path> files() throws StationFault {
        try (var files = Files.newDirectoryStream(folder)) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            all.removeIf(f -> !Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS));
            all.sort(Comparator.naturalOrder());
            return all;
        } catch (IOException e) {
            throw new StationFault(Code.XL_506, "listing the outbox", e);
        }
    }

    void delete(Path file) throws StationFault {
        try {
            WholeFile.delete(file);
        } catch (IOException e) {
            throw new StationFault(Code.XL_506, "deleting " + file.getFileName(), e);
        }
    }

    private void adopt(Path orphan) throws StationFault {
        switch (verify(orphan)) {
            case Verification.Genuine(var index, var digest, _) -> {
                if (!isNext(index)) {
                    throw new StationFault(
                            Code.XL_506,
                            orphan.getFileName() + " is genuine and unknown to the database");
                }
                outbox.made(index.batch(digest, Batch.State.MADE));
                LOG.info(
                        "Recorded batch {}, whose file an interruption left alone", index.number());
            }
            case Verification.Broken(var problems) -> {
                // never recorded, so never delivered: its dossiers still wait
                LOG.warn("Deleting {}: {}", orphan.getFileName(), problems);
                delete(orphan);
            }
        }
    }

    private boolean isNext(BatchIndex index) throws StationFault {
        var last = outbox.last();
        var waiting = Set.copyOf(outbox.waiting());
        if (!index.station().equals(keys.station())
                || !index.incarnation().equals(state.incarnation())
                || index.mode() != state.mode()
                || index.number() != last.map(Batch::number).orElse(0L) + 1
                || !index.previous().equals(last.map(Batch::digest))) {
            return false;
        }
        for (var item : index.dossiers()) {
            if (!waiting.contains(item.session())
                    || !digest(item.session()).equals(item.digest())) {
                return false;
            }
        }
        return true;
    }

    private Digest digest(SessionId session) throws StationFault {
        return outbox.dossier(session).digest();
    }

    /// Verifies a file of the outbox.
    Verification verify(Path file) throws StationFault {
        try {
            return BatchVerifier.verify(file, keys.ca());
        } catch (IOException e) {
            throw new StationFault(Code.XL_502, "reading back " + file.getFileName(), e);
        }
    }

    /// The file of a recorded batch, compared with its record.
    ///
    /// @throws StationFault `XL-506` when it is gone, `XL-502` when it changed
    Path intact(Batch batch) throws StationFault {
        var file = file(batch);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StationFault(Code.XL_506, "the outbox lacks " + batch.file());
        }
        try {
            if (!FileDigest.of(file).equals(batch.digest())) {
                throw new StationFault(Code.XL_502, batch.file() + " changed in the outbox");
            }
            return file;
        } catch (IOException e) {
            throw new StationFault(Code.XL_502, "reading " + batch.file(), e);
        }
    }
}
