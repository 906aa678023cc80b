package vn.tram.ui.fingerprints;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.tram.image.Position;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.ScoreBar;
import vn.tram.ui.kit.Tone;

/// Name, score, bar with a tick at what is needed, and how the finger stands.
final class FingerCard extends VBox {
    private static final double WHOLE = 100;

    private final Controls controls;
    private final HBox head = new HBox();
    private final VBox foot = new VBox();
    private final ScoreBar bar = new ScoreBar();
    private FingerprintsViewModel.@Nullable Finger shown;

    FingerCard(Controls controls) {
        this.controls = controls;
        getStyleClass().addAll("card", "finger-card");
        head.getStyleClass().add("finger-line");
        getChildren().setAll(head, bar, foot);
        setPrefWidth(1); // all the same width, whatever the words
    }

    void show(FingerprintsViewModel.Finger finger) {
        if (finger.equals(shown)) {
            return;
        }
        shown = finger;
        getStyleClass().removeAll(Tone.WARN.styleClass(), Tone.EXCEPTION.styleClass());
        if (finger.tone() == Tone.WARN || finger.tone() == Tone.EXCEPTION) {
            getStyleClass().add(finger.tone().styleClass());
        }
        head.getChildren()
                .setAll(controls.label(name(finger.position()), "strong"), Controls.gap());
        finger.score()
                .ifPresent(s -> head.getChildren().add(number(Phrase.of("capture.number", s))));
        bar.show(
                finger.score().orElse(0) / WHOLE,
                finger.least().map(l -> l / WHOLE).orElse(Double.NaN),
                finger.tone());
        foot.getChildren().setAll(controls.state(finger.tone(), finger.words()));
        least(finger.least()).ifPresent(foot.getChildren()::add);
    }

    /// Thumbs lie side by side and a rolled finger alone, so theirs say which hand.
    private static Phrase name(Position finger) {
        return finger.isThumb() || finger.isRolled()
                ? Phrase.of("fingerprints.tab." + finger.finger().name())
                : FingerTexts.onCard(finger);
    }

    private Label number(Phrase score) {
        return controls.label(score, "value");
    }

    private Optional<Node> least(Optional<Double> least) {
        return least.map(l -> controls.label(Phrase.of("fingerprints.needs", l), "note"));
    }
}
