package vn.tram.driver.zfm.simulator;

import java.util.List;
import vn.tram.driver.zfm.wire.Packet;

/// What a module does upon a packet.
///
/// @param packets it sends
/// @param busyMs it works before, milliseconds
/// @param after what happens when they are sent
record Reply(List<Packet> packets, int busyMs, After after) {
    enum After {
        NOTHING,
        /// The line goes on at the module's new speed.
        NEW_SPEED,
        /// The module starts anew.
        RESTART
    }

    Reply {
        packets = List.copyOf(packets);
    }

    /// Nothing at all.
    static Reply silence() {
        return new Reply(List.of(), 0, After.NOTHING);
    }

    Reply taking(int milliseconds) {
        return new Reply(packets, milliseconds, after);
    }

    Reply then(After what) {
        return new Reply(packets, busyMs, what);
    }
}
