package vn.tram.bench;

/// A benchmark could not be measured: something around it failed.
public final class Unmeasured extends Exception {
    private static final long serialVersionUID = 1L;

    Unmeasured(String name, Throwable cause) {
        super(name + " could not be measured: " + cause.getMessage(), cause);
    }

    Unmeasured(String name, String why) {
        super(name + " could not be measured: " + why);
    }
}
