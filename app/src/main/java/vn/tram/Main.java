package vn.tram;

/// The composition root: constructs everything, nothing else does.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
