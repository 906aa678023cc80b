package vn.tram.enroll;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SpecialCase;
import vn.tram.domain.Stage;
import vn.tram.image.Position;
import vn.tram.quality.SpecialCases;

/// Step 5: why a citizen's portrait is held to other limits. Recorded before the shot that needs
/// it: what was judged before stays as it was judged.
public final class SpecialCasesOfSession {
    private final Desk desk;

    SpecialCasesOfSession(Desk desk) {
        this.desk = desk;
    }

    /// The cases there are for this session's citizen.
    public Set<SpecialCase.Kind> offered(Session session) {
        var offered = EnumSet.noneOf(SpecialCase.Kind.class);
        desk.rules().specialCases().terms().keySet().stream()
                .filter(kind -> tooOld(session, kind).isEmpty())
                .forEach(offered::add);
        return offered;
    }

    private Optional<Reason> tooOld(Session session, SpecialCase.Kind kind) {
        int age = session.citizen().flatMap(c -> c.age(desk.today())).orElse(0);
        return Optional.ofNullable(desk.rules().specialCases().terms().get(kind))
                .flatMap(SpecialCases.Terms::belowAge)
                .filter(below -> age >= below)
                .map(below -> new Reason.NotAChild(age, below));
    }

    /// Records a case with the officer's reason, in the place of an earlier one of its kind.
    public Outcome record(SessionId id, SpecialCase.Kind kind, String reason, Officer officer)
            throws StationFault {
        var outcome = desk.step(id, Stage.OPEN, s -> recorded(s, kind, reason, officer));
        return desk.audited(outcome, "special-case", officer, kind.name());
    }

    private Outcome recorded(
            Session session, SpecialCase.Kind kind, String reason, Officer officer) {
        var ground = desk.ground(session).or(() -> tooOld(session, kind));
        if (ground.isPresent()) {
            return Desk.refused(ground.get());
        }
        var terms = desk.rules().specialCases().terms().get(kind);
        boolean wanted =
                desk.rules().catalogue().wanted(session, desk.today()).contains(Position.FACE);
        if (!wanted || terms == null) {
            return Desk.refused(new Reason.NotWanted(Position.FACE));
        }
        if (reason.isBlank()) {
            return Desk.refused(new Reason.WordsMissing());
        }
        return Desk.changed(
                session.change()
                        .specialCase(
                                new SpecialCase(
                                        kind,
                                        reason,
                                        terms.approval(),
                                        desk.ports().clock().instant(),
                                        officer.id())));
    }

    /// Takes a case back, as long as no portrait was judged by its limits.
    public Outcome takeBack(SessionId id, SpecialCase.Kind kind, Officer officer)
            throws StationFault {
        var outcome =
                desk.step(
                        id,
                        Stage.OPEN,
                        session ->
                                used(session, kind)
                                        ? Desk.refused(new Reason.SpecialCaseUsed(kind))
                                        : Desk.changed(session.change().withoutSpecialCase(kind)));
        return desk.audited(outcome, "special-case-taken-back", officer, kind.name());
    }

    private static boolean used(Session session, SpecialCase.Kind kind) {
        return session.attempts(Position.FACE).stream()
                .flatMap(a -> a.judgements().stream())
                .anyMatch(j -> SpecialCases.tells(j.verdict().policy(), kind));
    }
}
