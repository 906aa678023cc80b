package vn.tram.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Colours, font and size of all screens. Sizes hang on the root's font size, so that everything
/// grows together on a large screen. Larger words are larger in work area and panel; the bars keep
/// their size, so that every button stays where the hand knows it.
public final class Theme {
    /// Night is for homes after dark: nothing brighter than the live picture.
    public enum Look {
        LIGHT,
        DARK,
        NIGHT
    }

    /// Words of 1, 1.25 and 1.5 times the size; the last only where all grows, for lack of room.
    public enum TextSize {
        NORMAL,
        LARGE,
        HUGE
    }

    /// From this width on, in pixels, all grows by 1.25.
    private static final double WIDE = 1600;

    /// Below this width, in pixels, panel and primary are narrower.
    private static final double NARROW = 1366;

    private static final List<String> FONTS = List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf");
    private static final List<String> SHEETS = List.of("tokens.css", "kit.css");
    private static final List<String> CLASSES =
            List.of("dark", "night", "size-2", "words-large", "words-huge", "narrow");

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);

    public Theme(Look look, TextSize textSize) {
        this.look.set(look);
        this.textSize.set(textSize);
    }

    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    /// Light, dark, night, light.
    public void nextLook() {
        var all = Look.values();
        look.set(all[(look.get().ordinal() + 1) % all.length]);
    }

    /// Loads the bundled fonts. Once, before the first scene.
    static void loadFonts() {
        for (var name : FONTS) {
            try (var file = Theme.class.getResourceAsStream("/vn/tram/fonts/" + name)) {
                Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(file, name), 16), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Dresses a scene and keeps it dressed as look, text size and width change.
    void dress(Scene scene) {
        addSheets(scene);
        look.subscribe(_ -> apply(scene));
        textSize.subscribe(_ -> apply(scene));
        scene.widthProperty().subscribe(_ -> apply(scene));
    }

    /// Dresses a scene that is light whatever the look is, and grows with its width: the screen
    /// that lights the citizen's face.
    public static void dressLight(Scene scene) {
        addSheets(scene);
        scene.widthProperty()
                .subscribe(width -> {
                    var classes = scene.getRoot().getStyleClass();
                    classes.remove("size-2");
                    if (width.doubleValue() >= WIDE) {
                        classes.add("size-2");
                    }
                });
    }

    private static void addSheets(Scene scene) {
        for (var sheet : SHEETS) {
            scene.getStylesheets()
                    .add(
                            Objects.requireNonNull(Theme.class.getResource("/vn/tram/ui/" + sheet))
                                    .toExternalForm());
        }
    }

    private void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                look.get() == Look.LIGHT
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll(CLASSES);
        switch (look.get()) {
            case LIGHT -> {}
            case DARK -> classes.add("dark");
            case NIGHT -> classes.add("night");
        }
        boolean wide = scene.getWidth() >= WIDE;
        switch (textSize.get()) {
            case NORMAL -> {}
            case LARGE -> classes.add("words-large");
            case HUGE -> classes.add(wide ? "words-huge" : "words-large");
        }
        if (wide) {
            classes.add("size-2");
        }
        if (scene.getWidth() < NARROW) {
            classes.add("narrow");
        }
    }
}
