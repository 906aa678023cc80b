package vn.tram.ui.kit;

import java.util.List;

/// What the left rail shows.
public sealed interface Rail {
    /// Nothing: the work area begins at the left edge and the panel is wider (sign-in).
    record None() implements Rail {}

    /// The places, `here` being the name of the one that is open.
    record Places(List<Place> places, String here, Phrase foot) implements Rail {
        public Places {
            places = List.copyOf(places);
        }
    }

    /// A session: who, and its steps, entered by touch or `Ctrl+1` … `Ctrl+7` through
    /// [Intent.Step].
    ///
    /// @param name the citizen's name, or that nobody is chosen yet
    /// @param number the masked personal number, or what to do
    /// @param time how long the session lasts and its queue number
    /// @param foot lines at the bottom, at most two
    record Steps(Phrase name, Phrase number, Phrase time, List<Step> steps, List<Phrase> foot)
            implements Rail {
        public Steps {
            steps = List.copyOf(steps);
            foot = List.copyOf(foot);
        }
    }

    /// One step of a session.
    ///
    /// @param words with its number, such as "4. Vân tay"
    /// @param below how it stands, in two or three words
    /// @param here whether this is the step on the screen
    record Step(Phrase words, Phrase below, Tone tone, boolean here) {}
}
