package vn.tram.ui.citizen;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import vn.tram.image.Position;

/// Drawn orders: a person with an arrow, or a hand with the fingers that are asked for. As in a
/// mirror: what the citizen's own left is stands at the left.
final class Pictogram {
    private static final double RADIUS = 101;
    private static final String SHOULDERS =
            "M18 460 V400 Q22 318 104 300 Q120 296 122 276 L178 276 Q180 296 196 300 Q278 318 282 400 V460Z";
    private static final String NECK = "M122 244 L178 244 L180 286 Q150 318 120 286Z";
    private static final String HEAD = "M84 178 A66 88 0 1 0 216 178 A66 88 0 1 0 84 178Z";
    private static final String HAIR =
            "M82 168 Q74 84 150 80 Q226 84 218 168 Q212 132 186 122 Q150 116 114 122 Q88 132 82 168Z";
    private static final double SMALL = 0.4;

    /// Half the width of the hand, and where its fingers stand from the palm's middle.
    private static final double[] FINGERS = {-72, -26, 20, 66};

    private static final double[] LENGTHS = {150, 178, 165, 118};

    private Pictogram() {}

    /// @param advice name of what is to be done; without one the person looks straight ahead
    static Node face(Optional<String> advice) {
        var person =
                new Group(person(advice.filter("head-straight"::equals).isPresent() ? -14 : 0));
        person.getTransforms()
                .setAll(
                        new javafx.scene.transform.Translate(45 - RADIUS - 4, 40 - RADIUS - 4),
                        new javafx.scene.transform.Scale(SMALL, SMALL));
        var disc = styled(new Circle(RADIUS), "citizen-disc");
        person.setClip(null);
        var inside = new Group(person);
        inside.setClip(new Circle(RADIUS));
        var all = new Group(disc, inside);
        advice.flatMap(Pictogram::arrow).ifPresent(all.getChildren()::add);
        return all;
    }

    private static Node person(double tilt) {
        var head =
                new Group(styled(path(HEAD), "citizen-skin"), styled(path(HAIR), "citizen-hair"));
        head.getTransforms().add(new javafx.scene.transform.Rotate(tilt, 150, 262));
        return new Group(
                styled(path(SHOULDERS), "citizen-shirt"), styled(path(NECK), "citizen-skin"), head);
    }

    private static Optional<Node> arrow(String advice) {
        return switch (advice) {
            case "turn-left" -> Optional.of(straight(180));
            case "turn-right" -> Optional.of(straight(0));
            case "chin-up" -> Optional.of(straight(-90));
            case "chin-down" -> Optional.of(straight(90));
            case "head-straight" -> Optional.of(bent());
            case "step-closer" -> Optional.of(new Group(pair(1)));
            case "step-back" -> Optional.of(new Group(pair(-1)));
            default -> Optional.empty();
        };
    }

    /// At the edge of the disc, pointing that way.
    private static Node straight(double angle) {
        var arrow =
                new Group(
                        styled(new Line(40, 0, 92, 0), "citizen-arrow"),
                        styled(new Polyline(72, -20, 94, 0, 72, 20), "citizen-arrow"));
        arrow.getTransforms().add(new javafx.scene.transform.Rotate(angle));
        return arrow;
    }

    private static Node bent() {
        return new Group(
                styled(path("M-65 -35 A78 78 0 0 1 35 -69"), "citizen-arrow"),
                styled(new Polyline(17, -87, 43, -65, 13, -49), "citizen-arrow"));
    }

    /// Two arrows outwards for nearer, because the face grows; inwards for farther.
    private static Node[] pair(int way) {
        var nodes = new Node[2];
        for (int i = 0; i < 2; i++) {
            int side = i == 0 ? -1 : 1;
            double tip = way > 0 ? 92 : 58;
            double tail = way > 0 ? 58 : 92;
            double barb = way > 0 ? 74 : 76;
            nodes[i] =
                    new Group(
                            styled(new Line(side * tail, 0, side * tip, 0), "citizen-arrow"),
                            styled(
                                    new Polyline(side * barb, -18, side * tip, 0, side * barb, 18),
                                    "citizen-arrow"));
        }
        return nodes;
    }

    /// The hand from its back, with the fingers that are asked for in the colour of "do this".
    static Node hand(Position position) {
        if (position == Position.TWO_THUMBS) {
            var left = hand(Position.LEFT_THUMB);
            var right = hand(Position.RIGHT_THUMB);
            left.setTranslateX(-160);
            right.setTranslateX(160);
            return new Group(left, right);
        }
        boolean isLeft = position.finger().name().startsWith("LEFT");
        var fingers = new Group();
        for (int i = 0; i < FINGERS.length; i++) {
            var finger = new Rectangle(FINGERS[i] - 20, -60 - LENGTHS[i], 40, LENGTHS[i] + 60);
            finger.setArcWidth(40);
            finger.setArcHeight(40);
            fingers.getChildren()
                    .add(styled(finger, asked(position, i) ? "citizen-finger" : "citizen-hand"));
        }
        var palm = new Rectangle(-94, -60, 182, 190);
        palm.setArcWidth(80);
        palm.setArcHeight(80);
        var thumb = new Rectangle(-22, -80, 44, 150);
        thumb.setArcWidth(44);
        thumb.setArcHeight(44);
        thumb.getTransforms()
                .setAll(
                        new javafx.scene.transform.Translate(-112, 30),
                        new javafx.scene.transform.Rotate(-38));
        fingers.getChildren()
                .addAll(
                        styled(thumb, position.isThumb() ? "citizen-finger" : "citizen-hand"),
                        styled(palm, "citizen-hand"));
        // drawn as a right hand seen from its back: the thumb at the left
        fingers.setScaleX(isLeft ? -1 : 1);
        return new Group(fingers);
    }

    /// @param nth finger from the index on
    private static boolean asked(Position position, int nth) {
        if (position == Position.RIGHT_FOUR || position == Position.LEFT_FOUR) {
            return true;
        }
        return !position.isThumb()
                && position.isFinger()
                && (position.finger().code() - 2) % 5 == nth;
    }

    private static SVGPath path(String content) {
        var path = new SVGPath();
        path.setContent(content);
        return path;
    }

    private static <T extends Shape> T styled(T shape, String styleClass) {
        shape.getStyleClass().add(styleClass);
        return shape;
    }
}
