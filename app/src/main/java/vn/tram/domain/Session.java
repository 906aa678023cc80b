package vn.tram.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import vn.tram.image.Position;

/// One visit of one citizen, from lookup to sign-off. Immutable: each step makes a new value with
/// the next revision.
///
/// @param queueNumber the ticket's number of the day, from 1
/// @param openedBy the officer's id
/// @param citizen empty until step 1 is done
/// @param services codes of what the citizen came for
/// @param consents one answer a service at most
/// @param checked when the data were confirmed; empty before
/// @param citizenAnswer what the citizen said of the data; empty when not asked, or of data that
///   were changed since
/// @param omissions one a position at most
/// @param specialCases of the portrait, one a kind at most
/// @param acceptances one a position asked for at most
/// @param ticks what the operator saw where no metric can tell: `both-ears-visible`,
///   `no-head-covering`
/// @param attempts in the order they were made
/// @param triedAdvice in the order it was tried
/// @param dossier digest of the dossier once sealed
/// @param recaptures the session this one repeats for the registry, if it does
/// @param revision grows by one with each stored change
public record Session(
        SessionId id,
        Stage stage,
        Instant openedAt,
        String openedBy,
        int queueNumber,
        Optional<Citizen> citizen,
        List<String> services,
        List<Consent> consents,
        Optional<Instant> checked,
        Optional<CitizenAnswer> citizenAnswer,
        List<Attempt> attempts,
        List<Omission> omissions,
        List<SpecialCase> specialCases,
        List<Acceptance> acceptances,
        Set<String> ticks,
        List<TriedAdvice> triedAdvice,
        Optional<SignOff> signOff,
        Optional<Approval> approval,
        Optional<Digest> dossier,
        Optional<SessionId> recaptures,
        int revision) {
    public Session {
        services = List.copyOf(services);
        consents = List.copyOf(consents);
        attempts = List.copyOf(attempts);
        omissions = List.copyOf(omissions);
        specialCases = List.copyOf(specialCases);
        acceptances = List.copyOf(acceptances);
        ticks = Set.copyOf(ticks);
        triedAdvice = List.copyOf(triedAdvice);
    }

    /// A new, empty, open session.
    public static Session opened(SessionId id, Instant at, String officer, int queueNumber) {
        return new Session(
                id,
                Stage.OPEN,
                at,
                officer,
                queueNumber,
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
                Optional.empty(),
                0);
    }

    public List<Attempt> attempts(Position position) {
        return attempts.stream().filter(a -> a.position() == position).toList();
    }

    /// The exception of a finger or the face. One of a finger stands for its rolled print too; one
    /// of the rolled print alone leaves the plain one to be captured.
    public Optional<Omission> omission(Position member) {
        return omissions.stream()
                .filter(o -> o.position() == member || o.position() == member.finger())
                .findFirst();
    }

    public Optional<Acceptance> acceptance(Position position) {
        return acceptances.stream().filter(a -> a.position() == position).findFirst();
    }

    /// What was tried at a position, in the order it was tried.
    public List<TriedAdvice> triedAdvice(Position position) {
        return triedAdvice.stream().filter(t -> t.position() == position).toList();
    }

    public Optional<Consent> consent(String service) {
        return consents.stream().filter(c -> c.service().equals(service)).findFirst();
    }

    /// The members of a position that are expected to be captured: those not excepted.
    public List<Position> expected(Position position) {
        var members = position.isSlap() ? position.members() : List.of(position);
        return members.stream().filter(m -> omission(m).isEmpty()).toList();
    }

    /// The attempt that counts for a position: the one accepted by override, else the best whole
    /// capture. Fingers of different captures are never mixed.
    public Optional<Attempt> kept(Position position) {
        var overridden = acceptance(position).map(Acceptance::attempt);
        var candidates = attempts(position);
        if (overridden.isPresent()) {
            return candidates.stream().filter(a -> a.number() == overridden.get()).findFirst();
        }
        return candidates.stream().max(betterCapture(expected(position)));
    }

    /// Orders captures of one position, the better one greater: more fingers that are not refused
    /// first, so one with all of them before any other; then score by score in order of merit
    /// (index, middle, ring, little; right thumb, left thumb), the final score where it is there; a
    /// finger not found counts as below 0. The earlier wins a tie. Source: BSI TR-03121-3, best
    /// capture of a slap; it does not count fingers.
    static Comparator<Attempt> betterCapture(List<Position> merit) {
        Comparator<Attempt> order =
                Comparator.comparing((Attempt a) ->
                        a.judgements().stream()
                                .filter(j ->
                                        merit.contains(j.position())
                                                && j.verdict().outcome() != Verdict.Outcome.REFUSED)
                                .count());
        for (var member : merit) {
            order = order.thenComparing(a -> a.of(member).map(j -> j.score().orElse(0)).orElse(-1));
        }
        return order.thenComparing(Comparator.comparing(Attempt::number).reversed());
    }

    /// Whether a position is done: everything expected in it accepted, or taken by override, or all
    /// of it excepted.
    public boolean done(Position position) {
        var expected = expected(position);
        if (expected.isEmpty()) {
            return true;
        }
        var kept = kept(position);
        if (kept.isEmpty()) {
            return false;
        }
        return acceptance(position).isPresent()
                || expected.stream()
                        .allMatch(m ->
                                kept.get()
                                        .of(m)
                                        .map(j -> j.verdict().outcome() != Verdict.Outcome.REFUSED)
                                        .orElse(false));
    }

    /// Whether a supervisor must look: there is an exception, an override, or a special case that
    /// asks for it.
    public boolean needsApproval() {
        return !omissions.isEmpty()
                || !acceptances.isEmpty()
                || specialCases.stream().anyMatch(SpecialCase::approval);
    }

    public Optional<SpecialCase> specialCase(SpecialCase.Kind kind) {
        return specialCases.stream().filter(c -> c.kind() == kind).findFirst();
    }

    /// What is neither captured nor excepted of `wanted` single fingers and face. A finger counts
    /// as captured when the kept attempt of its slap, or of itself, is done.
    public SequencedSet<Position> missing(Set<Position> wanted) {
        var missing = new LinkedHashSet<Position>();
        wanted.stream()
                .sorted()
                .forEach(member -> {
                    var omitted = omission(member).isPresent();
                    var captured = capturedIn(member).isPresent();
                    if (!omitted && !captured) {
                        missing.add(member);
                    }
                });
        return missing;
    }

    /// The attempt in which a finger or the face counts as captured, if any: its own, else its
    /// slap's.
    public Optional<Attempt> capturedIn(Position member) {
        if (omission(member).isPresent()) {
            return Optional.empty();
        }
        for (var position :
                member.slap() == member ? List.of(member) : List.of(member, member.slap())) {
            var kept = kept(position);
            if (kept.isPresent() && done(position) && kept.get().of(member).isPresent()) {
                return kept;
            }
        }
        return Optional.empty();
    }

    /// A builder that starts from this session, with the next revision.
    public Change change() {
        return new Change(this);
    }

    /// Collects what a step changes; [#made] gives the new session.
    public static final class Change {
        private final Session before;
        private Stage stage;
        private Optional<Citizen> citizen;
        private List<String> services;
        private List<Consent> consents;
        private Optional<Instant> checked;
        private Optional<CitizenAnswer> citizenAnswer;
        private List<Attempt> attempts;
        private List<Omission> omissions;
        private List<SpecialCase> specialCases;
        private List<Acceptance> acceptances;
        private Set<String> ticks;
        private List<TriedAdvice> triedAdvice;
        private Optional<SignOff> signOff;
        private Optional<Approval> approval;
        private Optional<Digest> dossier;
        private Optional<SessionId> recaptures;

        private Change(Session s) {
            before = s;
            stage = s.stage;
            citizen = s.citizen;
            services = s.services;
            consents = s.consents;
            checked = s.checked;
            citizenAnswer = s.citizenAnswer;
            attempts = s.attempts;
            omissions = s.omissions;
            specialCases = s.specialCases;
            acceptances = s.acceptances;
            ticks = s.ticks;
            triedAdvice = s.triedAdvice;
            signOff = s.signOff;
            approval = s.approval;
            dossier = s.dossier;
            recaptures = s.recaptures;
        }

        /// @throws IllegalStateException when the step is not legal: the workflow must have refused
        ///   it before
        public Change stage(Stage to) {
            if (!stage.next().contains(to)) {
                throw new IllegalStateException(stage + " cannot become " + to);
            }
            stage = to;
            return this;
        }

        /// Takes back what the citizen said of data that are others now.
        public Change citizen(Citizen to) {
            citizenAnswer = citizenAnswer.flatMap(a -> citizen.flatMap(c -> a.after(c, to)));
            citizen = Optional.of(to);
            return this;
        }

        public Change services(List<String> to) {
            services = to;
            return this;
        }

        /// Adds an answer, in place of an earlier one to the same service.
        public Change consent(Consent to) {
            consents = replaced(consents, to, c -> c.service().equals(to.service()));
            return this;
        }

        public Change consents(List<Consent> to) {
            consents = to;
            return this;
        }

        public Change checked(Optional<Instant> to) {
            checked = to;
            return this;
        }

        public Change citizenAnswer(CitizenAnswer to) {
            citizenAnswer = Optional.of(to);
            return this;
        }

        public Change attempt(Attempt more) {
            attempts = replaced(attempts, more, _ -> false);
            return this;
        }

        public Change omission(Omission to) {
            omissions = replaced(omissions, to, o -> o.position() == to.position());
            return this;
        }

        public Change withoutOmission(Position position) {
            omissions = omissions.stream().filter(o -> o.position() != position).toList();
            return this;
        }

        public Change specialCase(SpecialCase to) {
            specialCases = replaced(specialCases, to, c -> c.kind() == to.kind());
            return this;
        }

        public Change withoutSpecialCase(SpecialCase.Kind kind) {
            specialCases = specialCases.stream().filter(c -> c.kind() != kind).toList();
            return this;
        }

        public Change acceptance(Acceptance to) {
            acceptances = replaced(acceptances, to, a -> a.position() == to.position());
            return this;
        }

        public Change withoutAcceptance(Position position) {
            acceptances = acceptances.stream().filter(a -> a.position() != position).toList();
            return this;
        }

        public Change ticks(Set<String> to) {
            ticks = to;
            return this;
        }

        /// Adds advice that was tried; said again of the same attempt it stands once.
        public Change tried(TriedAdvice more) {
            triedAdvice =
                    replaced(
                            triedAdvice,
                            more,
                            t ->
                                    t.position() == more.position()
                                            && t.attempt() == more.attempt()
                                            && t.advice().equals(more.advice()));
            return this;
        }

        public Change signOff(Optional<SignOff> to) {
            signOff = to;
            return this;
        }

        public Change approval(Approval to) {
            approval = Optional.of(to);
            return this;
        }

        public Change dossier(Digest to) {
            dossier = Optional.of(to);
            return this;
        }

        public Change recaptures(SessionId to) {
            recaptures = Optional.of(to);
            return this;
        }

        public Session made() {
            return new Session(
                    before.id,
                    stage,
                    before.openedAt,
                    before.openedBy,
                    before.queueNumber,
                    citizen,
                    services,
                    consents,
                    checked,
                    citizenAnswer,
                    attempts,
                    omissions,
                    specialCases,
                    acceptances,
                    ticks,
                    triedAdvice,
                    signOff,
                    approval,
                    dossier,
                    recaptures,
                    before.revision + 1);
        }

        private static <T> List<T> replaced(
                List<T> all, T more, java.util.function.Predicate<T> old) {
            var kept = new ArrayList<>(all);
            kept.removeIf(old);
            kept.add(more);
            return kept;
        }
    }

    /// Tells id and stage, nothing of the person.
    @Override
    public String toString() {
        return "Session[" + id + ", " + stage + ", " + attempts.size() + " attempts]";
    }
}
