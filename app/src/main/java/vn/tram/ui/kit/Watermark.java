package vn.tram.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// "ĐÀO TẠO" all over, at 7.5 %: what is made here has no value. Not on the centre of a live
/// picture, lets every touch through, and cannot be switched off.
final class Watermark extends Pane {
    private static final double STEP_X = 420;
    private static final double STEP_Y = 210;
    private static final double TURN = -20;

    private final Controls controls;
    private final Node below;

    /// @param below what lies under it; live pictures in there keep their centre free
    Watermark(Controls controls, Node below) {
        this.controls = controls;
        this.below = below;
        getStyleClass().add("watermark");
        setMouseTransparent(true);
        setAccessibleText("");
    }

    @Override
    protected void layoutChildren() {
        int columns = (int) Math.ceil(getWidth() / STEP_X) + 1;
        int rows = (int) Math.ceil(getHeight() / STEP_Y) + 1;
        fill(columns * rows);
        var free = pictures();
        for (int i = 0; i < getChildren().size(); i++) {
            var tile = getChildren().get(i);
            tile.autosize();
            double x = i % columns * STEP_X;
            double y = i / columns * STEP_Y + STEP_Y / 2;
            tile.relocate(x, y);
            var centre =
                    new Point2D(
                            x + tile.getLayoutBounds().getWidth() / 2,
                            y + tile.getLayoutBounds().getHeight() / 2);
            tile.setVisible(free.stream().noneMatch(b -> middle(b).contains(centre)));
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

    private static Bounds middle(Bounds all) {
        return new javafx.geometry.BoundingBox(
                all.getMinX() + all.getWidth() / 5,
                all.getMinY() + all.getHeight() / 5,
                all.getWidth() * 3 / 5,
                all.getHeight() * 3 / 5);
    }
}
