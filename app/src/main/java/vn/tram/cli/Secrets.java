package vn.tram.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Passwords from the terminal, unseen, else line by line from standard input: never from the
/// command line, which others can read. The caller wipes them.
final class Secrets {
    /// One for the program: it reads ahead.
    private static final BufferedReader INPUT =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Secrets() {}

    /// The password of somebody who has one.
    static char[] password(String officer) throws IOException, Failure {
        return read("Password of " + officer);
    }

    /// A password that somebody is to have; typed twice at a terminal.
    static char[] fresh(String officer) throws IOException, Failure {
        var typed = read("New password of " + officer);
        if (isTyped()) {
            var again = read("Once more");
            boolean same = Arrays.equals(typed, again);
            Arrays.fill(again, '\0');
            if (!same) {
                Arrays.fill(typed, '\0');
                throw new Failure("The two are not the same. Nothing was changed.");
            }
        }
        return typed;
    }

    private static boolean isTyped() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static char[] read(String prompt) throws IOException, Failure {
        @Nullable Console console = System.console();
        if (console != null && console.isTerminal()) {
            char @Nullable [] typed = console.readPassword("%s: ", prompt);
            if (typed != null) {
                return typed;
            }
        } else {
            var line = INPUT.readLine();
            if (line != null) {
                return line.toCharArray();
            }
        }
        throw new Failure(prompt + ": it is read from the terminal or from standard input.");
    }
}
