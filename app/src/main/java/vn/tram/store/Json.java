package vn.tram.store;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Text in JSON columns. A name that is not known is a damaged or foreign row, not something to
/// skip: a newer program's rows come with a newer schema, which is refused at start.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Json() {}

    static String text(Record value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws DamagedRow when the text is not such a record
    static <T extends Record> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            // the parser's message may quote the text, and the text is private
            throw new DamagedRow(type.getSimpleName() + " at " + e.getLocation());
        }
    }
}
