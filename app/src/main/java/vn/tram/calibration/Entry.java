package vn.tram.calibration;

import java.time.Instant;
import java.util.Optional;
import vn.tram.domain.Digest;

/// A link in the chain of one device: a certificate, or what a supervisor added to one.
public sealed interface Entry permits Certificate, Entry.Extension {
    /// 1 for the first of the device.
    int number();

    Subject device();

    Instant at();

    /// SHA-256 of the file of the entry before; empty for the first.
    Optional<Digest> before();

    /// A device as certificates name it. The chain is kept by make, model and serial number.
    record Subject(String make, String model, String serial, String firmware) {}

    /// A supervisor lets an expired or failed device be used for a while.
    ///
    /// @param certificate digest of the certificate's file
    /// @param by the supervisor's id
    record Extension(
            int number,
            Subject device,
            Digest certificate,
            Instant until,
            String by,
            String reason,
            Instant at,
            Optional<Digest> before)
            implements Entry {}
}
