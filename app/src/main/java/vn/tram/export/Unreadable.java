package vn.tram.export;

/// Content from outside is not what the format says. The message is a sentence that can be shown.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
        super(sentence);
    }

    Unreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence; unlike [#getMessage] it is never null.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
