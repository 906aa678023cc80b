package vn.tram.store;

import java.util.Set;

/// What the rows say that lies in files of one session.
///
/// @param images whether there are a key and frames
/// @param frames names of the frames' files
record Held(boolean images, Set<String> frames, boolean dossier) {
    /// A session without a row.
    static final Held NOTHING = new Held(false, Set.of(), false);

    Held {
        frames = Set.copyOf(frames);
    }
}
