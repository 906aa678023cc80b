package vn.tram.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;

/// A judgement as the command line writes it.
final class JudgementJson {
    private JudgementJson() {}

    static Map<String, Object> of(Judgement judgement) {
        var json = new LinkedHashMap<String, Object>();
        json.put("position", Words.of(judgement.position()));
        judgement.score().ifPresent(s -> json.put("score", s));
        json.put("verdict", Words.of(judgement.verdict().outcome()));
        json.put("policy", judgement.verdict().policy());
        json.put("failed", judgement.verdict().failed());
        json.put("advice", judgement.verdict().advice());
        var readings = new LinkedHashMap<String, Object>();
        for (var reading : judgement.readings()) {
            readings.put(
                    reading.metric(),
                    switch (reading) {
                        case Reading.Measured(_, var value, var unit) ->
                                Map.of("value", value, "unit", unit);
                        case Reading.NotMeasurable(_, var why) -> Map.of("not-measurable", why);
                    });
        }
        json.put("readings", readings);
        return json;
    }
}
