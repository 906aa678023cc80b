package vn.tram.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What may lie over the frame for a while: help over the panel, the cover over everything that is
/// private, an error of the program itself, a toast.
final class Sheets {
    private final Controls controls;
    private final StackPane help = new StackPane();
    private final StackPane cover = new StackPane();
    private final StackPane fault = new StackPane();
    private final HBox toast = new HBox();
    private int toasts;

    Sheets(Controls controls) {
        this.controls = controls;
        help.getStyleClass().add("help-sheet");
        cover.getStyleClass().add("cover-sheet");
        fault.getStyleClass().add("fault-sheet");
        toast.getStyleClass().add("toast");
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(help, Pos.CENTER_RIGHT);
        cover.getChildren().setAll(coverWords());
        cover.setOnMouseClicked(_ -> close());
        for (var sheet : nodes()) {
            sheet.setVisible(false);
        }
    }

    /// From the lowest to the topmost.
    List<Node> nodes() {
        return List.of(toast, help, fault, cover);
    }

    private Node coverWords() {
        var words =
                new VBox(
                        controls.icon(Material2OutlinedMZ.VISIBILITY_OFF, "icon-48"),
                        controls.label(Phrase.of("kit.cover.title"), "screen-title"),
                        controls.label(Phrase.of("kit.cover.open")));
        words.getStyleClass().add("cover-words");
        words.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return words;
    }

    void help(Help about) {
        var lines = new VBox(controls.heading(about.title()));
        lines.getStyleClass().add("help-lines");
        for (var line : about.lines()) {
            lines.getChildren().add(controls.paragraph(line));
        }
        lines.getChildren().addAll(Controls.gap(), closeButton());
        help.getChildren().setAll(lines);
        help.setMaxWidth(Region.USE_PREF_SIZE);
        help.setVisible(true);
    }

    private Node closeButton() {
        return controls.button(
                Action.of(
                        Key.ESC,
                        org.kordamp.ikonli.material2.Material2OutlinedAL.CLOSE,
                        Phrase.of("kit.close"),
                        this::close));
    }

    void fault(Told told) {
        var card = new FaultCard(controls, told, Optional.empty());
        card.getChildren().add(closeButton());
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        fault.getChildren().setAll(card);
        fault.setVisible(true);
    }

    void cover() {
        cover.setVisible(true);
    }

    boolean covered() {
        return cover.isVisible();
    }

    /// Whether something lies there that wants to be closed first.
    boolean open() {
        return help.isVisible() || cover.isVisible() || fault.isVisible();
    }

    void close() {
        help.setVisible(false);
        cover.setVisible(false);
        fault.setVisible(false);
    }

    void toast(Tone tone, Phrase words) {
        toasts++;
        toast.getChildren().setAll(controls.state(tone, words));
        toast.setVisible(true);
    }

    /// How many toasts there have been.
    int toasts() {
        return toasts;
    }

    /// Ends that toast, unless another came after it.
    void endToast(int number) {
        if (number == toasts) {
            toast.setVisible(false);
        }
    }
}
