package vn.tram.cli;

/// A command cannot go on: its message is the sentence for the terminal, exit code 1.
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String sentence) {
        super(sentence);
    }
}
