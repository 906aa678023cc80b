package vn.tram.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.SessionId;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// The audit log as a chain of hashes in `audit/audit.jsonl`, one [AuditEntry] a line, each forced
/// to disk before [#append] returns.
///
/// The station signs the head (`audit/head`) after each event of [#ANCHORING], when told to by
/// [#anchor], and when the log is closed; [AuditVerification] says what that shows and what not. A
/// clock that was set back or cannot be right is an entry of its own, before the one at which it
/// was noticed. Safe for several threads; one program at a time has the state folder.
public final class ChainedAuditLog implements AuditLog, AutoCloseable {
    static final Path FILE = Path.of("audit", "audit.jsonl");

    /// Events after which the head is signed: something left the operator's hands, or somebody may
    /// wish that it was not written down.
    public static final Set<String> ANCHORING =
            Set.of(
                    "session-signed-off",
                    "session-sealed",
                    "session-cancelled",
                    "batch-made",
                    "receipt-refused",
                    "signed-in",
                    "sign-in-refused",
                    "clock-set-back",
                    "clock-implausible",
                    "state-restored");

    private static final Logger LOG = LoggerFactory.getLogger(ChainedAuditLog.class);

    private static final Pattern EVENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// No entry is longer: a detail is codes and counts.
    private static final int LONGEST_LINE = 64 * 1024;

    private final Path state;
    private final StationKeys keys;
    private final InstantSource clock;
    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final ClockWatch watch;
    private AuditHead head;
    private AuditHead signed;

    private ChainedAuditLog(
            Path state,
            StationKeys keys,
            InstantSource clock,
            FileChannel channel,
            ClockWatch watch,
            AuditHead head,
            AuditHead signed) {
        this.state = state;
        this.keys = keys;
        this.clock = clock;
        this.channel = channel;
        this.watch = watch;
        this.head = head;
        this.signed = signed;
    }

    /// Opens the log of a state folder and checks its last entry and signed head, not all of it.
    /// Half a line that a crash left at the end is cut off: nobody was told it is stored.
    ///
    /// @throws StationFault `TK-620` when it is missing, unreadable, or ends otherwise than signed
    public static ChainedAuditLog open(StateFolder folder, StationKeys keys) throws StationFault {
        return open(folder, keys, InstantSource.system());
    }

    /// @param clock what the entries' times are taken from
    public static ChainedAuditLog open(StateFolder folder, StationKeys keys, InstantSource clock)
            throws StationFault {
        UiThread.refuse("ChainedAuditLog.open");
        var state = folder.path();
        try {
            var anchor = AuditAnchor.read(state, keys.certificate());
            var channel =
                    FileChannel.open(
                            state.resolve(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                var last = tail(channel);
                var origin = AuditHead.origin(folder.incarnation());
                var head = last.map(AuditEntry::head).orElse(origin);
                requireReaches(head, anchor.head());
                var watch =
                        new ClockWatch(
                                keys.certificate(),
                                Instant.parse(last.map(AuditEntry::time).orElse(anchor.time())),
                                System::nanoTime);
                return new ChainedAuditLog(state, keys, clock, channel, watch, head, anchor.head());
            } catch (IOException | GeneralSecurityException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StationFault(Code.TK_620, "the audit log in " + state, e);
        }
    }

    @Override
    public void append(String event, String by, Optional<SessionId> session, String detail)
            throws StationFault {
        UiThread.refuse("ChainedAuditLog.append");
        if (!EVENT.matcher(event).matches()) {
            throw new IllegalArgumentException("an event is lower-dash");
        }
        lock.lock();
        try {
            var now = clock.instant();
            var doubt = watch.doubt(now);
            if (doubt.isPresent()) {
                LOG.warn("The clock: {} {}", doubt.get().event(), doubt.get().detail());
                add(now, doubt.get().event(), "station", Optional.empty(), doubt.get().detail());
            }
            add(now, event, by, session, detail);
        } finally {
            lock.unlock();
        }
    }

    private void add(
            Instant now, String event, String by, Optional<SessionId> session, String detail)
            throws StationFault {
        var entry = AuditEntry.after(head, now, event, by, session, detail);
        write((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
        head = entry.head();
        if (ANCHORING.contains(event)) {
            sign();
        }
    }

    /// Where the log ends now.
    public AuditHead head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /// Signs the head and writes it to `audit/head`.
    ///
    /// @return what was signed
    /// @throws StationFault `TK-620`
    public AuditHead anchor() throws StationFault {
        UiThread.refuse("ChainedAuditLog.anchor");
        lock.lock();
        try {
            sign();
            return head;
        } finally {
            lock.unlock();
        }
    }

    /// Signs the head, if anything came after the signed one, and closes. Idempotent.
    @Override
    public void close() throws StationFault {
        UiThread.refuse("ChainedAuditLog.close");
        lock.lock();
        try (channel) {
            if (channel.isOpen() && !signed.equals(head)) {
                sign();
            }
        } catch (IOException e) {
            throw new StationFault(Code.TK_620, "the audit log does not close", e);
        } finally {
            lock.unlock();
        }
    }

    private void sign() throws StationFault {
        try {
            AuditAnchor.sign(head, clock.instant(), keys).write(state);
            signed = head;
        } catch (IOException | GeneralSecurityException e) {
            throw new StationFault(Code.TK_620, "the audit log's head cannot be signed", e);
        }
    }

    private void write(byte[] line) throws StationFault {
        if (line.length > LONGEST_LINE) {
            throw new IllegalArgumentException("an audit entry of " + line.length + " bytes");
        }
        try {
            long end = channel.size();
            try {
                var buffer = ByteBuffer.wrap(line);
                while (buffer.hasRemaining()) {
                    channel.write(buffer, end + buffer.position());
                }
                channel.force(true);
            } catch (IOException e) {
                cutBack(end, e);
                throw e;
            }
        } catch (IOException e) {
            throw new StationFault(
                    String.valueOf(e.getMessage()).contains("No space left")
                            ? Code.LT_401
                            : Code.TK_620,
                    "the audit log cannot be written",
                    e);
        }
    }

    /// Takes back an entry that failed, so that the next one follows on the last that did not.
    private void cutBack(long end, IOException failure) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// The last entry, if there is one; cuts off what a crash left of a line behind it: half a
    /// line, or one in which a sector is missing, which reads as zeros. Text has none.
    private static Optional<AuditEntry> tail(FileChannel channel)
            throws IOException, GeneralSecurityException {
        long size = channel.size();
        long from = Math.max(0, size - 2L * LONGEST_LINE);
        var buffer = ByteBuffer.allocate((int) (size - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // reads on
        }
        var text = new String(buffer.array(), StandardCharsets.ISO_8859_1); // a char is a byte
        int end = text.lastIndexOf('\n') + 1;
        int start = lineBefore(text, end);
        if (text.substring(start, end).indexOf('\0') >= 0) {
            end = start;
            start = lineBefore(text, end);
        }
        if (from + end < size) {
            channel.truncate(from + end);
            channel.force(true);
        }
        if (end == 0) {
            return Optional.empty();
        }
        var line = new String(buffer.array(), start, end - 1 - start, StandardCharsets.UTF_8);
        var last = AuditEntry.read(line).filter(AuditEntry::hashHolds);
        if (last.isEmpty()) {
            throw new GeneralSecurityException("the last audit entry is damaged");
        }
        return last;
    }

    /// Where the line starts that ends before `end`.
    private static int lineBefore(String text, int end) {
        return end == 0 ? 0 : text.lastIndexOf('\n', end - 2) + 1;
    }

    private static void requireReaches(AuditHead head, AuditHead signed)
            throws GeneralSecurityException {
        boolean shorter = head.sequence() < signed.sequence();
        boolean other = head.sequence() == signed.sequence() && !head.equals(signed);
        if (shorter || other) {
            throw new GeneralSecurityException(
                    "the audit log ends at %d, its signed head at %d"
                            .formatted(head.sequence(), signed.sequence()));
        }
    }

    /// Makes the empty log of a new state folder, its head signed: from then on one without a
    /// signed head is broken.
    static void provision(Path state, String incarnation, StationKeys keys, InstantSource clock)
            throws IOException {
        try {
            WholeFile.writeSecret(state.resolve(FILE), new byte[0]);
            AuditAnchor.sign(AuditHead.origin(incarnation), clock.instant(), keys).write(state);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was made a moment ago", e);
        }
    }

    @Override
    public String toString() {
        return "ChainedAuditLog[" + state + "]";
    }
}
