package vn.tram.ui.kit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;
import vn.tram.image.Position;

/// One hand from the back, drawn in a field of 290 x 280 units and scaled to the room there is.
/// Fingers can be touched in an area larger than they are drawn.
public final class HandDrawing extends Region {
    static final double WIDTH = 290;
    static final double HEIGHT = 280;

    /// Left border of the field, units.
    private static final double LEFT = -47;

    /// The smallest width that can be touched, pixels.
    private static final double TOUCH = 46;

    /// The x about which a left hand is the mirror of a right one, twice.
    private static final double MIRROR = 196;

    private static final String PALM =
            "M56 164 Q56 136 82 136 L190 136 Q214 138 214 164 L208 218 Q202 270 152 272"
                    + " L118 272 Q84 268 70 240 Q56 210 56 164 Z";

    /// A finger of a right hand: where its upright form stands, how it is turned, and where its
    /// sign goes, all in units and degrees.
    private record Form(
            double x,
            double y,
            double width,
            double height,
            double angle,
            double pivotX,
            double pivotY) {
        Rectangle drawn(double inflate) {
            var drawn =
                    new Rectangle(x - inflate, y - inflate, width + 2 * inflate, height + inflate);
            drawn.setArcWidth(width + 2 * inflate);
            drawn.setArcHeight(width + 2 * inflate);
            drawn.getTransforms().add(turn());
            return drawn;
        }

        Rotate turn() {
            return new Rotate(angle, pivotX, pivotY);
        }

        Point2D tip() {
            return turn().transform(x + width / 2, y + width);
        }
    }

    /// In the order of [#fingersOf].
    private static final List<Form> FORMS =
            List.of(
                    new Form(61, 104, 38, 150, -46, 80, 222),
                    new Form(62, 20, 34, 140, -8, 79, 138),
                    new Form(104, 4, 35, 154, 0, 121.5, 136),
                    new Form(146, 14, 34, 144, 7, 163, 136),
                    new Form(184, 50, 29, 116, 15, 198.5, 144));

    private final Group drawing = new Group();
    private final Map<Position, Rectangle> shapes = new EnumMap<>(Position.class);
    private final Map<Position, SVGPath> signs = new EnumMap<>(Position.class);
    private final Map<Position, Rectangle> targets = new EnumMap<>(Position.class);
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final boolean mirrored;

    /// @param fingers thumb first, little finger last, of one hand; plain or rolled
    /// @param touched told which finger was touched
    public HandDrawing(Controls controls, List<Position> fingers, Consumer<Position> touched) {
        mirrored = fingers.getFirst().finger() == Position.LEFT_THUMB;
        var content = new Group();
        var palm = new SVGPath();
        palm.setContent(PALM);
        palm.getStyleClass().add("palm");
        for (int i = 0; i < fingers.size(); i++) {
            content.getChildren().add(finger(controls, fingers.get(i), FORMS.get(i), touched));
        }
        content.getChildren().add(palm);
        if (mirrored) {
            content.getTransforms().add(new Scale(-1, 1, MIRROR / 2, 0));
        }
        drawing.getChildren().add(content);
        for (int i = 0; i < fingers.size(); i++) {
            drawing.getChildren().add(sign(fingers.get(i), FORMS.get(i)));
        }
        drawing.getTransforms().add(scale);
        drawing.setManaged(false);
        getStyleClass().add("hand-drawing");
        getChildren().add(drawing);
        setMinSize(0, 0);
        setPrefSize(WIDTH, HEIGHT);
    }

    private Group finger(
            Controls controls, Position finger, Form form, Consumer<Position> touched) {
        var shape = form.drawn(0);
        shape.getStyleClass().add("finger-shape");
        var target = form.drawn(0);
        target.getStyleClass().add("finger-target");
        shapes.put(finger, shape);
        targets.put(finger, target);
        var whole = new Group(shape, target);
        whole.setAccessibleRole(AccessibleRole.BUTTON);
        whole.accessibleTextProperty().bind(controls.texts().bind(FingerTexts.title(finger)));
        whole.setOnMouseClicked(_ -> touched.accept(finger));
        return whole;
    }

    private SVGPath sign(Position finger, Form form) {
        var tip = form.tip();
        var sign = new SVGPath();
        sign.setTranslateX(mirrored ? MIRROR - tip.getX() : tip.getX());
        sign.setTranslateY(tip.getY() + 6);
        sign.setMouseTransparent(true);
        sign.getStyleClass().add("finger-sign");
        signs.put(finger, sign);
        return sign;
    }

    private static <T> T of(Map<Position, T> parts, Position finger) {
        return Objects.requireNonNull(parts.get(finger), "a finger of the other hand");
    }

    /// Shape, sign and colour tell how a finger stands.
    public void show(Position finger, Tone tone, boolean chosen) {
        for (var node : List.<Shape>of(of(shapes, finger), of(signs, finger))) {
            for (var other : Tone.values()) {
                node.getStyleClass().remove(other.styleClass());
            }
            node.getStyleClass().remove("chosen");
            node.getStyleClass().add(tone.styleClass());
            if (chosen) {
                node.getStyleClass().add("chosen");
            }
        }
        of(signs, finger)
                .setContent(
                        switch (tone) {
                            case GOOD -> "M-9 0 l7 7 12 -14";
                            case WARN -> "M0 -9 v12 m0 7 v1";
                            case EXCEPTION -> "M-9 -9 l18 18 m0 -18 l-18 18";
                            case BAD, UNKNOWN, HERE, TO_DO, NOT_ASKED, INFO, PARKED -> "";
                        });
    }

    /// A finger nobody asks for.
    public void hide(Position finger) {
        of(shapes, finger).getStyleClass().add("unasked");
        of(targets, finger).setMouseTransparent(true);
    }

    /// How wide a finger's touched area is now, pixels; empty for a finger of the other hand.
    public OptionalDouble touchWidth(Position finger) {
        var target = targets.get(finger);
        return target == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(target.getWidth() * scale.getX());
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
        double left = mirrored ? MIRROR - (LEFT + WIDTH) : LEFT;
        drawing.relocate(0, 0);
        drawing.setLayoutX((getWidth() - WIDTH * factor) / 2 - left * factor);
        drawing.setLayoutY((getHeight() - HEIGHT * factor) / 2);
        shapes.forEach((finger, shape) -> widen(of(targets, finger), shape, factor));
    }

    private static void widen(Rectangle target, Rectangle shape, double factor) {
        double more = Math.max(0, (TOUCH / factor - shape.getWidth()) / 2);
        target.setX(shape.getX() - more);
        target.setWidth(shape.getWidth() + 2 * more);
    }
}
