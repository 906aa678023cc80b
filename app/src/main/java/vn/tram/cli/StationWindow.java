package vn.tram.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tram.bench.FirstFrame;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.security.FileAccounts.TrainingAccount;
import vn.tram.ui.Desk;
import vn.tram.ui.StationPorts;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.StationSign;
import vn.tram.ui.kit.Ui;
import vn.tram.ui.kit.UiContext;

/// The station's window over an assembled station, until it is closed.
final class StationWindow {
    private StationWindow() {}

    static int open(Assembly station) throws StationFault, InterruptedException {
        var training = station.folder().mode() == Mode.TRAINING;
        var site = station.settings().station().site();
        var sign =
                new StationSign(
                        site.name(),
                        station.keys().station(),
                        site.office(),
                        Assembly.VERSION,
                        training);
        var preferences = new ScreenPreferences(station.folder().path());
        var choices = preferences.load(station.settings().station().screen());
        var passwords =
                training
                        ? station.accounts().trainingHint().stream()
                                .collect(
                                        Collectors.toMap(
                                                a -> a.officer().id(), TrainingAccount::password))
                        : Map.<String, String>of();
        var clock = Clock.systemDefaultZone();
        try (var devices = station.devices()) {
            var ports =
                    new StationPorts(
                            sign,
                            clock,
                            station.accounts(),
                            station.database().sessions(),
                            station.database().outbox(),
                            station.enrollment(),
                            devices,
                            preferences,
                            passwords,
                            List.of(
                                    station.settings().fingerprint().name(),
                                    station.settings().portrait().name()));
            var context =
                    new UiContext(
                            sign,
                            clock,
                            choices.language(),
                            choices.look(),
                            choices.textSize(),
                            kit -> new Desk(kit, ports),
                            new Intent.Open(Places.HOME));
            return switch (Ui.start(context)) {
                case Ui.Running running -> {
                    if (FirstFrame.asked()) {
                        FirstFrame.tell(System.out);
                    } else {
                        running.await();
                    }
                    Ui.stop();
                    yield 0;
                }
                case Ui.Unavailable(var sentence) -> {
                    System.err.println(sentence);
                    yield 1;
                }
            };
        }
    }
}
