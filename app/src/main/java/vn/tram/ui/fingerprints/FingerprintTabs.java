package vn.tram.ui.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vn.tram.image.Position;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Tabs;

/// The captures of the step in rows of tabs: plain ones, then the hands that are rolled.
final class FingerprintTabs extends VBox {
    /// More tabs than this do not fit a row.
    private static final int IN_ROW = 5;

    private final Controls controls;
    private final Consumer<Position> chosen;
    private List<FingerprintsViewModel.Part> shown = List.of();

    FingerprintTabs(Controls controls, Consumer<Position> chosen) {
        this.controls = controls;
        this.chosen = chosen;
        getStyleClass().add("tab-rows");
    }

    void show(List<FingerprintsViewModel.Part> parts) {
        if (parts.equals(shown)) {
            return;
        }
        shown = parts;
        var rows = new ArrayList<Node>();
        for (boolean rolled : new boolean[] {false, true}) {
            var kind = parts.stream().filter(p -> p.position().isRolled() == rolled).toList();
            for (int from = 0; from < kind.size(); from += IN_ROW) {
                rows.add(row(kind.subList(from, Math.min(kind.size(), from + IN_ROW))));
            }
        }
        getChildren().setAll(rows);
    }

    private Tabs row(List<FingerprintsViewModel.Part> parts) {
        var row = new Tabs(controls);
        row.show(
                parts.stream()
                        .map(p ->
                                new Tabs.Tab(
                                        p.words(),
                                        p.tone(),
                                        p.here() == FingerprintsViewModel.Here.HERE,
                                        () -> chosen.accept(p.position())))
                        .toList());
        return row;
    }
}
