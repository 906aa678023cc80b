package vn.tram.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.tram.enroll.StationFault;
import vn.tram.identity.Units;
import vn.tram.settings.Settings;

@Command(
        name = "address",
        mixinStandardHelpOptions = true,
        description = {
            "What an address with old administrative units is today: since,address, a row for each answer."
                    + " Several rows mean that the commune was parted; none, that nothing is known to have"
                    + " changed. The packs are those of config/units."
        })
final class RosterAddressCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Parameters(
            paramLabel = "ADDRESS",
            description =
                    "Parts between commas, the province last: 'xã Thạch Kênh, huyện Thạch Hà, tỉnh Hà Tĩnh'.")
    private String address = "";

    @Override
    public Integer call() throws StationFault {
        var units = Settings.load(Places.config()).units();
        var rows =
                switch (units.on(LocalDate.now(Clock.systemDefaultZone()), address)) {
                    case Units.Address.AsItIs _ -> List.<Map<String, String>>of();
                    case Units.Address.Changed(var text, var since) -> List.of(row(since, text));
                    case Units.Address.Parted(var texts, var since) ->
                            texts.stream().map(t -> row(since, t)).toList();
                };
        Csv.print(List.of("since", "address"), rows, System.out);
        return 0;
    }

    private static Map<String, String> row(LocalDate since, String text) {
        return Map.of("since", since.toString(), "address", text);
    }
}
