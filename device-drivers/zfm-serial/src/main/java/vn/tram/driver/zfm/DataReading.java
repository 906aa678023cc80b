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
    /// @throws FaultException `Garbled` when a sum does not hold or too much comes, `TimedOut` when
    ///   the module falls silent or `latest` passes before the last packet
    byte[] read(Duration gap, Deadline latest, Count count)
            throws FaultException, InterruptedException {
        var bytes = new ByteArrayOutputStream(most);
        while (true) {
            boolean last = latest.left().compareTo(gap) < 0;
            switch (dialogue.await(Kind.DATA, Kind.LAST_DATA, last ? latest : Deadline.in(gap))) {
                case Came.Nothing() ->
                        throw new FaultException(
                                new Fault.TimedOut(
                                        last ? latest.patience() : gap, "the rest of the data"));
                case Came.Damaged(var why) ->
                        throw new FaultException(
                                new Fault.Garbled("a data packet behind " + bytes.size(), why));
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
}
