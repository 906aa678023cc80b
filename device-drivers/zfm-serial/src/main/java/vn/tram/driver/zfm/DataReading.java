package vn.tram.driver.zfm;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.driver.zfm.Dialogue.Came;
import vn.tram.driver.zfm.wire.Packet.Kind;

/// Data packets up to the last one. None of them is acknowledged: one that is damaged or lost
/// spoils all.
///
/// @param most bytes that may come
record DataReading(Dialogue dialogue, int most) {
    /// Told how many bytes there are.
    interface Count {
        void at(int bytes);
    }

    /// @param gap the longest silence between two packets
    /// @throws FaultException `Garbled` when too much comes or the last packet is damaged,
    ///   `TimedOut` when the module falls silent or `latest` passes before it
    byte[] read(Duration gap, Deadline latest, Count count)
            throws FaultException, InterruptedException {
        var bytes = new ByteArrayOutputStream(most);
        var damage = "";
        while (true) {
            boolean last = latest.left().compareTo(gap) < 0;
            switch (dialogue.await(Kind.DATA, Kind.LAST_DATA, last ? latest : Deadline.in(gap))) {
                case Came.Nothing() -> throw ended(last ? latest.patience() : gap, damage);
                case Came.Damaged(var why) -> damage = why + " behind byte " + bytes.size();
                case Came.Whole(var packet) -> {
                    bytes.writeBytes(packet.payload());
                    if (bytes.size() > most) {
                        throw new FaultException(
                                new Fault.Garbled("at most " + most + " bytes", "more"));
                    }
                    count.at(bytes.size());
                    if (packet.kind() == Kind.LAST_DATA) {
                        return bytes.toByteArray();
                    }
                }
            }
        }
    }

    private static FaultException ended(Duration after, String damage) {
        var rest = "the rest of the data";
        return new FaultException(
                damage.isEmpty()
                        ? new Fault.TimedOut(after, rest)
                        : new Fault.Garbled(rest, damage));
    }
}
