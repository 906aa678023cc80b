package vn.tram.ui.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Kind;
import vn.tram.enroll.DeviceFitness;
import vn.tram.enroll.DeviceFitness.Proof;
import vn.tram.enroll.DeviceHistory.Past;
import vn.tram.enroll.DeviceJournal;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;

/// What happened to one device. On the thread that draws; knows no control.
public final class HistoryViewModel {
    /// Where the reading stands.
    public sealed interface State {
        record Reading() implements State {}

        /// @param proof empty for what takes no pictures
        record Seen(Past past, Optional<Proof> proof) implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    private final DeviceInfo device;
    private final DeviceJournal journal;
    private final DeviceFitness fitness;
    private final Background.Slot reading;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Reading());

    public HistoryViewModel(
            DeviceInfo device,
            DeviceJournal journal,
            DeviceFitness fitness,
            Background background) {
        this.device = device;
        this.journal = journal;
        this.fitness = fitness;
        reading = background.slot("device history");
    }

    public DeviceInfo device() {
        return device;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public void read() {
        state.set(new State.Reading());
        reading.start(
                () -> {
                    var proof =
                            device.kind() == Kind.CODE_READER
                                    ? Optional.<Proof>empty()
                                    : Optional.of(fitness.proof(device));
                    return new State.Seen(journal.of(device), proof);
                },
                state::set,
                fault -> state.set(new State.Failed(fault.code())));
    }

    public void leave() {
        reading.cancel();
    }
}
