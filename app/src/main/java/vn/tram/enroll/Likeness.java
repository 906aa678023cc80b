package vn.tram.enroll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.matching.Prints;
import vn.tram.quality.fingerprint.SameFinger;

/// What the prints of a session have in common, and what follows for its attempts.
///
/// Two attempts that share a finger are both refused, because nobody knows which of them was laid
/// down wrongly. Once one position has an attempt that shares no finger, that position's earlier
/// one was the wrong one, and the other position's is what it was judged to be. An officer's finger
/// is refused wherever it lies. How a finger's rolled and plain prints are held against each other
/// is told at [TwoPrints].
///
/// @param shared pairs within the session
/// @param officers prints that are an officer's
record Likeness(
        SequenceCheck.Limits limits,
        List<Shared> shared,
        List<Officers> officers,
        TwoPrints twoPrints) {
    /// One finger in two positions.
    record Shared(Touch one, Touch other, double similarity) {
        boolean has(Touch touch) {
            return one.equals(touch) || other.equals(touch);
        }

        boolean isOf(Attempt attempt) {
            return one.isOf(attempt) || other.isOf(attempt);
        }

        /// What it is the same as.
        Touch notThe(Touch touch) {
            return one.equals(touch) ? other : one;
        }
    }

    /// A print that is an officer's finger.
    record Officers(Touch touch, OfficerFinger finger, double similarity) {}

    static Likeness of(SequenceCheck.Limits limits, List<Prints.Alike<PrintOf>> alike) {
        var shared = new ArrayList<Shared>();
        var officers = new ArrayList<Officers>();
        var twice = new ArrayList<TwoPrints.Pair>();
        for (var pair : alike) {
            if (pair.other() instanceof Touch touch) {
                switch (pair.one()) {
                    case Touch before when before.isOtherPrintOf(touch) ->
                            twice.add(TwoPrints.Pair.of(before, touch, pair.similarity()));
                    case Touch before -> shared.add(new Shared(before, touch, pair.similarity()));
                    case OfficerFinger finger ->
                            officers.add(new Officers(touch, finger, pair.similarity()));
                }
            }
        }
        return new Likeness(limits, shared, officers, new TwoPrints(limits.rolled(), twice));
    }

    /// Whether what was found makes an attempt another than it is stored.
    boolean changes(Session session, Attempt attempt) {
        return !judged(session, attempt).equals(attempt.judgements());
    }

    /// What an attempt is judged to be, with what was found.
    List<Judgement> judged(Session session, Attempt attempt) {
        boolean doubtful = doubtful(session, attempt);
        return attempt.judgements().stream()
                .map(j -> {
                    var touch = Touch.of(attempt, j.position());
                    var alone = doubtful ? withShared(touch, j) : cleared(j);
                    return twoPrints.judged(session, touch, withOfficers(touch, alone));
                })
                .toList();
    }

    private static Judgement cleared(Judgement judgement) {
        return SameFinger.ELSEWHERE.cleared(judgement);
    }

    private Judgement withShared(Touch touch, Judgement judgement) {
        return shared.stream()
                .filter(s -> s.has(touch))
                .max(Comparator.comparingDouble(Shared::similarity))
                .map(s ->
                        SameFinger.ELSEWHERE.found(
                                judgement,
                                s.notThe(touch).finger(),
                                s.similarity(),
                                limits.elsewhere()))
                .orElseGet(() -> cleared(judgement));
    }

    private Judgement withOfficers(Touch touch, Judgement judgement) {
        return officers(touch)
                .map(o ->
                        SameFinger.OFFICERS.found(
                                judgement, o.finger().finger(), o.similarity(), limits.officers()))
                .orElseGet(() -> SameFinger.OFFICERS.cleared(judgement));
    }

    /// The officer's finger that this print is most like.
    Optional<Officers> officers(Touch touch) {
        return officers.stream()
                .filter(o -> o.touch().equals(touch))
                .max(Comparator.comparingDouble(Officers::similarity));
    }

    /// Whether an attempt shares a finger, and it is not settled that the others were wrong.
    private boolean doubtful(Session session, Attempt attempt) {
        var partners = new LinkedHashSet<Position>();
        for (var pair : shared) {
            if (pair.one().isOf(attempt)) {
                partners.add(pair.other().position());
            }
            if (pair.other().isOf(attempt)) {
                partners.add(pair.one().position());
            }
        }
        return !partners.isEmpty()
                && (hasFree(session, attempt.position())
                        || !partners.stream().allMatch(p -> hasFree(session, p)));
    }

    /// Whether a position has an attempt that shows all that is expected and shares no finger.
    private boolean hasFree(Session session, Position position) {
        return session.attempts(position).stream()
                .filter(Likeness::whole)
                .anyMatch(a -> shared.stream().noneMatch(s -> s.isOf(a)));
    }

    private static boolean whole(Attempt attempt) {
        return attempt.expected().stream()
                .allMatch(p -> attempt.of(p).map(j -> j.score().isPresent()).orElse(false));
    }
}
