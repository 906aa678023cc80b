package vn.tram.ui.kit;

import java.util.Optional;
import vn.tram.enroll.Hint;

/// The one most useful hint in words: the order first, the number last and small.
///
/// @param who who must act
/// @param order a verb first, at most a dozen words
/// @param why one sentence that explains or calms
/// @param number what was measured and what is needed; reference only
public record HintWords(
        Tone tone, Who who, Phrase order, Optional<Phrase> why, Optional<Phrase> number) {
    /// Who must act.
    public enum Who {
        /// The officer guides the citizen.
        CITIZEN("kit.hint.citizen"),
        OFFICER("kit.hint.officer"),
        /// The officer reads the order aloud.
        READ_ALOUD("kit.hint.read-aloud"),
        /// The officer asks the order aloud.
        ASK("kit.hint.ask");

        private final String key;

        Who(String key) {
            this.key = key;
        }

        Phrase words() {
            return Phrase.of(key);
        }
    }

    public static HintWords of(Tone tone, Who who, Phrase order) {
        return new HintWords(tone, who, order, Optional.empty(), Optional.empty());
    }

    public static HintWords of(Tone tone, Who who, Phrase order, Phrase why) {
        return new HintWords(tone, who, order, Optional.of(why), Optional.empty());
    }

    /// The words of a hint of the workflow.
    ///
    /// @param number what was measured and what is needed, if it is known
    public static HintWords of(Tone tone, Hint hint, Optional<Phrase> number) {
        return AdviceTexts.hint(tone, hint, number);
    }
}
