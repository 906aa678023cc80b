package vn.tram.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Attempt;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;

/// What remains of a session when it ends. Source: the design, *the one-way path*: session id,
/// personal number and name (until the receipt), services, states, scores and reasons, slip data,
/// the dossier's digest. No image, and nothing that identifies one.
final class Retention {
    private Retention() {}

    /// Number and name alone.
    static Citizen named(Citizen citizen) {
        var kept = new EnumMap<Field, Item>(Field.class);
        kept.putAll(citizen.items());
        kept.keySet().retainAll(Set.of(Field.PERSONAL_NUMBER, Field.NAME));
        return new Citizen(kept);
    }

    /// After sealing.
    static Session sealed(Session s) {
        return with(
                s,
                s.citizen().map(Retention::named),
                s.attempts().stream().map(Retention::withoutFrame).toList(),
                s.omissions().stream().map(Retention::withoutEvidence).toList());
    }

    /// After the registry's answer *accepted*.
    static Session accepted(Session s) {
        return with(s, Optional.empty(), s.attempts(), s.omissions());
    }

    /// After cancelling: that it was, by whom opened and when.
    static Session cancelled(Session s) {
        return new Session(
                s.id(),
                s.stage(),
                s.openedAt(),
                s.openedBy(),
                s.queueNumber(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                s.recaptures(),
                s.revision());
    }

    private static Session with(
            Session s,
            Optional<Citizen> citizen,
            List<Attempt> attempts,
            List<Omission> omissions) {
        return new Session(
                s.id(),
                s.stage(),
                s.openedAt(),
                s.openedBy(),
                s.queueNumber(),
                citizen,
                s.services(),
                s.consents(),
                s.checked(),
                s.citizenAnswer(),
                attempts,
                omissions,
                s.specialCases(),
                s.acceptances(),
                s.ticks(),
                s.triedAdvice(),
                s.signOff(),
                s.approval(),
                s.dossier(),
                s.recaptures(),
                s.revision());
    }

    private static Attempt withoutFrame(Attempt a) {
        return new Attempt(
                a.position(),
                a.number(),
                a.at(),
                a.device(),
                Optional.empty(),
                a.width(),
                a.height(),
                a.resolution(),
                a.deviceScore(),
                a.expected(),
                a.judgements());
    }

    /// The note stays only where it is the reason.
    private static Omission withoutEvidence(Omission o) {
        return new Omission(
                o.position(),
                o.reason(),
                o.permanent(),
                o.reason() == Omission.Reason.OTHER ? o.note() : "",
                Optional.empty(),
                o.at(),
                o.by());
    }
}
