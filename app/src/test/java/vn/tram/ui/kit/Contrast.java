package vn.tram.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether words and icons stand out from what really lies behind them, in luminance alone: what
/// passes is readable in grey. The scene is drawn once with its words and once without; where the
/// two differ is ink, and the second tells what is behind it.
///
/// Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11, and *relative luminance*.
final class Contrast {
    private static final double WORDS = 4.5;

    /// From 24 px on, bold from 18.66 px on, and for icons.
    private static final double LARGE = 3;

    private static final double LARGE_PIXELS = 24;
    private static final double LARGE_BOLD_PIXELS = 14 * 4 / 3.0;

    private final Scene scene;
    private final Predicate<Node> scrolls;
    private final List<Text> words = new ArrayList<>();

    /// @param scrolls whether what is out of sight can be had
    Contrast(Scene scene, Predicate<Node> scrolls) {
        this.scene = scene;
        this.scrolls = scrolls;
        collect(scene.getRoot());
    }

    private void collect(Node node) {
        if (!node.isVisible() || node.getStyleClass().contains("watermark")) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            words.add(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    /// What is too weak, or not to be seen at all.
    ///
    /// @param seen the scene as it is
    List<String> broken(Image seen) {
        // what scrolls is drawn from a picture that may be older
        scene.getRoot().lookupAll(".viewport").forEach(v -> v.setCache(false));
        words.forEach(text -> text.setOpacity(0));
        var behind = new Raster(scene.snapshot(null));
        words.forEach(text -> text.setOpacity(1));
        var drawn = new Raster(seen);
        var broken = new ArrayList<String>();
        for (var text : words) {
            double ratio = weakest(text, drawn, behind);
            double least = least(text);
            if (ratio < least - 0.005) {
                broken.add(
                        "“%s” has a contrast of %.2f, needs %.1f; %s"
                                .formatted(text.getText(), ratio, least, where(text)));
            }
        }
        return broken;
    }

    private static String where(Text text) {
        return text.getParent() == null ? "" : text.getParent().getStyleClass().toString();
    }

    private static double least(Text text) {
        double pixels = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().contains("Bold");
        boolean large = pixels >= (bold ? LARGE_BOLD_PIXELS : LARGE_PIXELS);
        return text instanceof FontIcon || large ? LARGE : WORDS;
    }

    /// The smallest ratio under any of its ink; 1 where it should be seen and is not.
    private double weakest(Text text, Raster drawn, Raster behind) {
        var box = inSight(text);
        int left = (int) Math.max(0, Math.floor(box.getMinX()));
        int top = (int) Math.max(0, Math.floor(box.getMinY()));
        int right = (int) Math.min(scene.getWidth(), Math.ceil(box.getMaxX()));
        int bottom = (int) Math.min(scene.getHeight(), Math.ceil(box.getMaxY()));
        Map<Integer, Double> ratios = new LinkedHashMap<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int under = behind.at(x, y);
                if (drawn.at(x, y) != under) {
                    ratios.computeIfAbsent(under, u -> ratio(ink(text), u));
                }
            }
        }
        return ratios.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(scrolls.test(text) ? Double.MAX_VALUE : 1);
    }

    /// What of it is not cut off by something that scrolls.
    private static Bounds inSight(Text text) {
        var box = text.localToScene(text.getLayoutBounds());
        for (Parent p = text.getParent(); p != null; p = p.getParent()) {
            if (p.getStyleClass().contains("viewport")) {
                var seen = p.localToScene(p.getLayoutBounds());
                double left = Math.max(box.getMinX(), seen.getMinX());
                double top = Math.max(box.getMinY(), seen.getMinY());
                box =
                        new BoundingBox(
                                left,
                                top,
                                Math.max(0, Math.min(box.getMaxX(), seen.getMaxX()) - left),
                                Math.max(0, Math.min(box.getMaxY(), seen.getMaxY()) - top));
            }
        }
        return box;
    }

    /// The colour of its ink, as faint as what it stands in.
    private static Color ink(Text text) {
        double opacity = 1;
        for (Parent p = text.getParent(); p != null; p = p.getParent()) {
            opacity *= p.getOpacity();
        }
        var fill = text.getSelectionStart() < 0 ? text.getFill() : text.getSelectionFill();
        return ((Color) fill).deriveColor(0, 1, 1, opacity);
    }

    private static double ratio(Color ink, int under) {
        var ground = Color.rgb(under >> 16 & 0xFF, under >> 8 & 0xFF, under & 0xFF);
        var full = Color.color(ink.getRed(), ink.getGreen(), ink.getBlue());
        double one = luminance(ground.interpolate(full, ink.getOpacity()));
        double other = luminance(ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /// A picture's pixels, 0xAARRGGBB.
    private static final class Raster {
        private final int width;
        private final int[] argb;

        Raster(Image image) {
            width = (int) image.getWidth();
            int height = (int) image.getHeight();
            argb = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            width,
                            height,
                            javafx.scene.image.PixelFormat.getIntArgbInstance(),
                            argb,
                            0,
                            width);
        }

        int at(int x, int y) {
            return argb[y * width + x];
        }
    }
}
