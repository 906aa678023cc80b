package vn.tram.ui.portrait;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import vn.tram.ui.kit.CardButton;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.portrait.PortraitViewModel.Seen;
import vn.tram.ui.portrait.PortraitViewModel.Tick;

/// What the operator confirms with his own eyes, one row each, by key or touch.
final class TickRows extends VBox {
    private final Controls controls;
    private final Consumer<Tick> toggle;
    private List<Tick> shown = List.of();

    TickRows(Controls controls, Consumer<Tick> toggle) {
        this.controls = controls;
        this.toggle = toggle;
        getStyleClass().add("ticks");
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    void show(List<Tick> ticks) {
        if (ticks.equals(shown)) {
            return; // a touch may be under way
        }
        shown = ticks;
        getChildren().setAll(controls.heading(Phrase.of("portrait.ticks")));
        for (int i = 0; i < ticks.size(); i++) {
            getChildren().add(drawn(ticks.get(i), key(i)));
        }
    }

    private static Key key(int index) {
        return Key.values()[Key.DIGIT_1.ordinal() + index];
    }

    private Node drawn(Tick tick, Key key) {
        boolean seen = tick.seen() == Seen.SEEN;
        var words = controls.paragraph(tick.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var content =
                new HBox(
                        controls.icon(
                                seen
                                        ? Material2AL.CHECK_BOX
                                        : Material2OutlinedAL.CHECK_BOX_OUTLINE_BLANK,
                                "icon-24"),
                        words,
                        controls.cap(key));
        content.getStyleClass().add("tick-content");
        var button = new CardButton(content);
        button.getStyleClass().addAll("tick-row", seen ? "seen" : "open");
        button.accessibleTextProperty().bind(controls.texts().bind(tick.words()));
        button.setOnAction(_ -> toggle.accept(tick));
        return button;
    }

    /// A tick is the operator's own look: the primary leads to it and never ticks.
    void focusFirstOpen() {
        getChildren().stream()
                .filter(n -> n.getStyleClass().contains("open"))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    Map<Key, Runnable> keys() {
        var keys = new EnumMap<Key, Runnable>(Key.class);
        for (int i = 0; i < shown.size(); i++) {
            var tick = shown.get(i);
            keys.put(key(i), () -> toggle.accept(tick));
        }
        return keys;
    }
}
