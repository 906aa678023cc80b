package vn.tram.device;

import java.time.Duration;

/// Why a device gave no picture. Values, not exceptions: a pulled cable is an ordinary day.
///
/// The texts are English and technical, for the log; the operator's sentence is made in the UI from
/// the type.
public sealed interface Fault {
    /// Nothing came within `after`; `waitingFor` names the missing thing ("image", "finger").
    record TimedOut(Duration after, String waitingFor) implements Fault {}

    /// The device at `address` is gone, or was closed while it worked.
    record Disconnected(String address) implements Fault {}

    /// Another capture or another program has the device.
    record Busy(String by) implements Fault {}

    /// The device answered what its protocol does not allow, or a picture that cannot be read.
    record Garbled(String expected, String got) implements Fault {}

    /// The device said no, with its maker's code.
    record Refused(int vendorCode, String meaning) implements Fault {}

    /// The device signs what it sends, and something about that does not hold.
    record Untrusted(Doubt doubt, String why) implements Fault {}

    /// What cannot be believed of a device that signs; each wants something else of the operator.
    enum Doubt {
        /// There is no signature where one must be, or it is not that of what was sent.
        SIGNATURE,
        /// The certificate of the signing key is out of date, of a stranger, or for something else.
        CERTIFICATE,
        /// The device's clock and the station's disagree.
        CLOCK,
        /// It is not the device that it said it was.
        IDENTITY,
        /// What is signed does not answer what was asked: another transaction, purpose or finger.
        ANSWER
    }

    /// The operating system does not let this program use the device.
    record NotPermitted(String resource) implements Fault {}
}
