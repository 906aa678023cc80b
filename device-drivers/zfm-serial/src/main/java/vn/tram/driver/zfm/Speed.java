package vn.tram.driver.zfm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.driver.zfm.wire.Command;
import vn.tram.driver.zfm.wire.Confirmation;
import vn.tram.serial.Line;

/// At how many bits a second module and port talk: found at opening, raised for a picture, restored
/// after it.
final class Speed {
    /// The highest speed of these modules.
    static final int HIGHEST = 115_200;

    /// Steps of the module's register 4.
    private static final int STEP = 9_600;

    private static final byte BAUD_REGISTER = 4;
    private static final Duration HANDSHAKE = Duration.ofMillis(250);
    private static final Duration SETTING = Duration.ofMillis(800);

    private final Dialogue dialogue;
    private final ZfmAddress address;
    private int own;
    private int now;
    private boolean fixed;

    Speed(Dialogue dialogue, ZfmAddress address) {
        this.dialogue = dialogue;
        this.address = address;
        this.own = address.baud();
        this.now = own;
    }

    /// How long `bytes` take at the speed now, and half as long again.
    Duration timeFor(int bytes) {
        return Duration.ofMillis(1500L * bytes * Line.BITS_A_BYTE / now);
    }

    /// The module is left at its speed: it takes another only when it is powered anew.
    void fix() {
        own = now;
        fixed = true;
    }

    /// Tries the address's speed again and again, between each of the others: the module may be
    /// starting, or a picture that was given up left it at another.
    ///
    /// @throws FaultException `TimedOut` when none answers by then, `Garbled` when there was only
    ///   noise, `Refused` when the module does not want this password
    void find(Deadline latest) throws FaultException, InterruptedException {
        var order = new ArrayList<Integer>();
        for (int other : ZfmAddress.SPEEDS) {
            if (other != address.baud()) {
                order.addAll(List.of(address.baud(), other));
            }
        }
        Fault last = new Fault.TimedOut(latest.patience(), "an answer of the module");
        for (int baud : order) {
            if (latest.passed()) {
                break;
            }
            try {
                go(baud);
                handshake(baud == own ? 2 : 1, latest);
                return;
            } catch (FaultException e) {
                if (ends(e.fault())) {
                    throw e;
                }
                if (e.fault() instanceof Fault.Garbled) {
                    last = e.fault();
                }
            }
        }
        throw new FaultException(last);
    }

    /// Whether more asking would not help.
    static boolean ends(Fault fault) {
        return !(fault instanceof Fault.TimedOut || fault instanceof Fault.Garbled);
    }

    /// Asks the module whether it is there and takes the password.
    void handshake(int tries, Deadline latest) throws FaultException, InterruptedException {
        int word = address.password();
        var answer =
                dialogue.ask(
                        Command.VFY_PWD,
                        HANDSHAKE,
                        tries,
                        latest,
                        (byte) (word >> 24),
                        (byte) (word >> 16),
                        (byte) (word >> 8),
                        (byte) word);
        if (answer.at(0) != Confirmation.OK) {
            throw refused(answer.at(0));
        }
    }

    static FaultException refused(int code) {
        return new FaultException(new Fault.Refused(code, Confirmation.words(code)));
    }

    /// Raises the speed for a picture, where the module can.
    void raise(Deadline latest) throws FaultException, InterruptedException {
        if (!fixed && now < HIGHEST && !change(HIGHEST, latest)) {
            fixed = true;
        }
    }

    /// Back to the module's own speed. A module that does not go back is left where it is: to ask
    /// again and again would wear its memory out.
    void restore(Deadline latest) throws FaultException, InterruptedException {
        if (now != own && !change(own, latest)) {
            own = now;
            fixed = true;
        }
    }

    /// Asks the module for another speed; it answers at the old one. Where it then cannot be heard
    /// at the new one, the old one stays.
    ///
    /// @return whether they talk at it
    private boolean change(int baud, Deadline latest) throws FaultException, InterruptedException {
        int old = now;
        if (refuses(baud, latest)) {
            return false;
        }
        try {
            go(baud);
            handshake(3, latest);
            return true;
        } catch (FaultException e) {
            if (ends(e.fault())) {
                throw e;
            }
            go(old);
            handshake(3, latest);
            return false;
        }
    }

    /// Tells the module. Where its answer is not understood it may have changed or not.
    private boolean refuses(int baud, Deadline latest) throws FaultException, InterruptedException {
        byte[] setting = {BAUD_REGISTER, (byte) (baud / STEP)};
        try {
            var answer = dialogue.ask(Command.SET_SYS_PARA, SETTING, 1, latest, setting);
            return answer.at(0) != Confirmation.OK;
        } catch (FaultException e) {
            if (ends(e.fault())) {
                throw e;
            }
            return false;
        }
    }

    private void go(int baud) throws FaultException {
        dialogue.line().baud(baud);
        now = baud;
    }
}
