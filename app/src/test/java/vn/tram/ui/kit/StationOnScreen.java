package vn.tram.ui.kit;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Window;
import vn.tram.cli.Assembly;
import vn.tram.cli.StationWindow;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.task.UiThread;
import vn.tram.ui.EnrollmentByKeyboard;

/// The whole station as it is shipped: its window on a screen that nobody sees, real threads, real
/// store, real keys, simulated devices; and a hand that works it by keys.
public final class StationOnScreen implements AutoCloseable {
    public final Assembly station;
    public final Devices devices;
    public final Hand hand;
    private final Kit kit;
    private final Window window;

    /// @param folder for the state
    /// @param addresses of the devices by seat
    /// @param dressed changes what the window starts with, such as its language
    public StationOnScreen(
            Path folder, Map<Seat, String> addresses, UnaryOperator<UiContext> dressed)
            throws Exception {
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        var uris = new EnumMap<Seat, URI>(Seat.class);
        addresses.forEach((seat, address) -> uris.put(seat, URI.create(address)));
        devices = station.devices(uris);
        var context = dressed.apply(StationWindow.context(station, devices));
        kit = Fx.on(() -> Ui.window(context)).kit();
        hand = new Hand(kit);
        window = Fx.on(() -> scene().getWindow());
    }

    /// Who works at the training station.
    public EnrollmentByKeyboard.Staff staff() throws StationFault {
        return StationWindow.trainingStaff(station);
    }

    /// What the window shows in the moment in which `met` holds.
    ///
    /// @param what for the message
    public BufferedImage picture(String what, BooleanSupplier met)
            throws InterruptedException, DidNotCome {
        var taken = new AtomicReference<BufferedImage>();
        hand.await(
                what,
                () -> {
                    if (taken.get() == null && met.getAsBoolean()) {
                        taken.set(SwingFXUtils.fromFXImage(scene().snapshot(null), null));
                    }
                    return taken.get() != null;
                });
        return taken.get();
    }

    private Scene scene() {
        return kit.shell().root().getScene();
    }

    @Override
    public void close() throws Exception {
        Fx.run(() -> {
            kit.shell().screen().ifPresent(Screen::hidden);
            window.hide();
        });
        UiThread.forget();
        devices.close();
        station.close();
    }
}
