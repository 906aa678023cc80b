package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Approval;
import vn.tram.domain.Attempt;
import vn.tram.domain.Citizen;
import vn.tram.domain.Digest;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SignOff;
import vn.tram.domain.Source;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;

/// A session without its attempts.
@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class SessionRow {
    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Column(name = "opened_at")
    private Instant openedAt;

    /// The database's own count, higher for each session: the clock may be set back.
    @Column(name = "opened_as", insertable = false, updatable = false)
    private @Nullable Long openedAs;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "queue_number")
    private int queueNumber;

    private @Nullable String citizen;
    private String course;

    /// JSON; null in a session in which none was tried, and in a row from before it was kept.
    @Column(name = "tried_advice")
    private @Nullable String triedAdvice;

    /// JSON; null where there is none, and in a row from before they were kept.
    @Column(name = "special_cases")
    private @Nullable String specialCases;

    /// JSON; null where nothing was said, and in a row from before it was kept.
    @Column(name = "citizen_answer")
    private @Nullable String citizenAnswer;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "signed_off_by")
    private @Nullable String signedOffBy;

    @Column(name = "signed_off_at")
    private @Nullable Instant signedOffAt;

    @Column(name = "citizen_confirmed")
    private @Nullable Boolean citizenConfirmed;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    private @Nullable String dossier;
    private @Nullable UUID recaptures;

    @Column(name = "frame_salt")
    private @Nullable String frameSalt;

    /// Null in a row that was last written before attempts were counted.
    private @Nullable Integer attempts;

    private int revision;
    private long checksum;

    protected SessionRow() {}

    SessionRow(Session session, String frameSalt) {
        id = session.id().value();
        openedAt = session.openedAt();
        openedBy = session.openedBy();
        queueNumber = session.queueNumber();
        this.frameSalt = frameSalt;
        set(session);
    }

    /// Takes over everything that can change.
    final void set(Session session) {
        stage = session.stage();
        citizen = session.citizen().map(CitizenJson::of).map(Json::text).orElse(null);
        course = Json.text(Course.of(session));
        triedAdvice = TriedJson.of(session).map(Json::text).orElse(null);
        specialCases = SpecialJson.of(session).map(Json::text).orElse(null);
        citizenAnswer = AnswerJson.of(session).map(Json::text).orElse(null);
        checkedAt = session.checked().orElse(null);
        signedOffBy = session.signOff().map(SignOff::by).orElse(null);
        signedOffAt = session.signOff().map(SignOff::at).orElse(null);
        citizenConfirmed = session.signOff().map(SignOff::citizenConfirmed).orElse(null);
        approvedBy = session.approval().map(Approval::by).orElse(null);
        approvedAt = session.approval().map(Approval::at).orElse(null);
        dossier = session.dossier().map(Digest::hex).orElse(null);
        recaptures = session.recaptures().map(SessionId::value).orElse(null);
        attempts = session.attempts().size();
        revision = session.revision();
        if (!stage.holdsImages()) {
            frameSalt = null;
        }
        checksum = content();
    }

    SessionId id() {
        return new SessionId(id);
    }

    Stage stage() {
        return stage;
    }

    int revision() {
        return revision;
    }

    Optional<Digest> dossier() {
        return Optional.ofNullable(dossier).map(Digest::new);
    }

    /// Empty once the session holds no images.
    Optional<String> frameSalt() {
        return Optional.ofNullable(frameSalt);
    }

    /// @throws DamagedRow when the row is not what was stored, or other attempts were found
    Session toSession(List<Attempt> found) {
        check();
        checkAttempts(found.size());
        var done = Json.read(course, Course.class);
        return new Session(
                id(),
                stage,
                openedAt,
                openedBy,
                queueNumber,
                citizen(),
                done.services(),
                done.toConsents(),
                Optional.ofNullable(checkedAt),
                Optional.ofNullable(citizenAnswer)
                        .map(json -> Json.read(json, AnswerJson.class).toCitizenAnswer()),
                found,
                done.toOmissions(),
                specialCases == null
                        ? List.of()
                        : Json.read(specialCases, SpecialJson.class).toSpecialCases(),
                done.toAcceptances(),
                done.ticks(),
                triedAdvice == null
                        ? List.of()
                        : Json.read(triedAdvice, TriedJson.class).toTriedAdvice(),
                signOff(),
                approval(),
                dossier(),
                Optional.ofNullable(recaptures).map(SessionId::new),
                revision);
    }

    /// @throws DamagedRow when the row is not what was stored, or other attempts were found
    Sessions.Summary toSummary(List<Sessions.Kept> kept) {
        check();
        checkAttempts(kept.size());
        return new Sessions.Summary(
                id(),
                stage,
                openedAt,
                queueNumber,
                citizen().map(Retention::named),
                kept,
                dossier());
    }

    /// The citizen's number, as long as it is known.
    Optional<String> number() {
        check();
        return citizen().flatMap(c -> c.value(Field.PERSONAL_NUMBER));
    }

    Optional<Instant> signedOff() {
        return Optional.ofNullable(signedOffAt);
    }

    private Optional<Citizen> citizen() {
        return Optional.ofNullable(citizen)
                .map(json -> Json.read(json, CitizenJson.class).toCitizen());
    }

    private Optional<SignOff> signOff() {
        return signedOffBy == null || signedOffAt == null || citizenConfirmed == null
                ? Optional.empty()
                : Optional.of(new SignOff(signedOffBy, signedOffAt, citizenConfirmed));
    }

    private Optional<Approval> approval() {
        return approvedBy == null || approvedAt == null
                ? Optional.empty()
                : Optional.of(new Approval(approvedBy, approvedAt));
    }

    /// @throws DamagedRow when the row is not what was stored
    void check() {
        if (checksum != content()) {
            throw new DamagedRow("session " + id);
        }
    }

    /// Attempts are found by indexes, and an index that lost an entry loses it without a word: what
    /// was captured would be missing in the dossier.
    ///
    /// @throws DamagedRow when the row counts more or fewer than were found
    void checkAttempts(long found) {
        if (attempts != null && attempts != found) {
            throw new DamagedRow(
                    "session %s has %d attempts, %d were found".formatted(id, attempts, found));
        }
    }

    private long content() {
        long counted = attempts == null ? uncounted() : Checksum.of(uncounted(), attempts);
        long tried = triedAdvice == null ? counted : Checksum.of(counted, triedAdvice);
        long special = specialCases == null ? tried : Checksum.of(tried, specialCases);
        return citizenAnswer == null ? special : Checksum.of(special, citizenAnswer);
    }

    /// The checksum of a row written before attempts were counted.
    long uncounted() {
        return Checksum.of(
                id,
                stage,
                openedAt,
                openedBy,
                queueNumber,
                citizen,
                course,
                checkedAt,
                signedOffBy,
                signedOffAt,
                citizenConfirmed,
                approvedBy,
                approvedAt,
                dossier,
                recaptures,
                frameSalt,
                revision);
    }

    /// A citizen's items as they lie in the column.
    record CitizenJson(List<StoredItem> items) {
        record StoredItem(Field field, String value, Source source) {}

        static CitizenJson of(Citizen citizen) {
            return new CitizenJson(
                    citizen.items().entrySet().stream()
                            .map(e ->
                                    new StoredItem(
                                            e.getKey(),
                                            e.getValue().value(),
                                            e.getValue().source()))
                            .toList());
        }

        Citizen toCitizen() {
            var byField = new EnumMap<Field, Item>(Field.class);
            items.forEach(i -> byField.put(i.field(), new Item(i.value(), i.source())));
            return new Citizen(byField);
        }
    }
}
