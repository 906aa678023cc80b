package vn.tram.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Approval;
import vn.tram.domain.Attempt;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Citizen;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Condition;
import vn.tram.domain.Consent;
import vn.tram.domain.Digest;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Judgement;
import vn.tram.domain.Omission;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SignOff;
import vn.tram.domain.Source;
import vn.tram.domain.Stage;
import vn.tram.domain.TriedAdvice;
import vn.tram.domain.Verdict;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// A signed-off session of an invented citizen: right slap (little finger excepted), left slap and
/// thumbs taken by override, a refused first attempt, a portrait, and a paper as evidence.
///
/// @param slapWidth columns of a slap, pixels
/// @param slapHeight rows of a slap, pixels
record EnrolledSession(int slapWidth, int slapHeight) {
    static final String NAME = "Nguyễn Thị Mẫu";
    static final String NUMBER = "001199000001";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final SessionId ID = SessionId.of("0e1b4a8e-52a5-4b7e-9a4e-0b2f6c7d8e9f");
    private static final Attempt.Device SCANNER =
            new Attempt.Device("sim://slap?seed=7", "Trạm", "Simulated slap", "7", "1", "");
    private static final Attempt.Device CAMERA =
            new Attempt.Device("sim://camera", "Trạm", "Simulated camera", "", "1", "");

    List<Kept> kept() {
        var kept = new ArrayList<Kept>();
        for (var slap : Position.slaps()) {
            var pixels = Pictures.ridges(slapWidth, slapHeight, slap.code());
            kept.add(kept(slap, 1, pixels, Resolution.Ppi.of(500), SCANNER));
        }
        var camera = new Resolution.Unknown();
        kept.add(kept(Position.FACE, 1, Pictures.colours(480, 640, 4), camera, CAMERA));
        kept.add(kept(Position.DOCUMENT, 1, Pictures.colours(64, 48, 5), camera, CAMERA));
        return kept;
    }

    Session session(List<Kept> kept) {
        var session = Session.opened(ID, NOW, "canbo", 3).change();
        session.citizen(
                new Citizen(
                        Map.of(
                                Field.NAME, new Item(NAME, Source.CARD_QR),
                                Field.PERSONAL_NUMBER, new Item(NUMBER, Source.CARD_QR),
                                Field.SEX, new Item("F", Source.TYPED))));
        session.services(List.of("id-card-new"));
        session.consent(new Consent("id-card-new", Consent.Answer.TOLD, "2026-10-01", NOW));
        session.checked(Optional.of(NOW));
        session.citizenAnswer(CitizenAnswer.wrong(Optional.empty(), Optional.of(Field.SEX), NOW));
        session.omission(
                new Omission(
                        Position.RIGHT_LITTLE,
                        Omission.Reason.MISSING,
                        true,
                        "cụt từ nhỏ",
                        kept.stream()
                                .map(Kept::attempt)
                                .filter(a -> a.position() == Position.DOCUMENT)
                                .flatMap(a -> a.frame().stream())
                                .findFirst(),
                        NOW,
                        "canbo"));
        session.acceptance(new Acceptance(Position.LEFT_FOUR, 1, "da khô", NOW, "canbo"));
        session.tried(new TriedAdvice(Position.LEFT_FOUR, 1, "ice-water", NOW, "canbo"));
        session.ticks(Set.of("both-ears-visible", "no-head-covering"));
        kept.forEach(one -> session.attempt(one.attempt()));
        session.attempt(refused());
        session.signOff(Optional.of(new SignOff("canbo", NOW, true)));
        session.approval(new Approval("chihuy", NOW));
        return session.stage(Stage.SIGNED_OFF).made();
    }

    private Attempt refused() {
        var reading = new Reading.NotMeasurable("contrast", "no foreground");
        var check =
                new Verdict.Check(
                        new Reading.Measured("area", 1.5, "cm²"),
                        2,
                        Double.POSITIVE_INFINITY,
                        true);
        var verdict =
                new Verdict(
                        Verdict.Outcome.REFUSED, "vn-id 2026-11-01", List.of(check), List.of("x"));
        var judgement =
                new Judgement(
                        Position.RIGHT_INDEX,
                        new Box(20, 20, 10, 10, 0),
                        OptionalInt.empty(),
                        List.of(reading),
                        verdict,
                        Optional.of(new Condition(PrintState.DRY, List.of("mean-gray"))));
        return new Attempt(
                Position.RIGHT_FOUR,
                2,
                NOW,
                SCANNER,
                Optional.of(Digest.of(new byte[] {9})),
                slapWidth,
                slapHeight,
                Resolution.Ppi.of(500),
                OptionalInt.of(12),
                List.of(Position.RIGHT_INDEX),
                List.of(judgement));
    }

    private Kept kept(
            Position position,
            int number,
            Pixels pixels,
            Resolution resolution,
            Attempt.Device device) {
        var expected =
                position == Position.FACE
                        ? List.of(Position.FACE)
                        : position.members().stream()
                                .filter(p -> p != Position.RIGHT_LITTLE)
                                .toList();
        var judgements = new ArrayList<Judgement>();
        for (int i = 0; i < expected.size(); i++) {
            judgements.add(judgement(expected.get(i), i, expected.size(), pixels));
        }
        var attempt =
                new Attempt(
                        position,
                        number,
                        NOW,
                        device,
                        Optional.of(Digest.of(pixels.toBytes())),
                        pixels.width(),
                        pixels.height(),
                        resolution,
                        OptionalInt.empty(),
                        expected,
                        judgements);
        return new Kept(
                attempt,
                new Frame(pixels, resolution, NOW, device.address()),
                EnumSet.allOf(CardFormat.class));
    }

    private static Judgement judgement(Position position, int index, int count, Pixels pixels) {
        double width = pixels.width() / (double) count;
        var box =
                new Box(
                        width * (index + 0.5),
                        pixels.height() / 2.0,
                        0.7 * width,
                        0.8 * pixels.height(),
                        position == Position.FACE ? 0 : 5);
        var verdict =
                new Verdict(Verdict.Outcome.ACCEPTED, "vn-id 2026-11-01", List.of(), List.of());
        return new Judgement(
                position,
                box,
                OptionalInt.of(60 + index),
                List.of(new Reading.Measured("area", 3.25, "cm²")),
                verdict);
    }
}
