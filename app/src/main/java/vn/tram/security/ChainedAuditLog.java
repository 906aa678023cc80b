package vn.tram.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import vn.tram.domain.SessionId;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// The audit log as a chain of hashes in `audit/audit.jsonl`, one [AuditEntry] a line, each forced
/// to disk before [#append] returns.
///
/// The station signs the head (`audit/head`) after each event of [#ANCHORING] and when told to by
/// [#anchor]; [AuditVerification] says what that shows and what not. Safe for several threads; one
/// program at a time has the state folder.
public final class ChainedAuditLog implements AuditLog, AutoCloseable {
    static final Path FILE = Path.of("audit", "audit.jsonl");

    /// Events after which the head is signed: something left the operator's hands.
    public static final Set<String> ANCHORING =
            Set.of("session-signed-off", "session-sealed", "batch-made");

    private static final Pattern EVENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// No entry is longer: a detail is codes and counts.
    private static final int LONGEST_LINE = 64 * 1024;

    private final Path state;
    private final StationKeys keys;
    private final InstantSource clock;
    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private AuditHead head;

    private ChainedAuditLog(
            Path state,
            StationKeys keys,
            InstantSource clock,
            FileChannel channel,
            AuditHead head) {
        this.state = state;
        this.keys = keys;
        this.clock = clock;
        this.channel = channel;
        this.head = head;
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
                var head = tail(channel, AuditHead.origin(folder.incarnation()));
                requireReaches(head, anchor.head());
                return new ChainedAuditLog(state, keys, clock, channel, head);
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
            var entry = AuditEntry.after(head, clock.instant(), event, by, session, detail);
            write((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
            head = entry.head();
            if (ANCHORING.contains(event)) {
                sign();
            }
        } finally {
            lock.unlock();
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

    @Override
    public void close() throws StationFault {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StationFault(Code.TK_620, "the audit log does not close", e);
        }
    }

    private void sign() throws StationFault {
        try {
            AuditAnchor.sign(head, clock.instant(), keys).write(state);
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
            throw new StationFault(Code.TK_620, "the audit log cannot be written", e);
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

    /// The head after the last whole line; cuts off half a line behind it.
    private static AuditHead tail(FileChannel channel, AuditHead origin)
            throws IOException, GeneralSecurityException {
        long size = channel.size();
        long from = Math.max(0, size - 2L * LONGEST_LINE);
        var buffer = ByteBuffer.allocate((int) (size - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // reads on
        }
        var text = new String(buffer.array(), StandardCharsets.ISO_8859_1); // a char is a byte
        int end = text.lastIndexOf('\n') + 1;
        if (from + end < size) {
            channel.truncate(from + end);
            channel.force(true);
        }
        if (end == 0) {
            return origin;
        }
        int start = text.lastIndexOf('\n', end - 2) + 1;
        var line = new String(buffer.array(), start, end - 1 - start, StandardCharsets.UTF_8);
        return AuditEntry.read(line)
                .filter(AuditEntry::hashHolds)
                .map(AuditEntry::head)
                .orElseThrow(() -> new GeneralSecurityException("the last audit entry is damaged"));
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
