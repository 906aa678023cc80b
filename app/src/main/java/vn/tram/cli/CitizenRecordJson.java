package vn.tram.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Session;

/// All that the station holds of a person, in a form that the person can be handed.
final class CitizenRecordJson {
    private CitizenRecordJson() {}

    static Map<String, Object> of(Assembly station, List<Session> sessions) {
        var record = new LinkedHashMap<String, Object>();
        record.put("schema", "tram-citizen-record/1");
        record.put("station", station.keys().station());
        record.put("sessions", sessions.stream().map(CitizenRecordJson::session).toList());
        return record;
    }

    private static Map<String, Object> session(Session s) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", s.id().toString());
        told.put("state", Words.of(s.stage()));
        told.put("opened", s.openedAt().toString());
        var data = new LinkedHashMap<String, Object>();
        s.citizen()
                .ifPresent(c ->
                        c.items()
                                .forEach((field, item) ->
                                        data.put(
                                                Words.of(field),
                                                Map.of(
                                                        "value",
                                                        item.value(),
                                                        "source",
                                                        Words.of(item.source())))));
        told.put("data", data);
        told.put("services", s.services());
        told.put(
                "consents",
                s.consents().stream()
                        .map(c ->
                                Map.of(
                                        "service", c.service(),
                                        "answer", Words.of(c.answer()),
                                        "text-version", c.textVersion(),
                                        "at", c.at().toString()))
                        .toList());
        told.put(
                "exceptions",
                s.omissions().stream()
                        .map(o ->
                                Map.of(
                                        "position", Words.of(o.position()),
                                        "reason", Words.of(o.reason()),
                                        "note", o.note()))
                        .toList());
        told.put(
                "special-cases",
                s.specialCases().stream()
                        .map(c -> Map.of("kind", Words.of(c.kind()), "reason", c.reason()))
                        .toList());
        told.put(
                "accepted-with-reason",
                s.acceptances().stream()
                        .map(a -> Map.of("position", Words.of(a.position()), "reason", a.reason()))
                        .toList());
        told.put("attempts", s.attempts().stream().map(CitizenRecordJson::attempt).toList());
        s.signOff().ifPresent(o -> told.put("signed-off", o.at().toString()));
        s.dossier().map(Digest::hex).ifPresent(d -> told.put("dossier", d));
        return told;
    }

    private static Map<String, Object> attempt(Attempt a) {
        var told = new LinkedHashMap<String, Object>();
        told.put("position", Words.of(a.position()));
        told.put("attempt", a.number());
        told.put("at", a.at().toString());
        told.put("picture", a.frame().isPresent() ? "here, encrypted" : "not here any more");
        var scores = new LinkedHashMap<String, Object>();
        a.judgements()
                .forEach(j ->
                        j.score().ifPresent(score -> scores.put(Words.of(j.position()), score)));
        told.put("scores", scores);
        return told;
    }
}
