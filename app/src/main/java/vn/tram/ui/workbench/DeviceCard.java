package vn.tram.ui.workbench;

import javafx.scene.layout.VBox;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Kind;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// What a device says of itself.
final class DeviceCard extends VBox {
    private final Controls controls;

    DeviceCard(Controls controls, DeviceInfo device) {
        this.controls = controls;
        getStyleClass().addAll("card", "tinted", "device-card");
        line("workbench.device.serial", device.serial());
        line("workbench.device.firmware", device.firmware());
        line("workbench.device.address", device.address().toString());
        if (device.kind() != Kind.CODE_READER) {
            if (device.certification().isEmpty()) {
                var word = controls.state(Tone.WARN, Phrase.of("devices.not-certified"));
                word.getStyleClass().add("wrap");
                getChildren().add(word);
            } else {
                line("workbench.device.certified", device.certification());
            }
        }
    }

    private void line(String key, String value) {
        if (!value.isEmpty()) {
            getChildren()
                    .add(
                            new VBox(
                                    controls.paragraph(Phrase.of(key), "note"),
                                    controls.paragraph(Phrase.asIs(value), "bold")));
        }
    }
}
