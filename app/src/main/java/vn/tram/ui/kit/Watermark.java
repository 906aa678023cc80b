package vn.tram.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// "ĐÀO TẠO" all over work area and panel, at 7.5 %: what is made here has no value. Not on a
/// picture of a person, which is looked at closely; lets every touch through, and cannot be
/// switched off.
final class Watermark extends Pane {
    private static final double STEP_X = 420;
    private static final double STEP_Y = 210;
    private static final double TURN = -20;

    private final Controls controls;
    private final Parent below;
    private final Node first;
    private List<Bounds> keptOff = List.of();
    private double left;

    /// @param below what lies under it; the pictures in there stay free
    /// @param first the leftmost area that wears it
    Watermark(Controls controls, Parent below, Node first) {
        this.controls = controls;
        this.below = below;
        this.first = first;
        getStyleClass().add("watermark");
        setMouseTransparent(true);
        setAccessibleText("");
        // pictures move with what is laid out around them, and nobody tells their neighbours
        below.needsLayoutProperty().subscribe(this::requestLayout);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.addPostLayoutPulseListener(this::follow);
                    }
                });
    }

    @Override
    protected void layoutChildren() {
        left = leftEdge();
        int columns = (int) Math.ceil((getWidth() - left) / STEP_X);
        int rows = (int) Math.ceil(getHeight() / STEP_Y);
        fill(columns * rows);
        keptOff = pictures();
        for (int i = 0; i < getChildren().size(); i++) {
            var tile = getChildren().get(i);
            tile.autosize();
            tile.relocate(left + i % columns * STEP_X, i / columns * STEP_Y + STEP_Y / 2);
            var box = tile.getBoundsInParent();
            tile.setVisible(keptOff.stream().noneMatch(box::intersects));
        }
    }

    private double leftEdge() {
        return sceneToLocal(first.localToScene(first.getLayoutBounds())).getMinX();
    }

    /// Lays the tiles anew when what they keep off, or their own area, has moved.
    private void follow() {
        if (leftEdge() != left || !pictures().equals(keptOff)) {
            requestLayout();
        }
    }

    private void fill(int wanted) {
        while (getChildren().size() < wanted) {
            var tile = new Label();
            tile.textProperty().bind(controls.texts().bind("kit.training"));
            tile.getStyleClass().add("watermark-word");
            tile.setRotate(TURN);
            getChildren().add(tile);
        }
        if (getChildren().size() > wanted) {
            getChildren().subList(wanted, getChildren().size()).clear();
        }
    }

    private List<Bounds> pictures() {
        var found = new ArrayList<Bounds>();
        for (var picture : below.lookupAll("." + LivePicture.STYLE_CLASS)) {
            var bounds = sceneToLocal(picture.localToScene(picture.getLayoutBounds()));
            if (bounds != null) {
                found.add(bounds);
            }
        }
        return found;
    }
}
