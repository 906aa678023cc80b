package vn.tram.ui.kit;

import java.util.UUID;
import vn.tram.device.DeviceInfo;

/// Where a screen wants to go. Screens never name each other; they send this to a [Navigator].
public sealed interface Intent {
    /// A place of the rail, by its name.
    record Open(String place) implements Intent {}

    /// The technician's pages about one device. Going back from there returns to the devices.
    record Workbench(DeviceInfo device, Page page) implements Intent {
        public enum Page {
            HISTORY,
            LIVE,
            CALIBRATION
        }
    }

    /// A step of the session that is open, 1 to 7.
    record Step(int number) implements Intent {}

    /// The step after this one in the session that is open.
    record Next() implements Intent {}

    /// The step before, or out of the session where there is none.
    record Back() implements Intent {}

    /// The exceptions of the session that is open: fingers that cannot be captured. Going back from
    /// there returns to the fingerprints.
    record Exception() implements Intent {}

    /// A new session for the next citizen.
    record Call() implements Intent {}

    /// A session that was parked or interrupted.
    record Resume(UUID session) implements Intent {}

    /// Set the session aside and go home.
    record Park() implements Intent {}

    /// F11: the citizen screen is shown, repeats what has gone from it, or is hidden.
    record CitizenScreen() implements Intent {}

    /// Ask for the officer again; the session stays.
    record Lock() implements Intent {}

    /// Switch the station off.
    record Quit() implements Intent {}
}
