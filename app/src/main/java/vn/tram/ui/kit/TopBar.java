package vn.tram.ui.kit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Logo, station, training tag, lights, clock, officer.
final class TopBar extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Controls controls;
    private final Clock clock;
    private final Node site;
    private final HBox lights = new HBox();
    private final HBox officer = new HBox();
    private final Label time = new Label();
    private final Label day = new Label();

    TopBar(Controls controls, StationSign station, Clock clock) {
        this.controls = controls;
        this.clock = clock;
        getStyleClass().add("top-bar");
        lights.getStyleClass().add("lights");
        officer.getStyleClass().add("officer");
        site = site(station);
        getChildren().addAll(logo(), site);
        if (station.training()) {
            var tag = controls.label(Phrase.of("kit.training"), "tag-training");
            tag.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(tag);
        }
        getChildren().addAll(Controls.gap(), lights, separator(), clock(), officer);
        controls.texts().localeProperty().subscribe(_ -> tick());
    }

    /// Where not all fits, the site's name gives way: a device in trouble says so in words.
    @Override
    protected void layoutChildren() {
        boolean had = site.isVisible();
        site.setManaged(true);
        boolean fits = computePrefWidth(-1) <= getWidth();
        site.setManaged(fits);
        if (had != fits) {
            site.setVisible(fits);
        }
        super.layoutChildren();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private Node logo() {
        var mark = new StackPane(controls.icon(Material2OutlinedAL.FINGERPRINT));
        mark.getStyleClass().add("logo-mark");
        var logo = new HBox(mark, controls.label(Phrase.of("kit.station"), "logo-word"));
        logo.getStyleClass().add("logo");
        logo.setMinWidth(Region.USE_PREF_SIZE);
        return logo;
    }

    private Node site(StationSign station) {
        var name = controls.label(Phrase.asIs(station.site()), "site-name");
        var below =
                controls.label(
                        Phrase.of("kit.station-of", station.number(), station.authority()),
                        "site-note");
        var site = new VBox(name, below);
        site.setAlignment(Pos.CENTER_LEFT);
        site.setMinWidth(Region.USE_PREF_SIZE);
        return site;
    }

    private Node clock() {
        time.getStyleClass().add("clock-time");
        day.getStyleClass().add("site-note");
        var box = new VBox(time, day);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static Node separator() {
        var line = new Region();
        line.getStyleClass().add("bar-separator");
        return line;
    }

    /// Shows the time that it is now.
    void tick() {
        var now = LocalDateTime.now(clock);
        var texts = controls.texts();
        time.setText(TIME.format(now));
        day.setText(
                texts.of("kit.weekday." + now.getDayOfWeek().getValue())
                        + " "
                        + texts.date(now.toLocalDate()));
    }

    void showLights(List<Light> all) {
        lights.getChildren().setAll(all.stream().map(this::light).toList());
    }

    private Node light(Light light) {
        var label = controls.label(light.words(), "light", light.tone().styleClass());
        label.setGraphic(controls.icon(light.icon()));
        label.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(label);
        box.getStyleClass().addAll("light-box", light.tone().styleClass());
        if (light.tone() == Tone.GOOD) {
            box.getChildren().add(controls.icon(Material2AL.CHECK_CIRCLE, "light-tick"));
        }
        return box;
    }

    void showOfficer(Optional<Person> person) {
        officer.getChildren().clear();
        person.ifPresent(p -> {
            var letter = new Label(p.letter());
            letter.getStyleClass().add("avatar");
            var words =
                    new VBox(
                            controls.label(Phrase.asIs(p.name()), "site-name"),
                            controls.label(p.role(), "site-note"));
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(Region.USE_PREF_SIZE);
            officer.getChildren().setAll(separator(), letter, words);
        });
    }
}
