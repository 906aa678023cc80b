package vn.tram.store;

import java.io.IOException;

/// Called before each step that changes the disk, so that a test can die there.
@FunctionalInterface
interface Interruption {
    /// The station's own: nothing happens.
    Interruption NONE = _ -> {};

    /// @param step what comes next, such as `destroy key`
    void before(String step) throws IOException;
}
