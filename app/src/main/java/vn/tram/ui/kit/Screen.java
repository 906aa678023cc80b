package vn.tram.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What a screen gives the frame. The frame draws title, rail, bars and keys; the screen draws its
/// work area and its panel and says what can be done.
public interface Screen {
    /// 24 px bold over the work area.
    ObservableValue<Phrase> title();

    /// A short word at the right of the title, such as the count of positions.
    default Optional<Node> aside() {
        return Optional.empty();
    }

    ObservableValue<Rail> rail();

    /// The thing itself. Grows to the work area's size.
    Node work();

    /// The right panel; its first child is the hint where there is one.
    Node panel();

    /// At most five, Esc first, then F-keys ascending.
    ObservableValue<List<Action>> actions();

    ObservableValue<Primary> primary();

    Help help();

    /// Keys that the work area shows itself, such as `1` and `2` on choices and the arrows. Digits
    /// and arrows are not taken from a text field that has the focus.
    default Map<Key, Runnable> keys() {
        return Map.of();
    }

    /// A code from a reader that types like a keyboard. Its Enter was swallowed.
    default void scanned(String code) {}

    /// The screen stands: set the focus, start what runs while it is seen.
    default void shown() {}

    /// The screen goes: stop what [#shown] started.
    default void hidden() {}
}
