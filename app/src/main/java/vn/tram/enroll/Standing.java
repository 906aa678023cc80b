package vn.tram.enroll;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;

/// Where a session stands: which steps are done, what is missing, what comes next. Computed from
/// the session alone.
///
/// @param next the first step that is not done
/// @param missing fingers and face neither captured nor excepted
/// @param wanted how many fingers and faces the services ask for
public record Standing(Map<Step, State> steps, Step next, List<Position> missing, int wanted) {
    public enum State {
        TO_DO,
        DONE,
        /// Nothing is asked for in it, as when every service was declined.
        NOT_ASKED,
        /// Cannot be entered yet, because an earlier step is its ground.
        LOCKED
    }

    public Standing {
        steps = Map.copyOf(steps);
        missing = List.copyOf(missing);
    }

    public static Standing of(Session session, Catalogue catalogue, LocalDate today) {
        var wanted = catalogue.wanted(session, today);
        var missing = List.copyOf(session.missing(wanted));
        boolean found = session.citizen().isPresent();
        boolean answered =
                found && !session.services().isEmpty() && catalogue.unanswered(session).isEmpty();
        boolean checked = answered && session.checked().isPresent();
        boolean face = !missing.contains(Position.FACE) && ticksMissing(session).isEmpty();
        boolean fingers = missing.stream().noneMatch(Position::isFinger);
        boolean fingersAsked = wanted.stream().anyMatch(Position::isFinger);
        boolean faceAsked = wanted.contains(Position.FACE);
        boolean signed = session.signOff().isPresent();
        var steps = new EnumMap<Step, State>(Step.class);
        steps.put(Step.FIND, state(true, found));
        steps.put(Step.SERVICES, state(found, answered));
        steps.put(Step.CHECK, state(answered, checked));
        steps.put(Step.FINGERPRINTS, captured(answered, fingersAsked, fingers));
        steps.put(Step.PORTRAIT, captured(answered, faceAsked, face));
        steps.put(Step.REVIEW, state(answered, signed));
        steps.put(Step.SLIP, state(signed, session.stage() == Stage.SEALED));
        var next =
                steps.entrySet().stream()
                        .filter(e -> e.getValue() != State.DONE)
                        .filter(e -> e.getValue() != State.NOT_ASKED)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(Step.SLIP);
        return new Standing(steps, next, missing, wanted.size());
    }

    private static State captured(boolean open, boolean asked, boolean done) {
        return open && !asked ? State.NOT_ASKED : state(open, open && done);
    }

    private static State state(boolean open, boolean done) {
        return done ? State.DONE : open ? State.TO_DO : State.LOCKED;
    }

    /// What the operator must still look at in the kept portrait, because no metric can tell.
    public static List<String> ticksMissing(Session session) {
        return ticksAsked(session).stream().filter(t -> !session.ticks().contains(t)).toList();
    }

    /// What the operator must look at in the kept portrait.
    public static List<String> ticksAsked(Session session) {
        return session.capturedIn(Position.FACE)
                .flatMap(a -> a.of(Position.FACE))
                .filter(j -> j.verdict().outcome() == Verdict.Outcome.NEEDS_OPERATOR)
                .map(j -> j.verdict().asked())
                .orElse(List.of());
    }
}
