package vn.tram.security;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;

/// What checking a whole audit log found.
///
/// Any edit, insertion, deletion or reordering of entries shows. Entries cut off the end show down
/// to the signed head; entries after it do not. An older log put back together with the head that
/// belonged to it shows down to the newest [Anchor] it is held against: the heads that left the
/// station in batches.
public sealed interface AuditVerification {
    /// Every entry follows from the one before.
    ///
    /// @param entries how many
    /// @param anchored the entry up to which the station's signed head vouches
    /// @param anchoredAt when that was signed
    record Holds(long entries, long anchored, Instant anchoredAt) implements AuditVerification {}

    /// The first place where the log does not hold.
    ///
    /// @param entry its number from 1; 0 when it is the signed head itself
    /// @param why a phrase that follows on *entry N*
    record Broken(long entry, String why) implements AuditVerification {}

    /// Where the log once stood, told by something else than the log.
    ///
    /// @param name of what tells it, such as a batch's file
    record Anchor(String name, AuditHead head) {}

    /// Checks the audit log of a state folder from its origin to its end. A last line without its
    /// end was never acknowledged to anybody and does not count.
    ///
    /// @throws StationFault `TK-620` when the log cannot be read; `TK-610`, `LT-404`
    static AuditVerification verify(Path state, List<Anchor> anchors) throws StationFault {
        UiThread.refuse("AuditVerification.verify");
        var origin = AuditHead.origin(StateFolder.incarnationOf(state));
        var keys = StationKeys.load(state);
        try {
            var anchor = AuditAnchor.read(state, keys.certificate());
            return new Walk(origin, anchor, anchors).through(state.resolve(ChainedAuditLog.FILE));
        } catch (NoSuchFileException e) {
            return new Broken(0, "is missing: " + e.getFile());
        } catch (GeneralSecurityException e) {
            return new Broken(0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new StationFault(Code.TK_620, "the audit log in " + state, e);
        }
    }

    /// One pass over the entries.
    final class Walk {
        private final AuditAnchor anchor;
        private final Map<Long, List<Anchor>> others;
        private AuditHead head;

        private Walk(AuditHead origin, AuditAnchor anchor, List<Anchor> others) {
            this.others =
                    others.stream()
                            .collect(groupingBy(a -> a.head().sequence(), TreeMap::new, toList()));
            this.head = origin;
            this.anchor = anchor;
        }

        private AuditVerification through(Path file) throws IOException {
            try (var lines = Files.newBufferedReader(file)) {
                if (anchor.sequence() == 0 && !anchor.head().equals(head)) {
                    return new Broken(0, "the signed head belongs to another log");
                }
                var foreign = contradicted();
                if (foreign.isPresent()) {
                    return new Broken(0, foreign.get() + " belongs to another log");
                }
                for (var line = whole(lines); line != null; line = whole(lines)) {
                    var broken = step(line);
                    if (broken != null) {
                        return broken;
                    }
                }
            } catch (CharacterCodingException e) {
                return new Broken(head.sequence() + 1, "is not UTF-8");
            }
            if (head.sequence() < anchor.sequence()) {
                return new Broken(
                        head.sequence() + 1,
                        "is missing: the signed head counts " + anchor.sequence());
            }
            for (var other : others.entrySet()) {
                if (other.getKey() > head.sequence()) {
                    return new Broken(
                            head.sequence() + 1,
                            "is missing: %s counts %d"
                                    .formatted(other.getValue().getFirst().name(), other.getKey()));
                }
            }
            return new Holds(head.sequence(), anchor.sequence(), Instant.parse(anchor.time()));
        }

        /// Who tells another hash for the entry that was reached.
        private Optional<String> contradicted() {
            return others.getOrDefault(head.sequence(), List.of()).stream()
                    .filter(a -> !a.head().equals(head))
                    .map(Anchor::name)
                    .findFirst();
        }

        private @Nullable Broken step(String line) {
            long next = head.sequence() + 1;
            var read = AuditEntry.read(line);
            if (read.isEmpty()) {
                return new Broken(next, "is not in the log's form");
            }
            var entry = read.get();
            if (entry.sequence() != next) {
                return new Broken(next, "carries the number " + entry.sequence());
            }
            if (!entry.hashHolds()) {
                return new Broken(next, "was changed: its hash does not hold");
            }
            if (!entry.previous().equals(head.hash().hex())) {
                return new Broken(next, "does not follow on the entry before");
            }
            head = entry.head();
            if (next == anchor.sequence() && !anchor.head().equals(head)) {
                return new Broken(next, "is not the one the station signed");
            }
            return contradicted()
                    .map(name -> new Broken(next, "is not the one that " + name + " names"))
                    .orElse(null);
        }

        /// A line with its end; null at the end of the file and for a line without one.
        private static @Nullable String whole(BufferedReader lines) throws IOException {
            var line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n') {
                    return line.toString();
                }
                line.append((char) c);
            }
            return null;
        }
    }
}
