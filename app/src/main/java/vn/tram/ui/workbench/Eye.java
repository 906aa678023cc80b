package vn.tram.ui.workbench;

import java.util.Optional;
import vn.tram.calibration.Instruction;
import vn.tram.device.Fault;

/// What the device shows while a picture is wanted.
public sealed interface Eye {
    record Opening() implements Eye {}

    /// @param refusal why a picture would not be taken now
    record Guided(Optional<Instruction> refusal) implements Eye {}

    /// There is no live picture; it can be captured all the same.
    record Blind() implements Eye {}

    /// The device was pulled, or the station uses another.
    record NotHere() implements Eye {}

    record Broke(Fault fault) implements Eye {}
}
