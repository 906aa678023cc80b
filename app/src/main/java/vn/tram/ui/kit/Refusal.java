package vn.tram.ui.kit;

/// A refused step in the operator's words.
///
/// @param what what is missing or in the way, a whole sentence
/// @param todo what to do about it, a whole sentence, verb first
public record Refusal(Phrase what, Phrase todo) {
    /// Both sentences as one paragraph.
    public Phrase whole() {
        return Phrase.of("reason.whole", what, todo);
    }

    /// For the panel of a screen that stays: the order large, the cause below.
    public HintWords hint() {
        return HintWords.of(Tone.WARN, HintWords.Who.OFFICER, todo, what);
    }
}
