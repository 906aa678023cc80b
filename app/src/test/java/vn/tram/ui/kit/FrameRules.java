package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rules every screen keeps, as in the design's *To be checked by a test*. Holds any screen
/// against them at three sizes, in light, dark and both languages, and leaves pictures in
/// `target/screenshots`.
public final class FrameRules {
    private static final double SMALLEST_TARGET = 44;
    private static final double SMALLEST_TEXT = 14;

    /// The size of a scene and where the primary's right lower corner and size must be.
    private record Size(int width, int height, double primaryWidth, double scale) {
        Bounds primary() {
            double width = primaryWidth;
            double height = 56 * scale;
            double right = this.width - 18 * scale;
            double middle = this.height - 76 * scale / 2;
            return new javafx.geometry.BoundingBox(
                    right - width, middle - height / 2, width, height);
        }
    }

    private static final List<Size> SIZES =
            List.of(
                    new Size(1280, 720, 264, 1),
                    new Size(1366, 768, 292, 1),
                    new Size(1920, 1080, 365, 1.25));

    private FrameRules() {}

    /// Checks the screen in every size, look and language.
    ///
    /// @param name of the pictures, such as `home`
    /// @param screen makes the screen, several times
    public static void holdFor(String name, Function<Kit, Screen> screen) throws Exception {
        for (var size : SIZES) {
            for (var look : List.of(Theme.Look.LIGHT, Theme.Look.DARK)) {
                for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
                    Fx.run(() -> hold(name, screen, size, look, language));
                }
            }
        }
    }

    private static void hold(
            String name, Function<Kit, Screen> screen, Size size, Theme.Look look, Locale language)
            throws Exception {
        var stand = new Stand(language, look, size.width(), size.height(), screen);
        var picture =
                "%s-%dx%d-%s-%s"
                        .formatted(
                                name,
                                size.width(),
                                size.height(),
                                look.name().toLowerCase(Locale.ROOT),
                                language);
        stand.picture(picture);
        assertThat(broken(stand, size)).as(picture).isEmpty();
    }

    private static List<String> broken(Stand stand, Size size) {
        var broken = new ArrayList<String>();
        primary(stand, size, broken);
        var actions = stand.kit.shell().screen().orElseThrow().actions().getValue();
        if (actions.size() > 5) {
            broken.add("more than five actions");
        }
        visit(stand.scene.getRoot(), node -> check(node, stand, broken));
        return broken;
    }

    private static void primary(Stand stand, Size size, List<String> broken) {
        var primary = stand.scene.lookup("#primary");
        var at = primary.localToScene(primary.getLayoutBounds());
        var want = size.primary();
        if (Math.abs(at.getMinX() - want.getMinX()) > 2.01
                || Math.abs(at.getMinY() - want.getMinY()) > 2.01
                || Math.abs(at.getWidth() - want.getWidth()) > 2.01
                || Math.abs(at.getHeight() - want.getHeight()) > 2.01) {
            broken.add("the primary is at " + at + ", not at " + want);
        }
    }

    private static void visit(Node node, java.util.function.Consumer<Node> check) {
        if (!node.isVisible() || node.getStyleClass().contains("watermark")) {
            return;
        }
        check.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, check));
        }
    }

    private static void check(Node node, Stand stand, List<String> broken) {
        if (node instanceof ButtonBase || node instanceof ComboBoxBase) {
            target(node, broken);
        }
        if (node instanceof TextInputControl) {
            target(node, broken);
        }
        if (node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isEmpty()) {
            text(text, stand, broken);
        }
        if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
            whole(labeled, broken);
        }
    }

    private static void target(Node node, List<String> broken) {
        var bounds = node.getLayoutBounds();
        if (bounds.getHeight() < SMALLEST_TARGET - 0.01
                || bounds.getWidth() < SMALLEST_TARGET - 0.01) {
            broken.add(
                    node + " is " + bounds.getWidth() + " x " + bounds.getHeight() + ", under 44");
        }
    }

    private static void text(Text text, Stand stand, List<String> broken) {
        if (text.getFont().getSize() < SMALLEST_TEXT - 0.01) {
            broken.add("“" + text.getText() + "” is " + text.getFont().getSize() + " px");
        }
        if (!text.getFont().getFamily().startsWith("Noto Sans")) {
            broken.add("“" + text.getText() + "” is in " + text.getFont().getFamily());
        }
        var seen = text.localToScene(text.getLayoutBounds());
        // the ink of the tallest Vietnamese capital stays inside the line box of Noto Sans
        boolean outside =
                seen.getMinX() < -0.5
                        || seen.getMinY() < -0.5
                        || seen.getMaxX() > stand.scene.getWidth() + 0.5
                        || seen.getMaxY() > stand.scene.getHeight() + 0.5;
        if (outside && !scrolls(text)) {
            broken.add("“" + text.getText() + "” leaves the window: " + seen);
        }
        for (Parent p = text.getParent(); p != null; p = p.getParent()) {
            if (p.getStyleClass().contains("viewport")) {
                return; // scrolls: what is out of sight can be had
            }
            if (p instanceof ButtonBase || framed(p)) {
                var box = p.localToScene(p.getLayoutBounds());
                if (seen.getMinX() < box.getMinX() - 1
                        || seen.getMaxX() > box.getMaxX() + 1
                        || seen.getMinY() < box.getMinY() - 1
                        || seen.getMaxY() > box.getMaxY() + 1) {
                    broken.add("“" + text.getText() + "” leaves its " + p.getStyleClass());
                }
            }
        }
    }

    /// Whether it stands in something that scrolls: what is out of sight can be had.
    private static boolean scrolls(Node node) {
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            if (p.getStyleClass().contains("viewport")) {
                return true;
            }
        }
        return false;
    }

    private static boolean framed(Parent p) {
        return List.of("card", "hint", "rail", "work", "side", "top-bar", "action-bar").stream()
                .anyMatch(p.getStyleClass()::contains);
    }

    private static void whole(Labeled labeled, List<String> broken) {
        var shown = labeled.lookup(".text");
        if (shown instanceof Text text && !text.getText().equals(labeled.getText())) {
            broken.add("“" + labeled.getText() + "” is cut to “" + text.getText() + "”");
        }
    }
}
