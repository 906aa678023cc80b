package vn.tram.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// A chart of lines over a grid. Coordinates are shares of its room: 0 left and below, 1 right and
/// above. Whoever shows it says in words what it tells.
public final class Plot extends Region {
    /// Room for the words, em.
    private static final double LEFT = 2.75;

    private static final double BELOW = 1.75;
    private static final double ABOVE = 0.75;
    private static final double RIGHT = 2.5;
    private static final double DOT = 0.25;

    /// More points than these stand without dots.
    private static final int MOST_DOTS = 60;

    public record Point(double x, double y) {}

    /// @param styleClass such as `measured`
    public record Course(String styleClass, List<Point> points) {
        public Course {
            points = List.copyOf(points);
        }
    }

    /// A word at an axis.
    ///
    /// @param at a share
    public record Tick(double at, Phrase words) {}

    private final Controls controls;
    private List<Tick> across = List.of();
    private List<Tick> up = List.of();
    private List<Course> courses = List.of();

    public Plot(Controls controls) {
        this.controls = controls;
        getStyleClass().add("plot");
        setFocusTraversable(false);
    }

    /// @param across words along the lower axis
    /// @param up words along the left axis, each with a line of the grid
    /// @param told the same in words, for those who do not see
    public void show(List<Tick> across, List<Tick> up, List<Course> courses, Phrase told) {
        this.across = List.copyOf(across);
        this.up = List.copyOf(up);
        this.courses = List.copyOf(courses);
        accessibleTextProperty().bind(controls.texts().bind(told));
        getChildren().clear();
        for (var tick : up) {
            getChildren().add(unmanaged(new Line(), "plot-grid"));
            getChildren().add(word(tick));
        }
        for (var tick : across) {
            getChildren().add(word(tick));
        }
        for (var course : courses) {
            getChildren().add(unmanaged(new Polyline(), "plot-line", course.styleClass()));
            if (course.points().size() <= MOST_DOTS) {
                for (var _ : course.points()) {
                    getChildren().add(unmanaged(new Circle(), "plot-dot", course.styleClass()));
                }
            }
        }
        requestLayout();
    }

    private static <T extends javafx.scene.Node> T unmanaged(T node, String... styleClasses) {
        node.setManaged(false);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    private Label word(Tick tick) {
        return unmanaged(controls.label(tick.words()), "note");
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double left = LEFT * em;
        double top = ABOVE * em;
        double width = Math.max(1, getWidth() - left - RIGHT * em);
        double height = Math.max(1, getHeight() - top - BELOW * em);
        var nodes = new ArrayList<>(getChildren()).iterator();
        for (var tick : up) {
            double y = top + height * (1 - tick.at());
            var line = (Line) nodes.next();
            line.setStartX(left);
            line.setEndX(left + width);
            line.setStartY(y);
            line.setEndY(y);
            var word = (Label) nodes.next();
            word.autosize();
            word.relocate(left - word.getWidth() - em / 2, y - word.getHeight() / 2);
        }
        for (var tick : across) {
            var word = (Label) nodes.next();
            word.autosize();
            word.relocate(
                    left + width * tick.at() - word.getWidth() / 2, top + height + em * 0.375);
        }
        for (var course : courses) {
            var line = (Polyline) nodes.next();
            line.getPoints().clear();
            for (var point : course.points()) {
                line.getPoints().addAll(left + width * point.x(), top + height * (1 - point.y()));
            }
            if (course.points().size() <= MOST_DOTS) {
                for (var point : course.points()) {
                    var dot = (Circle) nodes.next();
                    dot.setCenterX(left + width * point.x());
                    dot.setCenterY(top + height * (1 - point.y()));
                    dot.setRadius(DOT * em);
                }
            }
        }
    }

    private double em() {
        return getChildren().stream()
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getFont().getSize() / 0.875)
                .findFirst()
                .orElse(16.0);
    }
}
