package vn.tram.quality.portrait;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;
import vn.tram.quality.Metric;

/// Drawn faces whose measures can be told with pencil and paper.
final class Faces {
    /// Of the drawn frame.
    static final int WIDTH = 600;

    static final int HEIGHT = 800;

    private Faces() {}

    /// A face whose aligned picture has the colour `rgb` gives at each pixel.
    static Face coloured(IntBinaryOperator rgb) {
        return face(landmarks(), new HeadPose(0, 0, 0), List.of(box(100)), rgb, scene());
    }

    static Face gray(IntBinaryOperator level) {
        return coloured((x, y) -> level.applyAsInt(x, y) * 0x010101);
    }

    static Face with(Landmarks landmarks) {
        return face(
                landmarks, new HeadPose(0, 0, 0), List.of(box(100)), (_, _) -> 0x808080, scene());
    }

    static Face with(HeadPose pose) {
        return face(landmarks(), pose, List.of(box(100)), (_, _) -> 0x808080, scene());
    }

    static Face with(List<Found> found) {
        return face(landmarks(), new HeadPose(0, 0, 0), found, (_, _) -> 0x808080, scene());
    }

    static Face with(Scene scene) {
        return face(
                landmarks(), new HeadPose(0, 0, 0), List.of(box(100)), (_, _) -> 0x808080, scene);
    }

    private static Face face(
            Landmarks landmarks,
            HeadPose pose,
            List<Found> found,
            IntBinaryOperator rgb,
            Scene scene) {
        var picture = picture(Aligned.WIDTH, Aligned.HEIGHT, rgb);
        double chin = landmarks.y(Landmarks.CHIN) / HEIGHT * Scene.SIDE;
        return new Face(
                WIDTH,
                HEIGHT,
                found,
                landmarks,
                pose,
                Aligned.of(picture, landmarks()),
                picture.toGray(),
                scene,
                Background.of(scene, chin));
    }

    /// The usual face with another aligned picture.
    static Face withAligned(Aligned aligned) {
        var usual = with(landmarks());
        return new Face(
                usual.width(),
                usual.height(),
                usual.found(),
                usual.landmarks(),
                usual.pose(),
                aligned,
                aligned.picture().toGray(),
                usual.scene(),
                usual.background());
    }

    /// The same face under a cap: above the forehead the scene shows a person of that colour.
    static Face capped(Face face, int rgb) {
        var c = coordinates();
        put(c, Landmarks.FOREHEAD, 240, 400);
        put(c, Landmarks.CHIN, 240, 700);
        put(c, Landmarks.LEFT_SIDE, 150, 500);
        put(c, Landmarks.RIGHT_SIDE, 330, 500);
        var person = new byte[Scene.SIDE * Scene.SIDE];
        Arrays.fill(person, (byte) 255);
        var scene =
                new Scene(
                        picture(Scene.SIDE, Scene.SIDE, (_, _) -> rgb),
                        Gray8.wrap(Scene.SIDE, Scene.SIDE, person));
        return new Face(
                face.width(),
                face.height(),
                face.found(),
                new Landmarks(c),
                face.pose(),
                face.aligned(),
                face.detail(),
                scene,
                face.background());
    }

    /// Lays the points of a contour on an ellipse.
    static void ring(
            double[] coordinates, Contour contour, double x, double y, double across, double down) {
        var points = contour.points();
        for (int i = 0; i < points.size(); i++) {
            double turn = 2 * Math.PI * i / points.size();
            put(coordinates, points.get(i), x + across * Math.cos(turn), y + down * Math.sin(turn));
        }
    }

    static Rgb8 picture(int width, int height, IntBinaryOperator rgb) {
        var samples = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int colour = rgb.applyAsInt(i % width, i / width);
            samples[3 * i] = (byte) (colour >> 16);
            samples[3 * i + 1] = (byte) (colour >> 8);
            samples[3 * i + 2] = (byte) colour;
        }
        return Rgb8.wrap(width, height, samples);
    }

    /// A square box of that side.
    static Found box(double side) {
        var eye = new Point(0, 0);
        return new Found(0, 0, side, side, 1, List.of(eye, eye, eye, eye, eye, eye));
    }

    /// White, with a person in the middle third of the lower half.
    static Scene scene() {
        return scene((_, _) -> 0xFFFFFF);
    }

    static Scene scene(IntBinaryOperator rgb) {
        var person = new byte[Scene.SIDE * Scene.SIDE];
        for (int y = Scene.SIDE / 2; y < Scene.SIDE; y++) {
            for (int x = Scene.SIDE / 3; x < 2 * Scene.SIDE / 3; x++) {
                person[y * Scene.SIDE + x] = (byte) 255;
            }
        }
        return new Scene(
                picture(Scene.SIDE, Scene.SIDE, rgb), Gray8.wrap(Scene.SIDE, Scene.SIDE, person));
    }

    /// Symmetric about column 240, eyes where the aligned face has them: the outline an ellipse,
    /// the eyes 60 wide and 20 open, lips closed and 80 wide, irises in the middle.
    static Landmarks landmarks() {
        return new Landmarks(coordinates());
    }

    static double[] coordinates() {
        var c = new double[3 * Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            put(c, i, 240, 340);
        }
        int count = Landmarks.OUTLINE.size();
        for (int i = 0; i < count; i++) {
            double turn = 2 * Math.PI * i / count;
            put(
                    c,
                    Landmarks.OUTLINE.get(i),
                    240 + 140 * Math.sin(turn),
                    320 - 180 * Math.cos(turn));
        }
        put(c, Landmarks.LEFT_OUTER, 150, 240);
        put(c, Landmarks.LEFT_INNER, 210, 240);
        put(c, Landmarks.RIGHT_INNER, 270, 240);
        put(c, Landmarks.RIGHT_OUTER, 330, 240);
        lids(c, 159, 145, 175, 20);
        lids(c, 158, 153, 185, 20);
        lids(c, 386, 374, 305, 20);
        lids(c, 385, 380, 295, 20);
        put(c, Landmarks.LEFT_IRIS, 180, 240);
        put(c, Landmarks.RIGHT_IRIS, 300, 240);
        put(c, 13, 240, 400);
        put(c, 14, 240, 400);
        put(c, 78, 200, 400);
        put(c, 308, 280, 400);
        put(c, Zone.FOREHEAD, 240, 190);
        put(c, Zone.LEFT_CHEEK, 170, 320);
        put(c, Zone.RIGHT_CHEEK, 310, 320);
        put(c, Zone.CHIN, 240, 450);
        return c;
    }

    static void lids(double[] coordinates, int upper, int lower, double x, double gap) {
        put(coordinates, upper, x, 240 - gap / 2);
        put(coordinates, lower, x, 240 + gap / 2);
    }

    static void put(double[] coordinates, int point, double x, double y) {
        coordinates[3 * point] = x;
        coordinates[3 * point + 1] = y;
    }

    static double value(Metric<Face> metric, Face face) {
        return switch (metric.measure(face)) {
            case Reading.Measured(_, var value, _) -> value;
            case Reading.NotMeasurable(var name, var why) ->
                    throw new AssertionError(name + ": " + why);
        };
    }
}
