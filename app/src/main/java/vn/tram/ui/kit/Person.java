package vn.tram.ui.kit;

/// Who is signed in, for the top bar.
///
/// @param name redacted in `toString`
public record Person(String name, Phrase role) {
    /// The first letter of the last word, as Vietnamese name people.
    public String letter() {
        var word = name.strip().substring(name.strip().lastIndexOf(' ') + 1);
        return word.isEmpty() ? "?" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    @Override
    public String toString() {
        return "Person[" + role + "]";
    }
}
