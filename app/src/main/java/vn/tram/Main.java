package vn.tram;

import vn.tram.cli.TramCommand;

/// Where the program starts.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(TramCommand.run(args));
    }
}
