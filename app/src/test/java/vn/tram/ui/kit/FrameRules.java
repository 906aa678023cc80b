package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tram.ui.kit.Theme.TextSize.HUGE;
import static vn.tram.ui.kit.Theme.TextSize.LARGE;
import static vn.tram.ui.kit.Theme.TextSize.NORMAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
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
/// against them at three sizes, in every theme, with larger words and in both languages, and leaves
/// pictures in `target/screenshots`.
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

    private static final Size SMALL = new Size(1280, 720, 264, 1);
    private static final Size USUAL = new Size(1366, 768, 292, 1);
    private static final Size WIDE = new Size(1920, 1080, 365, 1.25);

    /// One way in which a screen is looked at.
    private record Look(Size size, Theme.Look theme, Theme.TextSize textSize, Locale language) {
        String of(String name) {
            var words = textSize == NORMAL ? "" : "-" + textSize;
            return name
                    + "-%dx%d-%s%s-%s"
                            .formatted(size.width(), size.height(), theme, words, language)
                            .toLowerCase(Locale.ROOT);
        }
    }

    /// Where a word stands does not hang on its colour, nor its colour on the language: so each
    /// theme is seen in both sizes and both languages, but not in all of their combinations.
    private static final List<Look> LOOKS =
            List.of(
                    light(SMALL, Texts.VIETNAMESE),
                    light(SMALL, Texts.ENGLISH),
                    light(USUAL, Texts.VIETNAMESE),
                    light(USUAL, Texts.ENGLISH),
                    light(WIDE, Texts.VIETNAMESE),
                    light(WIDE, Texts.ENGLISH),
                    new Look(SMALL, Theme.Look.DARK, NORMAL, Texts.VIETNAMESE),
                    new Look(WIDE, Theme.Look.DARK, NORMAL, Texts.ENGLISH),
                    new Look(SMALL, Theme.Look.NIGHT, NORMAL, Texts.ENGLISH),
                    new Look(WIDE, Theme.Look.NIGHT, NORMAL, Texts.VIETNAMESE),
                    new Look(SMALL, Theme.Look.LIGHT, LARGE, Texts.VIETNAMESE),
                    new Look(WIDE, Theme.Look.LIGHT, LARGE, Texts.ENGLISH),
                    new Look(SMALL, Theme.Look.LIGHT, LARGE, Texts.ENGLISH),
                    new Look(WIDE, Theme.Look.LIGHT, HUGE, Texts.VIETNAMESE));

    private FrameRules() {}

    private static Look light(Size size, Locale language) {
        return new Look(size, Theme.Look.LIGHT, NORMAL, language);
    }

    /// Checks the screen in every size, look and language.
    ///
    /// @param name of the pictures, such as `home`
    /// @param screen makes the screen, several times
    public static void holdFor(String name, Function<Kit, Screen> screen) throws Exception {
        var broken = new TreeMap<String, List<String>>();
        for (var look : LOOKS) {
            var picture = look.of(name);
            var faults = Fx.on(() -> broken(picture, screen, look));
            if (!faults.isEmpty()) {
                broken.put(picture, faults);
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> broken(String picture, Function<Kit, Screen> screen, Look look)
            throws Exception {
        var size = look.size();
        var stand =
                new Stand(
                        look.language(),
                        look.theme(),
                        look.textSize(),
                        size.width(),
                        size.height(),
                        screen);
        var seen = stand.picture(picture);
        var broken = broken(stand, size);
        if (!larger(stand)) { // the colours are the same
            broken.addAll(new Contrast(stand.scene, node -> scrolls(node, stand)).broken(seen));
        }
        return broken;
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
        if (node.getStyleClass().contains("key-cap")) {
            cap(node, broken);
        }
        if (node instanceof TextInputControl) {
            target(node, broken);
        }
        if (node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isEmpty()) {
            font(text, broken);
            if (!larger(stand) || !scrolls(text, stand)) {
                place(text, stand, broken);
            }
        }
        if (node instanceof Labeled labeled
                && !labeled.getText().isEmpty()
                && !(larger(stand) && scrolls(labeled, stand))) {
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

    /// A key's picture lies whole in its button.
    private static void cap(Node cap, List<String> broken) {
        for (Parent p = cap.getParent(); p != null; p = p.getParent()) {
            if (p instanceof ButtonBase button) {
                var box = button.localToScene(button.getLayoutBounds());
                var seen = cap.localToScene(cap.getLayoutBounds());
                if (aside(seen, box)) {
                    broken.add(cap + " leaves its button: " + seen + ", " + box);
                }
            }
        }
    }

    private static void font(Text text, List<String> broken) {
        if (text.getFont().getSize() < SMALLEST_TEXT - 0.01) {
            broken.add("“" + text.getText() + "” is " + text.getFont().getSize() + " px");
        }
        if (!text.getFont().getFamily().startsWith("Noto Sans")) {
            broken.add("“" + text.getText() + "” is in " + text.getFont().getFamily());
        }
    }

    private static void place(Text text, Stand stand, List<String> broken) {
        var seen = text.localToScene(text.getLayoutBounds());
        // the ink of the tallest Vietnamese capital stays inside the line box of Noto Sans
        boolean outside =
                seen.getMinX() < -0.5
                        || seen.getMinY() < -0.5
                        || seen.getMaxX() > stand.scene.getWidth() + 0.5
                        || seen.getMaxY() > stand.scene.getHeight() + 0.5;
        if (outside && !scrolls(text, stand)) {
            broken.add("“" + text.getText() + "” leaves the window: " + seen);
        }
        for (Parent p = text.getParent(); p != null; p = p.getParent()) {
            if (viewport(p, stand)) {
                if (aside(seen, p.localToScene(p.getLayoutBounds()))) {
                    broken.add("“" + text.getText() + "” cannot be scrolled to: " + seen);
                }
                return; // what is out of sight above or below can be had
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
    private static boolean scrolls(Node node, Stand stand) {
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            if (viewport(p, stand)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the words were made larger: then the bars keep all rules, and work area and panel
    /// those of size and targets.
    private static boolean larger(Stand stand) {
        return stand.kit.theme().textSizeProperty().get() != NORMAL;
    }

    /// The frame's own areas may be scrolled only when words were made larger.
    private static boolean viewport(Parent p, Stand stand) {
        boolean area = p.getParent() != null && p.getParent().getStyleClass().contains("area");
        return p.getStyleClass().contains("viewport") && (larger(stand) || !area);
    }

    /// Nothing scrolls sideways.
    private static boolean aside(Bounds seen, Bounds box) {
        return seen.getMinX() < box.getMinX() - 1 || seen.getMaxX() > box.getMaxX() + 1;
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
