package vn.tram.driver.zfm;

import java.time.Duration;
import vn.tram.device.Deadline;
import vn.tram.device.FaultException;
import vn.tram.driver.zfm.wire.Command;

/// The ring of light of a module that has one: blue and breathing while it waits for a finger,
/// purple while the picture is sent, red for a moment when it failed, else dark.
final class Ring {
    /// What it shows.
    enum Show {
        WAITING(1, 0x64, 2, 0),
        SENDING(3, 0, 3, 0),
        FAILED(2, 0x20, 1, 2),
        DARK(4, 0, 1, 0);

        private final byte[] arguments;

        /// @param control 1 breathing, 2 flashing, 3 on, 4 off
        /// @param speed of breathing and flashing, 0 to 255
        /// @param colour 1 red, 2 blue, 3 purple
        /// @param count of flashes; 0 without end
        Show(int control, int speed, int colour, int count) {
            arguments = new byte[] {(byte) control, (byte) speed, (byte) colour, (byte) count};
        }
    }

    private static final Duration WAIT = Duration.ofMillis(300);

    private final Dialogue dialogue;
    private boolean works;
    private Show shown = Show.DARK;

    Ring(Dialogue dialogue, Sensor sensor) {
        this.dialogue = dialogue;
        this.works = sensor.light() == Sensor.Light.AURA;
    }

    /// A ring that does not answer is left alone from then on: no capture fails for its light.
    void show(Show show, Deadline latest) throws FaultException, InterruptedException {
        if (!works || shown == show) {
            return;
        }
        shown = show == Show.FAILED ? Show.DARK : show; // which it becomes by itself
        try {
            dialogue.ask(Command.AURA_LED, WAIT, 1, latest, show.arguments);
        } catch (FaultException e) {
            if (Speed.ends(e.fault())) {
                throw e;
            }
            works = false;
        }
    }
}
