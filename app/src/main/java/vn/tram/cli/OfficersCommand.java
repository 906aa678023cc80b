package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.device.Device;
import vn.tram.device.Opening;
import vn.tram.enroll.AccountBook.Account;
import vn.tram.enroll.OwnPrints.Given;
import vn.tram.enroll.OwnPrints.Holding;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;

@Command(
        name = "officers",
        mixinStandardHelpOptions = true,
        description = "Who works here, and whose own fingers the station knows.",
        subcommands = {
            OfficersCommand.Listing.class,
            AccountCommands.Add.class,
            AccountCommands.SetPassword.class,
            AccountCommands.Disable.class,
            OfficersCommand.GivePrints.class,
            OfficersCommand.RemovePrints.class
        })
final class OfficersCommand implements Callable<Integer> {
    @Mixin private Listing listing = new Listing();

    @Override
    public Integer call() throws StationFault {
        return listing.call();
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "The accounts, also those that are disabled; what officers without a word does.")
    static final class Listing implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Option(names = "--json", description = "As JSON instead of CSV.")
        private boolean json;

        @Override
        public Integer call() throws StationFault {
            try (var station = state.open()) {
                var holdings =
                        station.enrollment().ownPrints().all().stream()
                                .collect(Collectors.toMap(Holding::officer, h -> h));
                var rows =
                        station.accounts().all().stream()
                                .map(a ->
                                        row(a, Optional.ofNullable(holdings.get(a.officer().id()))))
                                .toList();
                if (json) {
                    System.out.println(Json.of(rows));
                } else {
                    Csv.print(
                            List.of("officer", "role", "prints", "since", "current", "disabled"),
                            rows,
                            System.out);
                }
                return 0;
            }
        }
    }

    private static Map<String, String> row(Account account, Optional<Holding> holding) {
        var officer = account.officer();
        var row = new LinkedHashMap<String, String>();
        row.put("officer", officer.id());
        row.put("role", Words.of(officer.role()));
        row.put("prints", holding.map(h -> String.valueOf(h.fingers().size())).orElse("0"));
        row.put("since", holding.map(h -> h.since().toString()).orElse(""));
        row.put("current", holding.map(h -> String.valueOf(h.current())).orElse(""));
        row.put("disabled", account.disabled().map(Instant::toString).orElse(""));
        return row;
    }

    @Command(
            name = "give-prints",
            mixinStandardHelpOptions = true,
            description = {
                "An officer gives his own fingers, so that the station notices when one of them lies"
                        + " where a citizen's should.",
                "Kept are templates only, encrypted, on this station, until remove-prints; no pictures;"
                        + " they leave it neither in dossiers nor in logs.",
                "The officer's password is read from the terminal or from standard input."
            })
    static final class GivePrints implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "OFFICER", description = "The account, such as canbo.")
        private String officer = "";

        @Option(
                names = "--consent",
                required = true,
                description = "The officer agrees to this, and may end it at any time.")
        private boolean consent;

        @Option(
                names = "--device",
                paramLabel = "URI",
                description = "The scanner. Default: the station's.")
        private @Nullable URI device;

        @Override
        public Integer call() throws StationFault, Failure, IOException, InterruptedException {
            try (var station = state.open()) {
                var who = SignedIn.officer(station, officer);
                var password = Secrets.password(who.id());
                var address =
                        device == null
                                ? station.settings().station().devices().fingerprint()
                                : device;
                try (var scanner = open(station, address)) {
                    return told(
                            station.enrollment()
                                    .ownPrints()
                                    .give(
                                            who,
                                            password,
                                            scanner,
                                            p -> System.err.println("lay down " + Words.of(p))),
                            scanner);
                } finally {
                    Arrays.fill(password, '\0');
                }
            }
        }

        private static Device open(Assembly station, URI address)
                throws Failure, InterruptedException {
            return switch (station.drivers().open(address)) {
                case Opening.Opened(var scanner) -> scanner;
                case Opening.NotOpened(var fault) ->
                        throw new Failure(
                                address
                                        + ": "
                                        + Sentences.of(fault, vn.tram.device.Kind.SLAP_SCANNER));
            };
        }

        private static int told(Given given, Device scanner) throws Failure {
            return switch (given) {
                case Given.Kept(var fingers, var unusable) -> {
                    if (fingers.isEmpty()) {
                        throw new Failure("No finger was good enough to be kept.");
                    }
                    System.out.println("kept " + named(fingers));
                    if (!unusable.isEmpty()) {
                        System.err.println("not good enough: " + named(unusable));
                    }
                    yield 0;
                }
                case Given.Missed(var fault) ->
                        throw new Failure(Sentences.of(fault, scanner.info().kind()));
                case Given.Refused(var reason) -> throw new Failure(Sentences.of(reason));
            };
        }

        private static String named(List<Position> fingers) {
            return fingers.stream().map(Words::of).collect(Collectors.joining(" "));
        }
    }

    @Command(
            name = "remove-prints",
            mixinStandardHelpOptions = true,
            description = {
                "Deletes the templates of an officer's fingers.",
                "The password of who does it is read from the terminal or from standard input."
            })
    static final class RemovePrints implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "OFFICER", description = "Whose; he need have no account now.")
        private String officer = "";

        @Option(
                names = "--by",
                paramLabel = "OFFICER",
                description = "A supervisor who does it for him. Default: himself.")
        private @Nullable String by;

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            try (var station = state.open()) {
                var who = SignedIn.officer(station, by == null ? officer : by);
                var password = Secrets.password(who.id());
                try {
                    var refused = station.enrollment().ownPrints().takeBack(officer, who, password);
                    if (refused.isPresent()) {
                        throw new Failure(Sentences.of(refused.get()));
                    }
                    System.out.println("removed " + officer);
                    return 0;
                } finally {
                    Arrays.fill(password, '\0');
                }
            }
        }
    }
}
