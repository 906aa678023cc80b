package vn.tram.ui.kit;

import javafx.scene.Node;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import vn.tram.image.Box;

/// Something drawn over a picture, in the coordinates of its frame.
public sealed interface Mark {
    /// A finger or a face: solid when good, dashed when not, so that it is told without colour.
    record Outline(Box box, Tone tone) implements Mark {}

    /// The oval a face belongs in; white, dashed.
    record Oval(Box box) implements Mark {}

    /// The frame that will be cut out; white, solid.
    record Crop(Box box) implements Mark {}

    /// A guide such as the line of the eyes; white, dotted.
    record Guide(double x1, double y1, double x2, double y2) implements Mark {}

    /// The countdown before the shot: a ring that closes; white.
    ///
    /// @param share of the hold that has passed, 0 to 1
    record Countdown(Box box, double share) implements Mark {}

    /// @param scale pixels of the screen per pixel of the frame
    /// @param left where column 0 is drawn
    /// @param top where row 0 is drawn
    default Node drawn(double scale, double left, double top) {
        return switch (this) {
            case Outline(var box, var tone) ->
                    styled(rectangle(box, scale, left, top), "mark", tone.styleClass());
            case Oval(var box) -> {
                var oval =
                        new Ellipse(
                                left + box.centreX() * scale,
                                top + box.centreY() * scale,
                                box.width() * scale / 2,
                                box.height() * scale / 2);
                oval.setRotate(box.angle());
                yield styled(oval, "mark", "oval");
            }
            case Countdown(var box, var share) ->
                    styled(
                            new Arc(
                                    left + box.centreX() * scale,
                                    top + box.centreY() * scale,
                                    box.width() * scale / 2,
                                    box.height() * scale / 2,
                                    90,
                                    -360 * share),
                            "mark",
                            "countdown");
            case Crop(var box) -> styled(rectangle(box, scale, left, top), "mark", "crop");
            case Guide(var x1, var y1, var x2, var y2) ->
                    styled(
                            new Line(
                                    left + x1 * scale,
                                    top + y1 * scale,
                                    left + x2 * scale,
                                    top + y2 * scale),
                            "mark",
                            "guide");
        };
    }

    private static Shape rectangle(Box box, double scale, double left, double top) {
        var rectangle =
                new Rectangle(
                        left + (box.centreX() - box.width() / 2) * scale,
                        top + (box.centreY() - box.height() / 2) * scale,
                        box.width() * scale,
                        box.height() * scale);
        rectangle.setRotate(box.angle());
        return rectangle;
    }

    private static Shape styled(Shape shape, String... styleClasses) {
        shape.getStyleClass().addAll(styleClasses);
        return shape;
    }
}
