package vn.tram.enroll;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Digest;
import vn.tram.domain.Officer;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.task.UiThread;

/// Re-inspection: an inspector draws a sample of the work by a seed, looks at it and says what he
/// found. He changes nothing else.
public final class Inspection {
    /// Sessions of one sample at most.
    public static final int LARGEST = 200;

    private static final int LONGEST_WORDS = 2_000;

    /// What became of drawing.
    public sealed interface Drawn {
        /// @param of how many sessions it was drawn
        /// @param sessions in the order of the draw
        record Sample(long seed, int of, List<Sessions.Summary> sessions) implements Drawn {
            public Sample {
                sessions = List.copyOf(sessions);
            }
        }

        record Refused(Reason reason) implements Drawn {}
    }

    private final Sessions sessions;
    private final Remarks remarks;
    private final AuditLog audit;
    private final InstantSource clock;

    public Inspection(Sessions sessions, Remarks remarks, AuditLog audit, InstantSource clock) {
        this.sessions = sessions;
        this.remarks = remarks;
        this.audit = audit;
        this.clock = clock;
    }

    /// Draws among all sessions that were neither cancelled nor purged: of those that are not
    /// sealed everything is there, of sealed ones what the station still holds.
    ///
    /// A session's place is SHA-256 of seed and id, the smallest first: the same seed draws the
    /// same sessions again, and no session's place hangs on how many others there are.
    ///
    /// @param count at most; 1 to [#LARGEST]
    public Drawn draw(Officer inspector, long seed, int count) throws StationFault {
        UiThread.refuse("drawing a sample");
        if (count < 1 || count > LARGEST) {
            throw new IllegalArgumentException("a sample of " + count);
        }
        var refused = Right.INSPECT.refusal(inspector);
        if (refused.isPresent()) {
            return new Drawn.Refused(refused.get());
        }
        var all =
                sessions.list().stream()
                        .filter(s -> s.stage() != Stage.CANCELLED && s.stage() != Stage.PURGED)
                        .sorted(Comparator.comparing(s -> place(seed, s.id())))
                        .toList();
        var drawn = all.subList(0, Math.min(count, all.size()));
        audit.append(
                "sample-drawn",
                inspector.id(),
                Optional.empty(),
                "seed=%d drawn=%d of=%d".formatted(seed, drawn.size(), all.size()));
        return new Drawn.Sample(seed, all.size(), drawn);
    }

    private static String place(long seed, SessionId id) {
        return Digest.of((seed + " " + id).getBytes(StandardCharsets.US_ASCII)).hex();
    }

    /// Attaches a remark to a session.
    ///
    /// @param words needed where something is not in order; at most 2,000 characters, without signs
    ///   that control or hide text
    /// @return why it was not, if it was not
    public Optional<Reason> attach(
            SessionId session, long seed, Remark.Grade grade, String words, Officer inspector)
            throws StationFault {
        UiThread.refuse("attaching a remark");
        var refused = Right.INSPECT.refusal(inspector);
        if (refused.isPresent()) {
            return refused;
        }
        if (sessions.find(session).isEmpty()) {
            return Optional.of(new Reason.NoSession());
        }
        var said = words.strip();
        boolean shown = said.codePoints().noneMatch(Inspection::isHidden);
        boolean needed = grade == Remark.Grade.NOT_IN_ORDER && said.isEmpty();
        if (!shown || needed || said.length() > LONGEST_WORDS) {
            return Optional.of(new Reason.WordsMissing());
        }
        remarks.add(new Remark(session, seed, grade, said, inspector.id(), clock.instant()));
        audit.append(
                "remark-attached",
                inspector.id(),
                Optional.of(session),
                grade.name() + " seed=" + seed);
        return Optional.empty();
    }

    private static boolean isHidden(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL || type == Character.FORMAT;
    }

    /// All remarks, for an inspector or whoever decides on sessions.
    public List<Remark> remarks() throws StationFault {
        UiThread.refuse("reading remarks");
        return remarks.all();
    }
}
