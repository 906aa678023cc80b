package vn.tram.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;

/// The subcommands of `tram officers` that change accounts.
final class AccountCommands {
    private static final String SECRETS =
            "Passwords are read from the terminal, else line by line from standard input:"
                    + " first that of who does it, then the new one.";

    private AccountCommands() {}

    private static void requireDone(Optional<Reason> refused) throws Failure {
        if (refused.isPresent()) {
            throw new Failure(Sentences.of(refused.get()));
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Adds an account. Where there is none yet the first one is a supervisor's, and nobody stands surety for it.",
                SECRETS
            })
    static final class Add implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "OFFICER", description = "Small letters and digits, as canbo2.")
        private String id = "";

        @Option(names = "--name", required = true, description = "As shown on the screen.")
        private String name = "";

        @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
        private Role role = Role.OPERATOR;

        @Option(names = "--by", paramLabel = "OFFICER", description = "The supervisor.")
        private @Nullable String by;

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            try (var station = state.open()) {
                var more = new Officer(id, name, role);
                if (by != null) {
                    add(station, more, SignedIn.officer(station, by));
                } else if (station.accountKeeping().all().isEmpty()) {
                    addFirst(station, more);
                } else {
                    throw new Failure("Name the supervisor who adds it with --by.");
                }
                System.out.println("added " + id);
                return 0;
            }
        }

        private static void add(Assembly station, Officer more, Officer by)
                throws StationFault, Failure, IOException {
            var password = Secrets.password(by.id());
            var secret = Secrets.fresh(more.id());
            try {
                requireDone(station.accountKeeping().add(more, secret, by, password));
            } finally {
                Arrays.fill(password, '\0');
                Arrays.fill(secret, '\0');
            }
        }

        private static void addFirst(Assembly station, Officer first)
                throws StationFault, Failure, IOException {
            var secret = Secrets.fresh(first.id());
            try {
                requireDone(station.accountKeeping().addFirst(first, secret));
            } finally {
                Arrays.fill(secret, '\0');
            }
        }
    }

    @Command(
            name = "set-password",
            mixinStandardHelpOptions = true,
            description = {
                "Gives an account a new password. One that was locked or disabled can sign in again.",
                SECRETS
            })
    static final class SetPassword implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "OFFICER", description = "Whose.")
        private String id = "";

        @Option(
                names = "--by",
                paramLabel = "OFFICER",
                description = "The supervisor. Default: the officer himself.")
        private @Nullable String by;

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            try (var station = state.open()) {
                var who = SignedIn.officer(station, by == null ? id : by);
                var password = Secrets.password(who.id());
                var secret = Secrets.fresh(id);
                try {
                    requireDone(station.accountKeeping().setPassword(id, secret, who, password));
                } finally {
                    Arrays.fill(password, '\0');
                    Arrays.fill(secret, '\0');
                }
                System.out.println("password set of " + id);
                return 0;
            }
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = {
                "Nobody signs in with the account any more. What its officer did stays in the log, and the name is not given again.",
                SECRETS
            })
    static final class Disable implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "OFFICER", description = "Whose.")
        private String id = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "OFFICER",
                description = "The supervisor.")
        private String by = "";

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            try (var station = state.open()) {
                var who = SignedIn.officer(station, by);
                var password = Secrets.password(by);
                try {
                    requireDone(station.accountKeeping().disable(id, who, password));
                } finally {
                    Arrays.fill(password, '\0');
                }
                System.out.println("disabled " + id);
                return 0;
            }
        }
    }
}
