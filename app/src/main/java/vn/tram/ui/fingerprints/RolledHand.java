package vn.tram.ui.fingerprints;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.image.Position;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.HandDrawing;

/// The hand whose fingers are rolled, drawn with how each stands; a finger is chosen by touching
/// it.
final class RolledHand extends VBox {
    private final HandDrawing right;
    private final HandDrawing left;

    RolledHand(Controls controls, Consumer<Position> chosen) {
        right = new HandDrawing(controls, FingerprintParts.RIGHT, chosen);
        left = new HandDrawing(controls, FingerprintParts.LEFT, chosen);
        VBox.setVgrow(right, Priority.ALWAYS);
        VBox.setVgrow(left, Priority.ALWAYS);
        getStyleClass().add("rolled-hand");
    }

    /// @param fingers of one hand; those of it that are missing here are not asked for
    void show(List<FingerprintsViewModel.Part> fingers) {
        if (fingers.isEmpty()) {
            return;
        }
        boolean isRight = FingerprintParts.RIGHT.contains(fingers.getFirst().position());
        var hand = isRight ? right : left;
        var asked = fingers.stream().map(FingerprintsViewModel.Part::position).toList();
        (isRight ? FingerprintParts.RIGHT : FingerprintParts.LEFT)
                .stream().filter(p -> !asked.contains(p)).forEach(hand::hide);
        for (var finger : fingers) {
            hand.show(
                    finger.position(),
                    finger.tone(),
                    finger.here() == FingerprintsViewModel.Here.HERE);
        }
        if (!getChildren().contains(hand)) {
            getChildren().setAll(hand);
        }
    }
}
