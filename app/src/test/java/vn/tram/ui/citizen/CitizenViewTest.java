package vn.tram.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import vn.tram.enroll.Step;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;
import vn.tram.ui.kit.CitizenSide.Answer;
import vn.tram.ui.kit.CitizenSide.Shown;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.StationVisit;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// What the citizen sees, at the sizes of the displays that stand on counters; pictures in
/// `target/screenshots`.
class CitizenViewTest {
    private static final List<int[]> SIZES =
            List.of(new int[] {1280, 720}, new int[] {1366, 768}, new int[] {1920, 1080});
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;

    private static List<Shown> moments() {
        return List.of(
                new Shown.Greeting(),
                new Shown.Waiting(Step.SERVICES),
                new Shown.Data(Step.CHECK, new TrainingPeople(7).person(0)),
                new Shown.Answered(Step.CHECK, Answer.WRONG),
                new Shown.Fingers(Position.LEFT_FOUR),
                new Shown.Fingers(Position.TWO_THUMBS),
                new Shown.Fingers(Position.RIGHT_MIDDLE),
                new Shown.Face(Optional.of("head-straight"), false),
                new Shown.Face(Optional.of("step-closer"), false),
                new Shown.Face(Optional.of("chin-down"), false),
                new Shown.Face(Optional.empty(), true));
    }

    @Test
    void nothingIsCutAndNothingIsRedInAnyStateSizeAndLanguage() throws Exception {
        var broken = new ArrayList<String>();
        try (var station = new StationVisit(folder)) {
            for (var size : SIZES) {
                for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
                    var moments = moments();
                    for (int i = 0; i < moments.size(); i++) {
                        var shown = moments.get(i);
                        var name =
                                "citizen-%02d-%s-%dx%d-%s"
                                        .formatted(
                                                i,
                                                shown.getClass()
                                                        .getSimpleName()
                                                        .toLowerCase(Locale.ROOT),
                                                size[0],
                                                size[1],
                                                language);
                        Fx.run(() -> look(station, shown, size, language, name, broken));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static void look(
            StationVisit station,
            Shown shown,
            int[] size,
            Locale language,
            String name,
            List<String> broken)
            throws IOException {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        var background = new SameThread();
        var view =
                new CitizenView(
                        new Controls(new Texts(language)),
                        background,
                        station.visit.citizenSide(),
                        true);
        var scene = new Scene(view, size[0], size[1]);
        Theme.dressLight(scene);
        view.speakTo(Optional.of(40));
        view.show(shown);
        layout(scene);
        view.offer(wall());
        background.run();
        view.show(shown);
        layout(scene);
        visit(scene.getRoot(), scene, name, broken);
        var picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
        if (reds(picture) > 0) {
            broken.add(name + " shows red");
        }
    }

    private static void layout(Scene scene) {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static Rgb8 wall() {
        var samples = new byte[3 * 1280 * 720];
        java.util.Arrays.fill(samples, (byte) 215);
        return Rgb8.wrap(1280, 720, samples);
    }

    private static void visit(Node node, Scene scene, String name, List<String> broken) {
        if (node instanceof Text text && !(text instanceof FontIcon) && !text.getText().isEmpty()) {
            var box = text.localToScene(text.getLayoutBounds());
            if (box.getMinX() < -0.5
                    || box.getMinY() < -0.5
                    || box.getMaxX() > scene.getWidth() + 0.5
                    || box.getMaxY() > scene.getHeight() + 0.5) {
                broken.add(name + ": “" + text.getText() + "” leaves the window");
            }
            if (text.getFont().getSize() < 18) {
                boolean tag = text.getParent().getStyleClass().contains("tag-training");
                if (!tag && text.getFont().getSize() < 15) {
                    broken.add(name + ": “" + text.getText() + "” is small");
                }
            }
        }
        if (node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text text
                && !labeled.getText().equals(text.getText())) {
            broken.add(name + ": “" + labeled.getText() + "” is cut to “" + text.getText() + "”");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> visit(n, scene, name, broken));
        }
    }

    /// Pixels that anybody would call red.
    private static long reds(BufferedImage picture) {
        long reds = 0;
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                int rgb = picture.getRGB(x, y);
                int red = rgb >> 16 & 0xFF;
                int others = Math.max(rgb >> 8 & 0xFF, rgb & 0xFF);
                if (red > 150 && others < 70) {
                    reds++;
                }
            }
        }
        return reds;
    }

    @Test
    void thePictureIsAMirror() throws Exception {
        try (var station = new StationVisit(folder)) {
            Fx.run(() -> {
                var background = new SameThread();
                var view =
                        new CitizenView(
                                new Controls(new Texts(Texts.VIETNAMESE)),
                                background,
                                station.visit.citizenSide(),
                                false);
                var scene = new Scene(view, 1366, 768);
                Theme.dressLight(scene);
                view.show(new Shown.Face(Optional.empty(), false));
                layout(scene);
                view.offer(leftHalfBlack());
                background.run();
                layout(scene);
                var picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
                var mirror = scene.lookup(".live-picture");
                var box = mirror.localToScene(mirror.getLayoutBounds());
                int y = (int) (box.getMinY() + box.getHeight() * 0.1);
                int left = picture.getRGB((int) (box.getMinX() + box.getWidth() * 0.2), y);
                int right = picture.getRGB((int) (box.getMinX() + box.getWidth() * 0.8), y);
                assertThat(left & 0xFF).isGreaterThan(200);
                assertThat(right & 0xFF).isLessThan(20);
            });
        }
    }

    private static Rgb8 leftHalfBlack() {
        var samples = new byte[3 * 1280 * 720];
        for (int y = 0; y < 720; y++) {
            java.util.Arrays.fill(samples, 3 * (y * 1280 + 640), 3 * (y + 1) * 1280, (byte) 255);
        }
        return Rgb8.wrap(1280, 720, samples);
    }
}
