package vn.tram.ui.kit;

import javafx.scene.layout.Region;

/// A bar with a dark tick at the threshold, so that "just enough" is seen.
public final class ScoreBar extends Region {
    private static final double TICK = 3;

    private final Region fill = new Region();
    private final Region tick = new Region();
    private double value;
    private double threshold;

    public ScoreBar() {
        getStyleClass().add("score-bar");
        fill.getStyleClass().add("fill");
        tick.getStyleClass().add("tick");
        fill.setManaged(false);
        tick.setManaged(false);
        getChildren().setAll(fill, tick);
    }

    /// @param share how much is filled, 0 to 1; outside is drawn as the border
    /// @param thresholdShare where the tick stands, 0 to 1; NaN draws none
    public void show(double share, double thresholdShare, Tone tone) {
        value = Math.clamp(share, 0, 1);
        threshold = thresholdShare;
        tick.setVisible(!Double.isNaN(thresholdShare));
        for (var other : Tone.values()) {
            fill.getStyleClass().remove(other.styleClass());
        }
        fill.getStyleClass().add(tone.styleClass());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, getWidth() * value, getHeight());
        if (tick.isVisible()) {
            double x = Math.clamp(getWidth() * threshold - TICK / 2, 0, getWidth() - TICK);
            tick.resizeRelocate(x, 0, TICK, getHeight());
        }
    }
}
