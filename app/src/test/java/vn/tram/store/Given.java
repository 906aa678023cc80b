package vn.tram.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Approval;
import vn.tram.domain.Attempt;
import vn.tram.domain.Citizen;
import vn.tram.domain.Condition;
import vn.tram.domain.Consent;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Field;
import vn.tram.domain.Judgement;
import vn.tram.domain.Omission;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SignOff;
import vn.tram.domain.Source;
import vn.tram.domain.Stage;
import vn.tram.domain.Verdict;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

/// Values the tests of this package start from.
final class Given {
    static final Instant AT = Instant.parse("2026-11-22T01:02:03.123456789Z");
    static final byte[] PASSWORD = new byte[32];

    static {
        new Random(20261122).nextBytes(PASSWORD);
    }

    private Given() {}

    static Session opened() {
        return opened(AT, 7);
    }

    static Session opened(Instant at, int queueNumber) {
        return Session.opened(SessionId.random(), at, "canbo1", queueNumber);
    }

    static Citizen citizen() {
        return new Citizen(Map.of())
                .with(Field.PERSONAL_NUMBER, "001199000123", Source.CARD_QR)
                .with(Field.NAME, "Nguyễn Thị Ánh Tuyết", Source.TYPED)
                .with(Field.BIRTH_DATE, "1999-02-15", Source.CARD_QR)
                .with(Field.RESIDENCE, "Số 3 \"ngõ\" 12, Trần Duy Hưng", Source.ROSTER)
                .with(Field.PHONE, "", Source.TYPED);
    }

    static Frame gray(int width, int height, long seed) {
        var samples = new byte[width * height];
        new Random(seed).nextBytes(samples);
        return new Frame(
                Gray8.wrap(width, height, samples),
                new Resolution.Ppi(500, 499.5),
                AT.plusMillis(seed),
                "sim://slap?seed=" + seed);
    }

    static Frame colour(int width, int height, long seed) {
        var samples = new byte[3 * width * height];
        new Random(seed).nextBytes(samples);
        return new Frame(
                Rgb8.wrap(width, height, samples),
                new Resolution.Unknown(),
                AT.plusMillis(seed),
                "sim://camera?tên=ảnh");
    }

    static Attempt attempt(Position position, int number, Frame frame) {
        var members = position.isSlap() ? position.members() : List.of(position);
        return new Attempt(
                position,
                number,
                frame.takenAt().plusMillis(40),
                new Attempt.Device(
                        frame.origin(),
                        "Trạm",
                        "Simulated",
                        "S-1",
                        "1.0",
                        number > 1 ? "FAP 60" : ""),
                Optional.of(digest(frame.pixels())),
                frame.pixels().width(),
                frame.pixels().height(),
                frame.resolution(),
                number > 1 ? OptionalInt.of(80 + number) : OptionalInt.empty(),
                members,
                members.stream().map(m -> judgement(m, number)).toList());
    }

    static Digest digest(Pixels pixels) {
        return Digest.of(pixels.toBytes());
    }

    private static Judgement judgement(Position position, int number) {
        var contrast = new Reading.Measured("contrast", 0.1 + number / 3.0, "ratio");
        var blur = new Reading.NotMeasurable("sharpness", "too \"small\"");
        return new Judgement(
                position,
                new Box(100.25, 1.0 / 3, 200, 300.125, -12.5),
                number > 1 ? OptionalInt.of(60) : OptionalInt.empty(),
                List.of(contrast, blur),
                new Verdict(
                        number > 1 ? Verdict.Outcome.ACCEPTED : Verdict.Outcome.REFUSED,
                        "vn-id 2026-11-01",
                        List.of(
                                new Verdict.Check(contrast, 0.3, Double.POSITIVE_INFINITY, true),
                                new Verdict.Check(blur, Double.NEGATIVE_INFINITY, 4, false)),
                        List.of("press-lighter", "clean-glass")),
                number > 1
                        ? Optional.of(
                                new Condition(PrintState.DRY, List.of("ridge-share", "mean-gray")))
                        : Optional.empty());
    }

    /// A stored session with everything a session can have: two attempts, a citizen, answers, an
    /// exception, an override.
    static Session full(Sessions sessions) throws StationFault {
        var session = opened();
        sessions.open(session);
        session =
                saved(
                        sessions,
                        session.change()
                                .citizen(citizen())
                                .services(List.of("id-card-new", "iris"))
                                .consent(
                                        new Consent(
                                                "id-card-new",
                                                Consent.Answer.TOLD,
                                                "2026-10-01",
                                                AT.plusSeconds(5)))
                                .consent(
                                        new Consent(
                                                "iris",
                                                Consent.Answer.DECLINED,
                                                "2026-10-02",
                                                AT.plusSeconds(6)))
                                .checked(Optional.of(AT.plusNanos(1)))
                                .recaptures(SessionId.random())
                                .ticks(Set.of("both-ears-visible", "no-head-covering"))
                                .made());
        session = captured(sessions, session, Position.RIGHT_FOUR, 1, gray(160, 150, 1));
        session = captured(sessions, session, Position.RIGHT_FOUR, 2, gray(160, 150, 2));
        session = captured(sessions, session, Position.FACE, 1, colour(48, 64, 3));
        session = captured(sessions, session, Position.DOCUMENT, 1, colour(48, 64, 4));
        return saved(
                sessions,
                session.change()
                        .omission(
                                new Omission(
                                        Position.LEFT_LITTLE,
                                        Omission.Reason.OTHER,
                                        true,
                                        "mất ngón từ nhỏ",
                                        session.attempts().getLast().frame(),
                                        AT.plusSeconds(60),
                                        "canbo1"))
                        .omission(
                                new Omission(
                                        Position.LEFT_RING,
                                        Omission.Reason.BANDAGED,
                                        false,
                                        "băng bột",
                                        Optional.empty(),
                                        AT.plusSeconds(61),
                                        "canbo1"))
                        .acceptance(
                                new Acceptance(
                                        Position.FACE,
                                        1,
                                        "ánh sáng ngoài trời",
                                        AT.plusSeconds(62),
                                        "canbo1"))
                        .made());
    }

    static Session signedOff(Sessions sessions) throws StationFault {
        var session =
                saved(
                        sessions,
                        full(sessions)
                                .change()
                                .stage(Stage.SIGNED_OFF)
                                .signOff(
                                        Optional.of(
                                                new SignOff("canbo1", AT.plusSeconds(70), true)))
                                .made());
        session = saved(sessions, session.change().stage(Stage.AWAITING_APPROVAL).made());
        return saved(
                sessions,
                session.change().approval(new Approval("chihuy1", AT.plusSeconds(90))).made());
    }

    static Session saved(Sessions sessions, Session session) throws StationFault {
        sessions.save(session);
        return session;
    }

    static Session captured(
            Sessions sessions, Session before, Position position, int number, Frame frame)
            throws StationFault {
        var attempt = attempt(position, number, frame);
        var after = before.change().attempt(attempt).made();
        sessions.save(after, attempt, frame);
        return after;
    }

    static Dossier dossier(SessionId id) {
        var content = new byte[5000];
        new Random(id.hashCode()).nextBytes(content);
        return new Dossier(id, content);
    }

    static Session sealed(Session signedOff, Dossier dossier) {
        return signedOff.change().stage(Stage.SEALED).dossier(dossier.digest()).made();
    }

    /// Makes a session's row as it was before attempts were counted.
    static void uncounted(Connection connection, Session session) throws SQLException {
        try (var statement = connection.createStatement()) {
            long checksum;
            try (var salt =
                    statement.executeQuery(
                            "select frame_salt from session where id = '%s'"
                                    .formatted(session.id()))) {
                salt.next();
                checksum = new SessionRow(session, salt.getString(1)).uncounted();
            }
            statement.execute(
                    "update session set attempts = null, checksum = %d where id = '%s'"
                            .formatted(checksum, session.id()));
            statement.execute("shutdown");
        }
    }

    static Session sealed(Sessions sessions) throws StationFault {
        var signedOff = signedOff(sessions);
        var dossier = dossier(signedOff.id());
        var sealed = sealed(signedOff, dossier);
        sessions.seal(sealed, dossier);
        return sealed;
    }
}
