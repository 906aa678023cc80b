package vn.tram.ui;

import vn.tram.enroll.Step;

/// Where in a session the operator is.
sealed interface Where {
    record At(Step step) implements Where {}

    /// The exceptions, beside the fingerprints.
    record Exceptions() implements Where {}

    /// The devices, beside what of the session was on the screen.
    record DevicesBeside(Where origin) implements Where {}

    /// The pages about one device, beside the devices.
    record AtWorkbench(Where devices) implements Where {}

    record Elsewhere() implements Where {}

    /// Whether what stands belongs to a session, which whoever enrolls may take up.
    default boolean isOfSession() {
        return switch (this) {
            case At _, Exceptions _, DevicesBeside _ -> true;
            case AtWorkbench _, Elsewhere _ -> false;
        };
    }
}
