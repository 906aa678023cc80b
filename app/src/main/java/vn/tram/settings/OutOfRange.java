package vn.tram.settings;

/// A value that a settings record does not take. Names the key as it stands in the file.
final class OutOfRange extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String why;

    OutOfRange(String key, String why) {
        super(key + ": " + why);
        this.key = key;
        this.why = why;
    }

    /// The key within its table, in lower-dash.
    String key() {
        return key;
    }

    /// The reason without the key.
    String why() {
        return why;
    }

    /// @throws OutOfRange when `value` is not in `from` to `to`, borders included
    static void check(String key, long value, long from, long to) {
        if (value < from || value > to) {
            throw new OutOfRange(key, value + " is not in " + from + " to " + to);
        }
    }

    /// @throws OutOfRange when `text` is blank, has edges of white space or is longer than `most`
    static void check(String key, String text, int most) {
        if (text.isBlank() || !text.equals(text.strip()) || text.length() > most) {
            throw new OutOfRange(
                    key, "must be 1 to " + most + " characters without white space at the ends");
        }
    }
}
