package vn.tram.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Consent;
import vn.tram.domain.Digest;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;
import vn.tram.image.Position;

/// What was asked, answered, excepted and overridden in a session, as it lies in the column
/// `session.course`. Its shape is stored data: it grows, nothing in it is renamed.
record Course(
        List<String> services,
        List<Answered> consents,
        List<Excepted> omissions,
        List<Overridden> acceptances,
        Set<String> ticks) {
    record Answered(String service, Consent.Answer answer, String textVersion, Instant at) {}

    record Excepted(
            Position position,
            Omission.Reason reason,
            boolean permanent,
            String note,
            @Nullable String evidence,
            Instant at,
            String by) {}

    record Overridden(Position position, int attempt, String reason, Instant at, String by) {}

    static Course of(Session session) {
        return new Course(
                session.services(),
                session.consents().stream()
                        .map(c -> new Answered(c.service(), c.answer(), c.textVersion(), c.at()))
                        .toList(),
                session.omissions().stream()
                        .map(o ->
                                new Excepted(
                                        o.position(),
                                        o.reason(),
                                        o.permanent(),
                                        o.note(),
                                        o.evidence().map(Digest::hex).orElse(null),
                                        o.at(),
                                        o.by()))
                        .toList(),
                session.acceptances().stream()
                        .map(a ->
                                new Overridden(
                                        a.position(), a.attempt(), a.reason(), a.at(), a.by()))
                        .toList(),
                new TreeSet<>(session.ticks()));
    }

    List<Consent> toConsents() {
        return consents.stream()
                .map(c -> new Consent(c.service(), c.answer(), c.textVersion(), c.at()))
                .toList();
    }

    List<Omission> toOmissions() {
        return omissions.stream()
                .map(o ->
                        new Omission(
                                o.position(),
                                o.reason(),
                                o.permanent(),
                                o.note(),
                                Optional.ofNullable(o.evidence()).map(Digest::new),
                                o.at(),
                                o.by()))
                .toList();
    }

    List<Acceptance> toAcceptances() {
        return acceptances.stream()
                .map(a -> new Acceptance(a.position(), a.attempt(), a.reason(), a.at(), a.by()))
                .toList();
    }
}
