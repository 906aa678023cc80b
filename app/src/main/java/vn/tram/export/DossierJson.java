package vn.tram.export;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.tram.domain.Acceptance;
import vn.tram.domain.Attempt;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Consent;
import vn.tram.domain.Digest;
import vn.tram.domain.Field;
import vn.tram.domain.Judgement;
import vn.tram.domain.Omission;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.domain.SpecialCase;
import vn.tram.domain.TriedAdvice;
import vn.tram.domain.Verdict;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// The two JSON parts of a dossier, as `docs/batch-format.md` tells them. Fields always come in the
/// same order; what is unknown or infinite is left out, never null.
final class DossierJson {
    static final String VERSION = "tram-dossier/3";

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private DossierJson() {}

    /// Where and by what the dossier is made.
    record Origin(String station, String mode, String software, String settings) {}

    /// A file of the dossier that is listed in `session.json`.
    record Listed(String name, String mediaType, String sha256, List<Position> positions) {}

    /// `session.json`.
    static byte[] session(
            Session session,
            Origin origin,
            Map<Attempt.Device, Digest> certificates,
            List<Listed> files) {
        var json = object();
        json.put("format", VERSION);
        json.put("session", session.id().toString());
        session.recaptures().ifPresent(id -> json.put("recaptures", id.toString()));
        json.put("mode", origin.mode());
        json.put("station", origin.station());
        json.put("software", origin.software());
        json.put("settings", origin.settings());
        json.put("openedAt", session.openedAt().toString());
        json.put("openedBy", session.openedBy());
        json.put("queueNumber", session.queueNumber());
        json.set("citizen", citizen(session));
        json.set("services", texts(session.services()));
        json.set("consents", each(session.consents(), DossierJson::consent));
        session.checked().ifPresent(at -> json.put("dataCheckedAt", at.toString()));
        session.citizenAnswer().ifPresent(a -> json.set("citizenAnswer", answer(a)));
        json.set("exceptions", each(session.omissions(), DossierJson::omission));
        json.set("specialCases", each(session.specialCases(), DossierJson::specialCase));
        json.set("overrides", each(session.acceptances(), DossierJson::acceptance));
        json.set("ticks", texts(session.ticks().stream().sorted().toList()));
        json.set("triedAdvice", each(session.triedAdvice(), DossierJson::tried));
        session.signOff()
                .ifPresent(s ->
                        json.putObject("signOff")
                                .put("by", s.by())
                                .put("at", s.at().toString())
                                .put("citizenConfirmed", s.citizenConfirmed()));
        session.approval()
                .ifPresent(a ->
                        json.putObject("approval").put("by", a.by()).put("at", a.at().toString()));
        json.set(
                "devices",
                each(
                        devices(session),
                        (device, node) -> device(device, certificates.get(device), node)));
        json.set("policies", texts(policies(session)));
        json.set("files", each(files, DossierJson::listed));
        return JSON.writeValueAsBytes(json);
    }

    /// `readings.json`: every attempt, the kept and the others.
    ///
    /// @param kept the attempts whose pixels are in the dossier
    static byte[] readings(Session session, Collection<Attempt> kept) {
        var json = object();
        json.put("format", VERSION);
        json.put("session", session.id().toString());
        var devices = devices(session);
        json.set(
                "attempts",
                each(
                        session.attempts(),
                        (attempt, node) -> {
                            node.put("position", attempt.position().name());
                            node.put("number", attempt.number());
                            node.put("kept", kept.contains(attempt));
                            node.put("at", attempt.at().toString());
                            node.put("device", devices.indexOf(attempt.device()));
                            attempt.frame().ifPresent(digest -> node.put("frame", digest.hex()));
                            node.put("width", attempt.width());
                            node.put("height", attempt.height());
                            if (attempt.resolution() instanceof Resolution.Ppi(var x, var y)) {
                                node.put("ppiX", x).put("ppiY", y);
                            }
                            attempt.deviceScore()
                                    .ifPresent(score -> node.put("deviceScore", score));
                            node.set("expected", positions(attempt.expected()));
                            node.set(
                                    "judgements",
                                    each(attempt.judgements(), DossierJson::judgement));
                        }));
        return JSON.writeValueAsBytes(json);
    }

    /// `face-cards.json`: how each card's picture was cut out of the face's frame.
    static byte[] cards(EncodedPictures face) {
        var json = object();
        json.put("format", "tram-face-cards/1");
        face.attempt().frame().ifPresent(digest -> json.put("frame", digest.hex()));
        json.set(
                "cards",
                each(
                        face.cards(),
                        (card, node) -> {
                            var crop = card.crop();
                            node.put("file", card.name());
                            node.put("widthMm", crop.format().widthMm());
                            node.put("heightMm", crop.format().heightMm());
                            node.put("width", crop.width());
                            node.put("height", crop.height());
                            node.put("head", crop.head());
                            node.set("box", box(crop.box()));
                        }));
        return JSON.writeValueAsBytes(json);
    }

    private static ArrayNode citizen(Session session) {
        var items = session.citizen().map(c -> c.items().entrySet()).orElseGet(java.util.Set::of);
        return each(
                items,
                (item, node) -> {
                    node.put("field", item.getKey().name());
                    node.put("value", item.getValue().value());
                    node.put("source", item.getValue().source().name());
                });
    }

    private static void consent(Consent consent, ObjectNode node) {
        node.put("service", consent.service());
        node.put("answer", consent.answer().name());
        node.put("textVersion", consent.textVersion());
        node.put("at", consent.at().toString());
    }

    private static ObjectNode answer(CitizenAnswer answer) {
        var node = object().put("right", answer.right());
        node.set("disputed", texts(answer.disputed().stream().sorted().map(Field::name).toList()));
        return node.put("at", answer.at().toString());
    }

    private static void omission(Omission omission, ObjectNode node) {
        node.put("position", omission.position().name());
        node.put("reason", omission.reason().name());
        node.put("permanent", omission.permanent());
        node.put("note", omission.note());
        omission.evidence().ifPresent(digest -> node.put("evidence", digest.hex()));
        node.put("at", omission.at().toString());
        node.put("by", omission.by());
    }

    private static void specialCase(SpecialCase special, ObjectNode node) {
        node.put("case", special.kind().name());
        node.put("reason", special.reason());
        node.put("approval", special.approval());
        node.put("at", special.at().toString());
        node.put("by", special.by());
    }

    private static void acceptance(Acceptance acceptance, ObjectNode node) {
        node.put("position", acceptance.position().name());
        node.put("attempt", acceptance.attempt());
        node.put("reason", acceptance.reason());
        node.put("at", acceptance.at().toString());
        node.put("by", acceptance.by());
    }

    private static void tried(TriedAdvice tried, ObjectNode node) {
        node.put("position", tried.position().name());
        node.put("attempt", tried.attempt());
        node.put("advice", tried.advice());
        node.put("at", tried.at().toString());
        node.put("by", tried.by());
    }

    private static void device(
            Attempt.Device device, @Nullable Digest certificate, ObjectNode node) {
        node.put("address", device.address());
        node.put("make", device.make());
        node.put("model", device.model());
        node.put("serial", device.serial());
        node.put("firmware", device.firmware());
        node.put("certification", device.certification());
        if (certificate != null) {
            node.put("certificate", certificate.hex());
        }
    }

    private static void listed(Listed file, ObjectNode node) {
        node.put("name", file.name());
        node.put("mediaType", file.mediaType());
        node.put("sha256", file.sha256());
        node.set("positions", positions(file.positions()));
    }

    private static void judgement(Judgement judgement, ObjectNode node) {
        node.put("position", judgement.position().name());
        node.set("box", box(judgement.box()));
        judgement.score().ifPresent(score -> node.put("score", score));
        judgement
                .condition()
                .ifPresent(c -> {
                    node.put("state", c.state().name());
                    node.set("evidence", texts(c.evidence()));
                });
        node.set("readings", each(judgement.readings(), DossierJson::reading));
        var verdict = judgement.verdict();
        var told = node.putObject("verdict");
        told.put("outcome", verdict.outcome().name());
        told.put("policy", verdict.policy());
        told.set("checks", each(verdict.checks(), DossierJson::check));
        told.set("advice", texts(verdict.advice()));
    }

    private static ObjectNode box(Box box) {
        return object().put("centreX", box.centreX())
                .put("centreY", box.centreY())
                .put("width", box.width())
                .put("height", box.height())
                .put("angle", box.angle());
    }

    private static void check(Verdict.Check check, ObjectNode node) {
        node.put("metric", check.reading().metric());
        if (Double.isFinite(check.min())) {
            node.put("min", check.min());
        }
        if (Double.isFinite(check.max())) {
            node.put("max", check.max());
        }
        node.put("required", check.required());
        node.put("holds", check.holds());
    }

    private static void reading(Reading reading, ObjectNode node) {
        node.put("metric", reading.metric());
        switch (reading) {
            case Reading.Measured(_, var value, var unit) ->
                    node.put("value", value).put("unit", unit);
            case Reading.NotMeasurable(_, var why) -> node.put("notMeasurable", why);
        }
    }

    private static List<Attempt.Device> devices(Session session) {
        return session.attempts().stream().map(Attempt::device).distinct().toList();
    }

    private static List<String> policies(Session session) {
        return session.attempts().stream()
                .flatMap(attempt -> attempt.judgements().stream())
                .map(judgement -> judgement.verdict().policy())
                .distinct()
                .sorted()
                .toList();
    }

    private static ArrayNode positions(List<Position> positions) {
        return texts(positions.stream().map(Position::name).toList());
    }

    private static ArrayNode texts(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static <T> ArrayNode each(Collection<T> values, BiConsumer<T, ObjectNode> fill) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> fill.accept(value, array.addObject()));
        return array;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
