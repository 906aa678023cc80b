package vn.tram.enroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.image.Position;
import vn.tram.matching.Prints;
import vn.tram.matching.Template;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.SameFinger;

/// Whether one finger was offered for two: every finger of a capture is compared with all of the
/// session before it and with its neighbours.
///
/// Two attempts that share a finger are both refused, because nobody knows which of them was laid
/// down wrongly. Once one position has an attempt that shares no finger, that position's earlier
/// one was the wrong one, and the other position's is what it was judged to be. Source: BSI
/// TR-03121-3, *uniqueness check*.
final class SequenceCheck {
    private final Desk desk;
    private final FinalScore scorer;
    private final double limit;
    private final Map<SessionId, Prints<Touch>> prints = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// @param limit similarity from which two prints are one finger's
    SequenceCheck(Desk desk, FinalScore scorer, double limit) {
        this.desk = desk;
        this.scorer = scorer;
        this.limit = limit;
    }

    /// Calls `listener`, on any thread, after a shared finger was stored or settled.
    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// One print more of a session, made of the stored attempt.
    synchronized void add(SessionId id, Touch touch, Template template) {
        of(id).add(touch, template);
    }

    synchronized List<Touch> prints(SessionId id) {
        var known = prints.get(id);
        return known == null ? List.of() : known.keys();
    }

    synchronized void forget(SessionId id) {
        prints.remove(id);
    }

    private Prints<Touch> of(SessionId id) {
        return prints.computeIfAbsent(id, _ -> new Prints<>(limit, Touch::mustDiffer));
    }

    /// Looks a session over and stores what follows. Templates that are not there, because the
    /// station was started anew or the session parked, are made of the stored pictures.
    synchronized void check(SessionId id) throws StationFault {
        var session = desk.ports().sessions().find(id);
        if (session.isEmpty() || !atDesk(session.get())) {
            return;
        }
        complete(session.get());
        if (store(id)) {
            listeners.forEach(Runnable::run);
        }
    }

    private static boolean atDesk(Session session) {
        return session.stage() == Stage.OPEN;
    }

    private void complete(Session session) throws StationFault {
        for (var attempt : session.attempts()) {
            var lacking =
                    attempt.judgements().stream()
                            .filter(j -> j.position().isFinger() && j.score().isPresent())
                            .filter(j -> !of(session.id()).holds(Touch.of(attempt, j.position())))
                            .toList();
            if (lacking.isEmpty()) {
                continue;
            }
            var frame =
                    desk.ports()
                            .sessions()
                            .frame(session.id(), attempt.position(), attempt.number());
            for (var judgement : lacking) {
                scorer.template(frame, judgement)
                        .ifPresent(t ->
                                of(session.id()).add(Touch.of(attempt, judgement.position()), t));
            }
        }
    }

    /// @return whether anything was changed
    private boolean store(SessionId id) throws StationFault {
        desk.turn().lock();
        try {
            var session = desk.stored(id);
            if (!atDesk(session)) {
                return false;
            }
            var pairs = of(id).alike();
            var changed = new ArrayList<Attempt>();
            for (var attempt : session.attempts()) {
                var again = judged(session, attempt, pairs);
                if (!again.equals(attempt.judgements())) {
                    changed.add(attempt.judgedAgain(again));
                }
            }
            for (var attempt : changed) {
                desk.ports().sessions().rescore(id, attempt);
                audit(id, attempt);
            }
            withoutAcceptances(session, changed);
            return !changed.isEmpty();
        } finally {
            desk.turn().unlock();
        }
    }

    private List<Judgement> judged(
            Session session, Attempt attempt, List<Prints.Alike<Touch>> pairs) {
        boolean doubtful = doubtful(session, attempt, pairs);
        return attempt.judgements().stream()
                .map(j -> {
                    var other = other(Touch.of(attempt, j.position()), pairs);
                    return doubtful && other.isPresent()
                            ? SameFinger.found(
                                    j,
                                    other.get().other().finger(),
                                    other.get().similarity(),
                                    limit)
                            : SameFinger.cleared(j);
                })
                .toList();
    }

    /// The print that is most like `touch`, as the second of its pair.
    private static Optional<Prints.Alike<Touch>> other(
            Touch touch, List<Prints.Alike<Touch>> pairs) {
        return pairs.stream()
                .filter(p -> p.one().equals(touch) || p.other().equals(touch))
                .map(p ->
                        p.one().equals(touch)
                                ? p
                                : new Prints.Alike<>(touch, p.one(), p.similarity()))
                .max((a, b) -> Double.compare(a.similarity(), b.similarity()));
    }

    /// Whether an attempt shares a finger, and it is not settled that the others were wrong.
    private static boolean doubtful(
            Session session, Attempt attempt, List<Prints.Alike<Touch>> pairs) {
        var partners = new LinkedHashSet<Position>();
        for (var pair : pairs) {
            if (pair.one().isOf(attempt)) {
                partners.add(pair.other().position());
            }
            if (pair.other().isOf(attempt)) {
                partners.add(pair.one().position());
            }
        }
        return !partners.isEmpty()
                && (hasFree(session, attempt.position(), pairs)
                        || !partners.stream().allMatch(p -> hasFree(session, p, pairs)));
    }

    /// Whether a position has an attempt that shows all that is expected and shares no finger.
    private static boolean hasFree(
            Session session, Position position, List<Prints.Alike<Touch>> pairs) {
        return session.attempts(position).stream()
                .filter(SequenceCheck::whole)
                .anyMatch(a -> pairs.stream().noneMatch(p -> p.one().isOf(a) || p.other().isOf(a)));
    }

    private static boolean whole(Attempt attempt) {
        return attempt.expected().stream()
                .allMatch(p -> attempt.of(p).map(j -> j.score().isPresent()).orElse(false));
    }

    /// What was accepted before it was known to share a finger was accepted for another reason.
    private void withoutAcceptances(Session session, List<Attempt> changed) throws StationFault {
        Set<Position> unfounded = new LinkedHashSet<>();
        for (var attempt : changed) {
            boolean found =
                    attempt.judgements().stream().anyMatch(j -> SameFinger.as(j).isPresent());
            boolean accepted =
                    session.acceptance(attempt.position())
                            .filter(a -> a.attempt() == attempt.number())
                            .isPresent();
            if (found && accepted) {
                unfounded.add(attempt.position());
            }
        }
        if (!unfounded.isEmpty()) {
            var change = session.change();
            unfounded.forEach(change::withoutAcceptance);
            desk.ports().sessions().save(change.made());
        }
    }

    private void audit(SessionId id, Attempt attempt) throws StationFault {
        var found =
                attempt.judgements().stream()
                        .flatMap(j -> SameFinger.as(j).map(o -> j.position() + "=" + o).stream())
                        .toList();
        desk.ports()
                .audit()
                .append(
                        found.isEmpty() ? "same-finger-settled" : "same-finger-found",
                        "station",
                        Optional.of(id),
                        attempt.position()
                                + " "
                                + attempt.number()
                                + " "
                                + String.join(" ", found));
    }
}
