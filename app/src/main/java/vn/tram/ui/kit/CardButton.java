package vn.tram.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// A button that is a whole card: what it shows gets its full width and wraps in it, and it is as
/// high as that needs.
public final class CardButton extends Button {
    /// Its least height, em: 48 px for a finger.
    private static final double LEAST = 3;

    private final Region content;

    public CardButton(Region content) {
        this.content = content;
        setGraphic(content);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? prefWidth(-1) : width) - sides();
        var insets = getInsets();
        double height = insets.getTop() + insets.getBottom() + contentHeight(inner);
        return Math.max(LEAST * getFont().getSize(), height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double inner = Math.max(0, getWidth() - sides());
        double height = contentHeight(inner);
        content.setPrefSize(inner, height);
        super.layoutChildren();
    }

    private double contentHeight(double width) {
        content.setPrefHeight(Region.USE_COMPUTED_SIZE);
        return content.prefHeight(width);
    }

    private double sides() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
