package vn.tram.enroll;

import java.util.List;
import java.util.OptionalDouble;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.quality.fingerprint.RolledMatch;

/// The rolled and the plain prints of each finger of a session, held against each other, as far as
/// both are good.
///
/// A rolled print that is like no plain one is refused: it was captured later, and one finger is
/// sooner captured again than four. A plain print is refused only when it is found out: when a
/// rolled print that is not like it is like another plain one. So whichever was wrong, capturing
/// that position again settles it.
///
/// @param least similarity of one finger's prints; empty where the policy does not ask
record TwoPrints(OptionalDouble least, List<Pair> pairs) {
    /// A rolled and a plain print of one finger.
    record Pair(Touch rolled, Touch plain, double similarity) {
        static Pair of(Touch one, Touch other, double similarity) {
            return one.finger().isRolled()
                    ? new Pair(one, other, similarity)
                    : new Pair(other, one, similarity);
        }
    }

    TwoPrints {
        pairs = List.copyOf(pairs);
    }

    /// A judgement with what the comparison found of it.
    Judgement judged(Session session, Touch touch, Judgement judgement) {
        if (least.isEmpty()) {
            return RolledMatch.cleared(judgement);
        }
        var similarity =
                touch.finger().isRolled()
                        ? largest(ofRolled(session, touch))
                        : foundOut(session, touch);
        return similarity.isPresent()
                ? RolledMatch.found(judgement, similarity.getAsDouble(), least.getAsDouble())
                : RolledMatch.cleared(judgement);
    }

    private List<Pair> ofRolled(Session session, Touch rolled) {
        return good(session).stream().filter(p -> p.rolled().equals(rolled)).toList();
    }

    /// How alike a plain print is to the rolled one that it is most like, where those show that it
    /// is of another finger.
    private OptionalDouble foundOut(Session session, Touch plain) {
        var own = good(session).stream().filter(p -> p.plain().equals(plain)).toList();
        boolean agrees = own.stream().anyMatch(this::alike);
        boolean another =
                own.stream()
                        .anyMatch(
                                p -> ofRolled(session, p.rolled()).stream().anyMatch(this::alike));
        return !agrees && another ? largest(own) : OptionalDouble.empty();
    }

    private boolean alike(Pair pair) {
        return pair.similarity() >= least.orElseThrow();
    }

    private static OptionalDouble largest(List<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::similarity).max();
    }

    private List<Pair> good(Session session) {
        return pairs.stream()
                .filter(p -> isGood(session, p.rolled()) && isGood(session, p.plain()))
                .toList();
    }

    private static boolean isGood(Session session, Touch touch) {
        return session.attempts(touch.position()).stream()
                .filter(touch::isOf)
                .flatMap(a -> a.of(touch.finger()).stream())
                .anyMatch(RolledMatch::isGood);
    }
}
