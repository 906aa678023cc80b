package vn.tram.ui.kit;

/// A fault in the operator's words: what happened, what to do, what is safe, and the code to read
/// out.
public record Told(Phrase what, Phrase todo, Phrase safe, String code) {
    /// All of it as one paragraph.
    public Phrase whole() {
        return Phrase.of("kit.told", what, todo, safe);
    }

    /// "Mã TB-102": stands small at the end.
    public Phrase codeNote() {
        return Phrase.of("kit.code", code);
    }
}
