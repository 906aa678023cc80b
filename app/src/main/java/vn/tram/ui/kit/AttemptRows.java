package vn.tram.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import vn.tram.image.Pixels;

/// The attempts of one position below each other: how each came out, which counts, what is left.
public final class AttemptRows extends VBox {
    /// The panel has room for so many rows; of more, the newest are shown.
    private static final int ROWS = 3;

    /// @param number 1 for the first
    /// @param tone how it came out; [Tone#HERE] for the one going on
    /// @param best whether it is the one that counts
    /// @param picture small; empty until it is read
    /// @param note more about it, small; such as what was tried before it
    public record Row(
            int number,
            Tone tone,
            Phrase words,
            Mark best,
            Optional<Pixels> picture,
            Optional<Phrase> note) {
        /// Without a note.
        public Row(int number, Tone tone, Phrase words, Mark best, Optional<Pixels> picture) {
            this(number, tone, words, best, picture, Optional.empty());
        }
    }

    /// Whether an attempt is the one that counts.
    public enum Mark {
        BEST,
        NONE
    }

    private final Controls controls;
    private final Background background;
    private final VBox rows = new VBox();

    /// @param most how many attempts there may be
    public AttemptRows(Controls controls, Background background, Phrase title, Phrase most) {
        this.controls = controls;
        this.background = background;
        getStyleClass().add("attempts");
        rows.getStyleClass().add("attempt-rows");
        var head = new HBox(controls.heading(title), Controls.gap(), controls.label(most, "note"));
        head.getStyleClass().add("attempts-head");
        getChildren().setAll(head, rows);
    }

    /// @param left how many attempts are left after these; 0 draws no line for it
    public void show(List<Row> all, int left) {
        var drawn = new ArrayList<Node>();
        int from = Math.max(0, all.size() - (left > 0 ? ROWS - 1 : ROWS));
        all.subList(from, all.size()).forEach(row -> drawn.add(drawn(row)));
        if (left > 0) {
            var number = controls.label(Phrase.of("capture.number", lastOf(all) + 1), "strong");
            var words = controls.label(Phrase.of("capture.left", left), "muted");
            var row = new HBox(number, words);
            row.getStyleClass().addAll("attempt", "open");
            drawn.add(row);
        }
        rows.getChildren().setAll(drawn);
    }

    private static int lastOf(List<Row> all) {
        return all.isEmpty() ? 0 : all.getLast().number();
    }

    private Node drawn(Row row) {
        var box = new HBox(controls.label(Phrase.of("capture.number", row.number()), "strong"));
        box.getStyleClass().addAll("attempt", row.tone().styleClass());
        row.picture().ifPresent(p -> box.getChildren().add(small(p)));
        var state = controls.state(row.tone(), row.words());
        state.getStyleClass().add("wrap");
        state.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(state);
        words.getStyleClass().add("attempt-words");
        if (row.best() == Mark.BEST) {
            var best = controls.label(Phrase.of("capture.best"), "bold", "best");
            best.setGraphic(controls.icon(Material2MZ.STAR));
            words.getChildren().add(best);
            box.getStyleClass().add("best");
        }
        row.note().ifPresent(n -> words.getChildren().add(controls.paragraph(n, "note")));
        box.getChildren().add(words);
        return box;
    }

    private Node small(Pixels pixels) {
        var picture = new LivePicture(background);
        picture.show(pixels);
        var frame = new StackPane(picture);
        frame.getStyleClass().add("thumbnail");
        return frame;
    }
}
