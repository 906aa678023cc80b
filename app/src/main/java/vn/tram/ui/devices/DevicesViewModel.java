package vn.tram.ui.devices;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Drivers;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;

/// What is attached, seat by seat, and the officer's choice. On the thread that draws; knows no
/// control.
public final class DevicesViewModel {
    /// Where the look around stands.
    public sealed interface State {
        /// Devices are looked for; for the first time nothing is known yet.
        record Looking() implements State {}

        record Seen(Sight sight) implements State {}

        /// A seat is given to another device.
        record Choosing(Sight sight, Seat seat, DeviceInfo device) implements State {}

        /// The choice could not be kept; the seat is as before.
        record Failed(Sight sight, StationFault.Code code) implements State {}
    }

    /// @param seats how the device of each seat is now
    /// @param attached what can be opened, those in use first
    /// @param leftOut drivers that are not used, and why
    public record Sight(
            Map<Seat, DeviceStatus> seats,
            List<DeviceInfo> attached,
            List<Drivers.LeftOut> leftOut) {
        public Sight {
            seats = Map.copyOf(seats);
            attached = List.copyOf(attached);
            leftOut = List.copyOf(leftOut);
        }

        public DeviceStatus status(Seat seat) {
            return Objects.requireNonNull(seats.get(seat));
        }

        /// What could have that seat.
        public List<DeviceInfo> fitting(Seat seat) {
            return attached.stream().filter(info -> seat.fits(info.kind())).toList();
        }

        public boolean used(Seat seat, DeviceInfo device) {
            return status(seat) instanceof DeviceStatus.Ready(var info) && info.equals(device);
        }

        /// Whether a seat without its device could have another one.
        public boolean choice() {
            return seats.entrySet().stream()
                    .anyMatch(seat ->
                            !served(seat.getKey(), seat.getValue())
                                    && !fitting(seat.getKey()).isEmpty());
        }

        /// Whether every seat has its device, or needs none.
        public boolean complete() {
            return seats.entrySet().stream().allMatch(s -> served(s.getKey(), s.getValue()));
        }

        private static boolean served(Seat seat, DeviceStatus status) {
            return status instanceof DeviceStatus.Ready
                    || seat.optional() && status instanceof DeviceStatus.Absent;
        }
    }

    private final Devices devices;
    private final Background.Slot looking;
    private final Background.Slot choosing;
    private final Runnable unfollow;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Looking());
    private List<DeviceInfo> attached = List.of();

    public DevicesViewModel(Devices devices, Background background) {
        this.devices = devices;
        looking = background.slot("devices");
        choosing = background.slot("device choice");
        var changed = background.<Boolean>latest(_ -> changed());
        unfollow = devices.onChange(() -> changed.accept(true));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks for what is attached: up to some seconds.
    public void look() {
        state.set(new State.Looking());
        looking.start(
                devices::attached,
                found -> {
                    attached = found;
                    state.set(new State.Seen(sight()));
                },
                fault -> state.set(new State.Failed(sight(), fault.code())));
    }

    /// Gives a seat that device, now and after the next start.
    public void choose(Seat seat, DeviceInfo device) {
        if (state.get() instanceof State.Choosing || sight().used(seat, device)) {
            return;
        }
        state.set(new State.Choosing(sight(), seat, device));
        choosing.start(
                () -> {
                    devices.use(seat, device);
                    return device;
                },
                _ -> state.set(new State.Seen(sight())),
                fault -> state.set(new State.Failed(sight(), fault.code())));
    }

    /// The screen goes; what was begun goes on.
    public void leave() {
        unfollow.run();
        looking.cancel();
    }

    /// A device came or went by itself.
    private void changed() {
        switch (state.get()) {
            case State.Seen _ -> state.set(new State.Seen(sight()));
            case State.Failed(_, var code) -> state.set(new State.Failed(sight(), code));
            case State.Looking _, State.Choosing _ -> {}
        }
    }

    private Sight sight() {
        var seats = new EnumMap<Seat, DeviceStatus>(Seat.class);
        for (var seat : Seat.values()) {
            seats.put(seat, devices.status(seat));
        }
        return new Sight(seats, attached, devices.leftOut());
    }
}
