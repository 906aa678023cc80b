package vn.tram.driver.simulated;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.image.Resolution;

/// Opens `sim://slap`, `sim://single` and `sim://camera`.
///
/// Parameters, none of them needed:
///
/// - `seed=N` — another world of people; 1 if not given
/// - `person=N` — this person at every capture; if not given, one that follows from the seed and
///   the request's transaction
/// - `skin=normal|mixed|dry|wet|worn` — of all fingers, normal if not given; `mixed` is by person
///   and finger, as in life
/// - `portrait=collins|hopper` — who stands before the camera; Hopper wears glasses and a cap,
///   which the policy refuses
/// - `scene=good|nobody|far|turned|tilted|closed|dark|sidelit|blurred|moving|busy|two` — what is
///   planted in the camera's picture, to a degree that follows from the person; good if not given.
///   Several with commas between are played in the preview one after the other, two seconds each;
///   the last one stays, and is what a still shows
/// - `hand=careful|usual|light|hard|steep|aside|moving` — careful if not given; the usual people
///   press too lightly, too hard, only with the tips or slide now and then, and do better when they
///   try again; the others do the one thing wrong at first and seldom after it
/// - `rolls=yes|no` — whether the scanner can roll fingers; yes if not given
/// - `glass=clean|ghost|dirty` — clean if not given; with a faint print of the hand before, or with
///   specks and smears
/// - `fault=unplug|silence|garbage|slow` — played at the capture `at=N` (1 is the first, the
///   default); with `at=0` at every capture and in the preview. After `unplug` the device stays
///   away until it is opened again.
/// - `target=clean|dark|bars|bars-turned|grid|bar-chart` before a scanner, and
///   `checkerboard|gray-card|eye-edge|face-place` before a camera — a calibration target instead of
///   a person; several with commas between, one a capture, the last one stays
/// - `flaw=none|blur|noise|stretch|skew` — how a scanner shows its targets; none if not given: out
///   of focus, eight gray levels of noise, 510 ppi across, laid seven degrees askew
/// - `cable=/path/of/a/file` — attached as long as that file is there: deleting it pulls the cable,
///   making it puts it back
public final class SimulatedProvider implements DeviceProvider {
    @Override
    public String scheme() {
        return "sim";
    }

    @Override
    public List<URI> scan() {
        return List.of(
                URI.create("sim://slap"), URI.create("sim://single"), URI.create("sim://camera"));
    }

    @Override
    public Opening open(URI address) {
        try {
            var script = Script.of(address);
            if (!script.attached()) {
                return new Opening.NotOpened(new Fault.Disconnected(address.toString()));
            }
            return new Opening.Opened(new SimulatedDevice(info(script), script, scene(script)));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }

    private static Scene scene(Script script) {
        if (!script.targets().isEmpty()) {
            return new TargetScene(script, info(script));
        }
        return script.kind() == Kind.CAMERA ? new Studio(script) : platen(script);
    }

    /// The glass of a scanner.
    static Platen platen(Script script) {
        return script.kind() == Kind.SLAP_SCANNER
                ? new Platen(script, 1600, 1500)
                : new Platen(script, 500, 500);
    }

    private static DeviceInfo info(Script script) {
        return switch (script.kind()) {
            case SLAP_SCANNER -> info(script, "Slap 4-4-2", Platen.RESOLUTION, 1600, 1500);
            case SINGLE_FINGER_SCANNER -> info(script, "Single", Platen.RESOLUTION, 500, 500);
            case CAMERA ->
                    info(
                            script,
                            "Camera",
                            new Resolution.Unknown(),
                            Studio.STILL_WIDTH,
                            Studio.STILL_HEIGHT);
            case CODE_READER -> throw new IllegalArgumentException("no script has such a kind");
        };
    }

    private static DeviceInfo info(
            Script script, String model, Resolution resolution, int width, int height) {
        return new DeviceInfo(
                script.address(),
                script.kind(),
                "Trạm",
                "Simulated " + model,
                "SIM-" + script.seed(),
                Optional.ofNullable(SimulatedProvider.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                "",
                resolution,
                256,
                width,
                height,
                script.rolls());
    }
}
