package vn.tram.enroll;

import vn.tram.device.Fault;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;

/// What became of one capture.
public sealed interface CaptureOutcome {
    /// Captured, judged, and durable in the store.
    record Stored(Session session, Attempt attempt) implements CaptureOutcome {}

    /// The device gave no picture; no attempt is counted.
    record Missed(Fault fault) implements CaptureOutcome {}

    /// The workflow does not allow this capture now.
    record Refused(Reason reason) implements CaptureOutcome {}
}
