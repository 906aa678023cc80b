package vn.tram.enroll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.image.Frame;
import vn.tram.matching.Template;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.Minutiae;
import vn.tram.task.Lane;
import vn.tram.task.UiThread;

/// What is made of a captured print while the operator goes on: the final score of each finger,
/// stored with its attempt, and its template, kept in memory for as long as the session is at the
/// desk.
///
/// The verdict stays what the operator was told at the capture, unless the print gives too few
/// minutiae or the sequence check finds a finger to be another's. The final score is recorded, and
/// tells which of several attempts is the best. Safe for several threads.
public final class AfterCapture implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCapture.class);

    private record Begun(SessionId session, Future<?> work) {}

    /// One after the other: the live picture wants the other core.
    private final Lane lane = Lane.serial("final score");

    private final Desk desk;
    private final FinalScore scorer;
    private final SequenceCheck sequence;
    private final Listeners listeners;
    private final List<Begun> begun = new ArrayList<>();
    private volatile boolean closed;

    AfterCapture(Desk desk, FinalScore scorer, SequenceCheck sequence, Listeners listeners) {
        this.desk = desk;
        this.scorer = scorer;
        this.sequence = sequence;
        this.listeners = listeners;
    }

    /// Begins with a stored attempt. When it is done, the attempt's pictures are prepared for
    /// sealing if it counts.
    synchronized void begin(SessionId session, Attempt attempt, Frame frame) {
        begun.removeIf(b -> b.work.isDone());
        var work = lane.submit(() -> closed ? attempt : finished(session, attempt, frame));
        begun.add(new Begun(session, work));
    }

    /// The attempt as it is stored in the end.
    private Attempt finished(SessionId session, Attempt attempt, Frame frame) {
        var judgements = new ArrayList<Judgement>();
        var templates = new LinkedHashMap<Touch, Template>();
        for (var live : attempt.judgements()) {
            var finished = scorer.of(frame, live);
            finished.ifPresent(
                    f -> templates.put(Touch.of(attempt, live.position()), f.template()));
            judgements.add(finished.map(f -> recorded(live, f.judgement())).orElse(live));
        }
        var scored = attempt.judgedAgain(judgements);
        try {
            if (desk.ports().sessions().rescore(session, scored)) {
                desk.ports().journal().scored(scored);
                var stored = sequence.check(session, templates);
                prepare(stored.flatMap(s -> s.kept(scored.position())), session, scored, frame);
                if (Shortfall.in(scored).isPresent() || SparsePrint.in(scored).isPresent()) {
                    listeners.tell();
                }
            }
        } catch (StationFault fault) {
            LOG.warn("an attempt keeps its live score", fault);
            return attempt;
        }
        return scored;
    }

    /// Score and readings are the final ones, verdict and state are those that were given, but for
    /// the minutiae, which nobody could count then.
    private static Judgement recorded(Judgement live, Judgement last) {
        return new Judgement(
                live.position(),
                live.box(),
                last.score(),
                last.readings(),
                Minutiae.added(live.verdict(), last.verdict()),
                live.condition());
    }

    private void prepare(Optional<Attempt> kept, SessionId session, Attempt scored, Frame frame) {
        if (kept.filter(k -> k.number() == scored.number()).isPresent()) {
            desk.ports().sealer().prepare(session, new Sealer.Kept(kept.get(), frame, Set.of()));
        }
    }

    /// Of which fingers of a session there are templates by now, in the order they were made.
    List<Touch> prints(SessionId session) {
        UiThread.refuse("templates of a session");
        return sequence.prints(session);
    }

    /// Calls `listener`, on any thread, after something was found that the operator should know, or
    /// was settled: a finger that is another's, too few minutiae, a final score below what was
    /// asked for. The stored session is another then. Running what it returns ends that.
    public Runnable onFinding(Runnable listener) {
        return listeners.add(listener);
    }

    /// Waits until everything begun for a session is done, scores what was interrupted, by the end
    /// of the program or a failing store, and looks its prints over once more.
    void settle(SessionId session) throws StationFault {
        finish(session);
        for (var attempt : unscored(session)) {
            var frame =
                    desk.ports().sessions().frame(session, attempt.position(), attempt.number());
            begin(session, attempt, frame);
        }
        finish(session);
        sequence.check(session, Map.of());
    }

    private List<Attempt> unscored(SessionId id) throws StationFault {
        return desk.ports().sessions().find(id).stream()
                .filter(s -> s.stage() == Stage.OPEN)
                .flatMap(s -> s.attempts().stream())
                .filter(a -> a.judgements().stream().anyMatch(AfterCapture::lacksFinalScore))
                .toList();
    }

    private static boolean lacksFinalScore(Judgement judgement) {
        return judgement.position().isFinger()
                && judgement.score().isPresent()
                && !FinalScore.made(judgement);
    }

    /// As [#await(SessionId)]; whoever interrupts goes on without what is not there yet.
    void finish(SessionId session) {
        try {
            await(session);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until everything begun for a session is done; a fraction of a second after the last
    /// capture it is.
    public void await(SessionId session) throws InterruptedException {
        UiThread.refuse("waiting for final scores");
        await(Optional.of(session));
    }

    /// @param session empty for all
    private void await(Optional<SessionId> session) throws InterruptedException {
        List<Begun> open;
        synchronized (this) {
            open = begun.stream().filter(b -> session.map(b.session::equals).orElse(true)).toList();
        }
        for (var one : open) {
            try {
                one.work.get();
            } catch (ExecutionException e) {
                // a bug of the scoring must not hold up the citizen: the live score stays
                LOG.error("scoring a print met an error of its own", e.getCause());
            }
        }
    }

    /// Lets go of the templates of a session that leaves the desk.
    void forget(SessionId session) {
        synchronized (this) {
            begun.removeIf(b -> b.session.equals(session));
        }
        sequence.forget(session);
    }

    /// Finishes what runs, begins nothing more.
    @Override
    public void close() {
        closed = true;
        try {
            await(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lane.close();
        }
    }
}
