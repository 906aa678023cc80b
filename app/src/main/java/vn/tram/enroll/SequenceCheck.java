package vn.tram.enroll;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Attempt;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.image.Position;
import vn.tram.matching.Prints;
import vn.tram.matching.Template;
import vn.tram.matching.Templates;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.RolledMatch;
import vn.tram.quality.fingerprint.SameFinger;

/// Whether one finger was offered for two, or an officer's for the citizen's: every finger of a
/// capture is compared with all of the session before it, with its neighbours, and with those that
/// the station's officers gave; and whether a finger's rolled and plain prints are one finger's.
/// Source: BSI TR-03121-3, *uniqueness check* and *rolled-versus-plain check*.
final class SequenceCheck {
    /// Similarities from which two prints are one finger's.
    ///
    /// @param elsewhere of two prints of one session
    /// @param officers of a print and an officer's
    /// @param rolled of a finger's rolled and plain print; empty where they need not be
    record Limits(double elsewhere, double officers, OptionalDouble rolled) {
        double between(PrintOf one, PrintOf other) {
            if (rolled.isPresent()
                    && one instanceof Touch touch
                    && other instanceof Touch another
                    && touch.isOtherPrintOf(another)) {
                return Double.NEGATIVE_INFINITY;
            }
            if (!PrintOf.comparable(one, other)) {
                return Double.POSITIVE_INFINITY;
            }
            return one instanceof Touch && other instanceof Touch ? elsewhere : officers;
        }
    }

    private final Desk desk;
    private final FinalScore scorer;
    private final Limits limits;
    private final Map<SessionId, Prints<PrintOf>> prints = new HashMap<>();
    private final Listeners listeners;

    /// The officers' prints, with which those of each session begin; read when they are first
    /// needed.
    private @Nullable Prints<PrintOf> officers;

    /// @param listeners told after a finding was stored or settled
    SequenceCheck(Desk desk, FinalScore scorer, Listeners listeners) {
        this.desk = desk;
        this.scorer = scorer;
        this.listeners = listeners;
        limits =
                new Limits(
                        scorer.limit(SameFinger.ELSEWHERE),
                        scorer.limit(SameFinger.OFFICERS),
                        scorer.rolledMatch());
    }

    synchronized List<Touch> prints(SessionId id) {
        var known = prints.get(id);
        return known == null
                ? List.of()
                : known.keys().stream()
                        .filter(Touch.class::isInstance)
                        .map(Touch.class::cast)
                        .toList();
    }

    synchronized void forget(SessionId id) {
        prints.remove(id);
    }

    /// The officers' prints are others than before: everything is compared anew at the next check.
    synchronized void officersChanged() {
        officers = null;
        prints.clear();
    }

    private Prints<PrintOf> of(SessionId id) throws StationFault {
        var known = prints.get(id);
        if (known == null) {
            known = officers().copy();
            prints.put(id, known);
        }
        return known;
    }

    /// Of those who have an account here, made by the extractor of now.
    private Prints<PrintOf> officers() throws StationFault {
        var known = officers;
        if (known == null) {
            known = new Prints<>(limits::between);
            var here =
                    desk.ports().accounts().officers().stream().map(Officer::id).collect(toSet());
            for (var given : desk.ports().officerPrints().all()) {
                if (here.contains(given.finger().officer())
                        && given.extractor().equals(Templates.extractor())) {
                    known.hold(given.finger(), given.template());
                }
            }
            officers = known;
        }
        return known;
    }

    /// Looks a session over and stores what follows. Templates of scored prints that are not there,
    /// because the station was started anew or the session parked, are made of the stored pictures.
    ///
    /// @param made templates that are there already
    /// @return the session as it is stored then; empty when it is not at the desk
    synchronized Optional<Session> check(SessionId id, Map<Touch, Template> made)
            throws StationFault {
        var found = desk.ports().sessions().find(id).filter(SequenceCheck::atDesk);
        if (found.isEmpty()) {
            return found;
        }
        var session = found.get();
        var held = of(id);
        made.forEach(held::add);
        complete(session, held);
        var likeness = Likeness.of(limits, held.alike());
        if (session.attempts().stream().noneMatch(a -> likeness.changes(session, a))) {
            return found;
        }
        var changed = store(id, likeness);
        listeners.tell();
        return changed;
    }

    private static boolean atDesk(Session session) {
        return session.stage() == Stage.OPEN;
    }

    private void complete(Session session, Prints<PrintOf> held) throws StationFault {
        for (var attempt : session.attempts()) {
            var lacking =
                    attempt.judgements().stream()
                            .filter(FinalScore::made)
                            .filter(j -> !held.holds(Touch.of(attempt, j.position())))
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
                        .ifPresent(t -> held.add(Touch.of(attempt, judgement.position()), t));
            }
        }
    }

    private Optional<Session> store(SessionId id, Likeness likeness) throws StationFault {
        desk.turn().lock();
        try {
            var session = desk.stored(id);
            if (!atDesk(session)) {
                return Optional.empty();
            }
            var changed = new ArrayList<Attempt>();
            for (var attempt : session.attempts()) {
                if (likeness.changes(session, attempt)) {
                    changed.add(attempt.judgedAgain(likeness.judged(session, attempt)));
                    desk.ports().sessions().rescore(id, changed.getLast());
                    audit(id, attempt, changed.getLast(), likeness);
                    auditUnlike(id, attempt, changed.getLast());
                }
            }
            withoutAcceptances(session, changed);
            return Optional.of(desk.stored(id));
        } finally {
            desk.turn().unlock();
        }
    }

    /// What was accepted before this was found was accepted for another reason.
    private void withoutAcceptances(Session session, List<Attempt> changed) throws StationFault {
        Set<Position> unfounded = new LinkedHashSet<>();
        for (var attempt : changed) {
            boolean found =
                    attempt.judgements().stream()
                            .anyMatch(j -> SameFinger.in(j).isPresent() || RolledMatch.unlike(j));
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

    /// One entry for each kind of finding that an attempt has now and had not, or had and has not.
    private void audit(SessionId id, Attempt before, Attempt now, Likeness likeness)
            throws StationFault {
        for (var kind : SameFinger.values()) {
            var found = told(kind, now, likeness);
            if (!found.equals(told(kind, before, likeness))) {
                desk.ports()
                        .audit()
                        .append(
                                kind.similarity() + (found.isEmpty() ? "-settled" : "-found"),
                                "station",
                                Optional.of(id),
                                now.position() + " " + now.number() + " " + found);
            }
        }
    }

    private void auditUnlike(SessionId id, Attempt before, Attempt now) throws StationFault {
        var found = unlike(now);
        if (!found.equals(unlike(before))) {
            desk.ports()
                    .audit()
                    .append(
                            "unlike-prints" + (found.isEmpty() ? "-settled" : "-found"),
                            "station",
                            Optional.of(id),
                            now.position() + " " + now.number() + " " + found);
        }
    }

    private static String unlike(Attempt attempt) {
        return attempt.judgements().stream()
                .filter(RolledMatch::unlike)
                .map(j -> j.position().name())
                .collect(joining(" "));
    }

    /// Fingers found, each with the finger it is; an officer's with his account.
    private static String told(SameFinger kind, Attempt attempt, Likeness likeness) {
        return attempt.judgements().stream()
                .flatMap(j ->
                        kind.as(j).map(as -> j.position() + "=" + as).stream()
                                .map(t ->
                                        kind == SameFinger.OFFICERS
                                                ? t
                                                        + likeness.officers(
                                                                        Touch.of(
                                                                                attempt,
                                                                                j.position()))
                                                                .map(o ->
                                                                        " " + o.finger().officer())
                                                                .orElse("")
                                                : t))
                .collect(joining(" "));
    }
}
