package vn.tram.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Check;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Light;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// How the station's devices are, as the top bar, the home screen and the sign-in say it.
final class DeviceBoard {
    private final Devices devices;
    private final ReadOnlyObjectWrapper<List<Check>> checks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Light>> lights =
            new ReadOnlyObjectWrapper<>(List.of());
    private int waiting;

    DeviceBoard(Devices devices, Background background) {
        this.devices = devices;
        var refresh = background.<Boolean>latest(_ -> look());
        devices.onChange(() -> refresh.accept(true));
        look();
    }

    ObservableValue<List<Check>> checks() {
        return checks.getReadOnlyProperty();
    }

    ObservableValue<List<Light>> lights() {
        return lights.getReadOnlyProperty();
    }

    /// How many dossiers wait for export.
    void waiting(int dossiers) {
        waiting = dossiers;
        look();
    }

    private void look() {
        var scanner = devices.status(Seat.FINGERPRINT);
        var camera = devices.status(Seat.CAMERA);
        var reader = devices.status(Seat.CODE_READER);
        var told = new ArrayList<Check>();
        told.add(check(Seat.FINGERPRINT, scanner));
        told.add(check(Seat.CAMERA, camera));
        if (!(reader instanceof DeviceStatus.Absent)) {
            told.add(check(Seat.CODE_READER, reader));
        }
        checks.set(List.copyOf(told));
        var shown = new ArrayList<Light>();
        shown.add(
                light(
                        Material2OutlinedAL.FINGERPRINT,
                        Seat.FINGERPRINT,
                        scanner,
                        "kit.light.fingerprint"));
        shown.add(light(Material2OutlinedMZ.PHOTO_CAMERA, Seat.CAMERA, camera, "kit.light.camera"));
        shown.add(
                new Light(
                        Material2OutlinedMZ.SD_CARD,
                        Phrase.of("kit.light.waiting", waiting),
                        Tone.GOOD));
        lights.set(List.copyOf(shown));
    }

    private static Check check(Seat seat, DeviceStatus status) {
        var what = Phrase.of("desk.device." + seat);
        return switch (status) {
            case DeviceStatus.Absent _ -> new Check(Tone.BAD, what, Phrase.of("desk.absent"));
            case DeviceStatus.Opening _ -> new Check(Tone.HERE, what, Phrase.of("desk.opening"));
            case DeviceStatus.Ready(var info) ->
                    new Check(Tone.GOOD, what, Phrase.of("desk.ready", name(info)));
            case DeviceStatus.Lost(_, var fault) ->
                    new Check(Tone.BAD, what, FaultTexts.of(fault, seat.kind()).what());
        };
    }

    private static Light light(Ikon icon, Seat seat, DeviceStatus status, String words) {
        return switch (status) {
            case DeviceStatus.Ready _ -> new Light(icon, Phrase.of(words), Tone.GOOD);
            case DeviceStatus.Opening _ -> new Light(icon, Phrase.of(words), Tone.HERE);
            case DeviceStatus.Absent _ ->
                    new Light(icon, Phrase.of("desk.absent-light." + seat), Tone.BAD);
            case DeviceStatus.Lost _ ->
                    new Light(icon, Phrase.of("desk.lost-light." + seat), Tone.BAD);
        };
    }

    private static String name(DeviceInfo info) {
        return info.make() + " " + info.model();
    }
}
