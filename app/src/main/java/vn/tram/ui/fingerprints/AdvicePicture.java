package vn.tram.ui.fingerprints;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import vn.tram.quality.AdviceBook.Picture;

/// One step of an advice card, drawn in lines.
final class AdvicePicture extends StackPane {
    /// A finger that points up, and one that points down on the glass.
    private static final String UP = "M24 60 V26 a8 8 0 0 1 16 0 V60 ";

    private static final String DOWN = "M24 4 V34 a8 8 0 0 0 16 0 V4 ";
    private static final String GLASS = "M8 46 H56 V54 H8 Z ";
    private static final String PLATEN = "M10 6 H54 V58 H10 Z ";

    AdvicePicture(Picture picture) {
        getStyleClass().add("advice-picture");
        var drawing = new SVGPath();
        drawing.setContent(lines(picture));
        drawing.getStyleClass().add("advice-lines");
        getChildren().setAll(new Group(drawing));
    }

    /// On a square of 64, as lines without filling.
    private static String lines(Picture picture) {
        return switch (picture) {
            case ICE ->
                    "M12 26 L17 60 H47 L52 26 M26 4 V34 a6 6 0 0 0 12 0 V4 M13 32 H26 M38 32 H51 "
                            + "M18 42 h7 v7 h-7 Z M38 40 h7 v7 h-7 Z M28 49 h7 v7 h-7 Z";
            case TOWEL ->
                    "M8 32 q12 -8 24 0 t24 0 V54 q-12 8 -24 0 t-24 0 Z "
                            + "M26 26 V14 a6 6 0 0 1 12 0 V26 M16 42 q8 -5 16 0 M32 46 q8 5 16 0";
            case TOUCH -> DOWN + GLASS + "M14 36 q2 4 6 5 M50 36 q-2 4 -6 5";
            case CREAM -> "M32 6 q17 20 17 32 a17 17 0 0 1 -34 0 q0 -12 17 -32 Z M24 40 q1 7 8 8";
            case RUB ->
                    "M8 22 H38 a7 7 0 0 1 0 14 H8 M56 36 H26 a7 7 0 0 0 0 14 H56 "
                            + "M18 14 q5 -4 0 -9 M30 14 q5 -4 0 -9 M42 14 q5 -4 0 -9";
            case TALC ->
                    "M22 4 H42 V12 H22 Z M18 12 H46 L42 36 H22 Z "
                            + "M24 44 h1 M32 48 h1 M40 44 h1 M28 54 h1 M36 56 h1 M20 54 h1 M44 54 h1";
            case GLASS ->
                    GLASS
                            + "M18 18 q14 -10 28 0 L42 38 H22 Z M8 30 h8 m-4 -4 l4 4 l-4 4 "
                            + "M56 30 h-8 m4 -4 l-4 4 l4 4";
            case WASH ->
                    "M8 10 H34 a12 12 0 0 1 12 12 V28 H36 V24 a4 4 0 0 0 -4 -4 H8 M18 10 V4 h8 V10 "
                            + "M41 34 V38 M36 36 V40 M46 36 V40 M16 46 q25 22 42 0";
            case PRESS -> DOWN + GLASS + "M50 6 V32 M44 26 L50 32 L56 26";
            case LIFT -> DOWN + "M8 58 H56 M50 36 V10 M44 16 L50 10 L56 16";
            case LIGHTLY -> DOWN + "M8 54 H56 M20 48 h4 M30 48 h4 M40 48 h4";
            case DEEPER -> PLATEN + UP + "M24 46 H40 M48 48 V26 M44 31 L48 26 L52 31";
            case CENTRE -> PLATEN + UP + "M32 8 V14 M13 36 H19 M45 36 H51";
            case ROLL ->
                    "M8 46 H56 V54 H8 Z M20 46 V34 a12 12 0 0 1 24 0 V46 M26 30 q6 -4 12 0 "
                            + "M12 22 A26 26 0 0 1 50 20 M50 12 V20 H42";
            case STILL -> PLATEN + UP + "M45 16 V28 M50 16 V28";
        };
    }
}
