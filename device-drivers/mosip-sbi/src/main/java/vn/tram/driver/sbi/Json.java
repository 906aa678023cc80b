package vn.tram.driver.sbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;

/// JSON of a service, which may be anything: bounded in depth and size, and every field looked at
/// before it is believed. No fault repeats content: that may be a person's.
final class Json {
    /// The most bytes of an answer: four lossless fingers are 0.7 MB, a 12 megapixel portrait 20.
    static final int MOST_BYTES = 24 << 20;

    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .maxStringLength(MOST_BYTES)
                                                    .maxDocumentLength(MOST_BYTES)
                                                    .build())
                                    .build())
                    .build();

    private Json() {}

    /// @param what names the bytes in a fault
    static JsonNode read(byte[] bytes, String what) throws FaultException {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new FaultException(new Fault.Garbled(what + " in JSON", "something else"), e);
        }
    }

    /// A field that must be there. Numbers are written as text by some, as numbers by others.
    static String text(JsonNode object, String field, String what) throws FaultException {
        return text(object, field).orElseThrow(() -> missing(field, what));
    }

    static Optional<String> text(JsonNode object, String field) {
        var value = object.path(field);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString())
                : Optional.empty();
    }

    static FaultException missing(String field, String what) {
        return new FaultException(new Fault.Garbled(field + " in " + what, "none"));
    }

    /// An array of texts; empty where the field is missing. A single text is taken for one.
    static List<String> texts(JsonNode object, String field) {
        var value = object.path(field);
        if (value.isString()) {
            return List.of(value.asString());
        }
        var texts = new ArrayList<String>();
        for (var element : value) {
            if (element.isString() || element.isNumber()) {
                texts.add(element.asString());
            }
        }
        return texts;
    }
}
