package vn.tram.ui.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.enroll.DeviceHistory.Day;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.Past;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Intent.Workbench.Page;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Plot;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.workbench.HistoryViewModel.State;

/// Counters of a device, its mean quality by day, what happened to it, and whether it is fit.
public final class HistoryView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final HistoryViewModel model;
    private final Places places;
    private final Clock clock;
    private final PageTabs tabs;
    private final VBox seen = new VBox();
    private final VBox work = new VBox();
    private final VBox panel = new VBox();

    public HistoryView(Kit kit, HistoryViewModel model, Places places, Clock clock) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        this.clock = clock;
        tabs = new PageTabs(kit, model.device(), Page.HISTORY);
        seen.getStyleClass().add("panel");
        VBox.setVgrow(seen, Priority.ALWAYS);
        work.getStyleClass().add("panel");
        work.getChildren().setAll(tabs.drawn(), seen);
        panel.getStyleClass().add("panel");
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Reading _ -> {
                seen.getChildren().setAll(controls.label(Phrase.of("workbench.reading"), "muted"));
                panel.getChildren().setAll(new DeviceCard(controls, model.device()));
            }
            case State.Failed(var code) -> {
                seen.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                panel.getChildren().setAll(new DeviceCard(controls, model.device()));
            }
            case State.Seen(var past, var proof) -> {
                seen.getChildren().setAll(figures(past), chart(past), events(past));
                panel.getChildren().clear();
                proof.map(p -> DeviceWords.of(p, clock.getZone()))
                        .ifPresent(
                                words -> panel.getChildren().add(new HintPanel(controls, words)));
                panel.getChildren().add(new DeviceCard(controls, model.device()));
            }
        }
    }

    private Node figures(Past past) {
        var all =
                past.days().stream()
                        .reduce(Day::plus)
                        .orElseGet(() -> Day.of(LocalDate.now(clock)));
        var row = new GridPane();
        row.addRow(
                0,
                figure("workbench.captures", Phrase.of("home.number", all.captures())),
                figure("workbench.retries", Phrase.of("home.number", all.retries())),
                figure("workbench.faults", Phrase.of("home.number", all.faults())),
                figure(
                        "workbench.mean",
                        all.mean().isPresent()
                                ? Phrase.of("home.number", Math.round(all.mean().getAsDouble()))
                                : Phrase.asIs("–")));
        for (var _ : row.getChildren()) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / row.getChildren().size());
            row.getColumnConstraints().add(column);
        }
        row.getStyleClass().add("device-figures");
        return row;
    }

    private Node figure(String words, Phrase number) {
        var card =
                controls.card(
                        controls.label(number, "value"),
                        controls.paragraph(Phrase.of(words), "note"));
        card.getStyleClass().add("device-figure");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private Node chart(Past past) {
        var title = controls.paragraph(Phrase.of("workbench.chart"), "bold");
        var card = controls.card(title);
        var course = QualityCourse.of(past.days(), LocalDate.now(clock));
        if (course.isPresent()) {
            var plot = new Plot(controls);
            course.get().showOn(plot);
            VBox.setVgrow(plot, Priority.ALWAYS);
            card.getChildren().add(plot);
        } else {
            card.getChildren().add(controls.paragraph(Phrase.of("workbench.chart.none"), "muted"));
        }
        card.getStyleClass().add("device-chart");
        return card;
    }

    private Node events(Past past) {
        var rows = new VBox();
        for (var event : past.events()) {
            rows.getChildren().add(row(event));
        }
        if (past.events().isEmpty()) {
            rows.getChildren().add(controls.paragraph(Phrase.of("workbench.events.none"), "muted"));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var card = controls.card(controls.paragraph(Phrase.of("workbench.events"), "bold"), scroll);
        card.getStyleClass().add("device-events");
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node row(Event event) {
        var what = controls.state(DeviceWords.tone(event.what()), DeviceWords.of(event));
        var time = controls.label(DeviceWords.time(event.at(), clock.getZone()), "muted");
        var row = new HBox(what, Controls.gap(), time);
        row.getStyleClass().add("device-event");
        return row;
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(DeviceWords.name(model.device()));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.DEVICES);
    }

    @Override
    public Node work() {
        return work;
    }

    @Override
    public Node panel() {
        return panel;
    }

    @Override
    public Map<Key, Runnable> keys() {
        return tabs.keys();
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        var actions = new ArrayList<Action>();
        actions.add(
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("place.devices"),
                        () -> kit.navigator().go(new Intent.Back())));
        actions.add(
                Action.of(
                        Key.F2,
                        Material2OutlinedMZ.REFRESH,
                        Phrase.of("workbench.read-again"),
                        model::read));
        return new SimpleObjectProperty<>(actions);
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Reading _ -> Primary.working(Phrase.of("workbench.reading"));
                            case State.Failed _ ->
                                    Primary.ready(Phrase.of("workbench.read-again"), model::read);
                            case State.Seen _ ->
                                    Primary.ready(
                                            Phrase.of("workbench.try"),
                                            Material2OutlinedMZ.VIDEOCAM,
                                            () -> tabs.go(Page.LIVE));
                        });
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("workbench.page.HISTORY"),
                List.of(
                        Phrase.of("workbench.help.history.1"),
                        Phrase.of("workbench.help.history.2"),
                        Phrase.of("workbench.help.history.3")));
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void hidden() {
        model.leave();
    }
}
