package vn.tram.ui.home;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Stage;
import vn.tram.ui.home.HomeViewModel.Today;
import vn.tram.ui.home.HomeViewModel.Unfinished;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Check;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// Today's figures, the sessions that are not finished, what there is to do, and the devices.
public final class HomeView implements Screen {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM");

    /// What the screen is told besides its view-model.
    ///
    /// @param officer name of who is signed in
    /// @param devices how each device is
    /// @param clock for the greeting and the zone of times
    public record About(String officer, ObservableValue<List<Check>> devices, Clock clock) {}

    private final Kit kit;
    private final Controls controls;
    private final HomeViewModel model;
    private final Places places;
    private final About about;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final VBox tasks = new VBox();
    private final VBox devices = new VBox();
    private Subscription watching = Subscription.EMPTY;

    public HomeView(Kit kit, HomeViewModel model, Places places, About about) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        this.about = about;
        work.getStyleClass().add("panel");
        panel.getStyleClass().add("panel");
        tasks.getStyleClass().add("tasks");
        devices.getStyleClass().add("checks");
        panel.getChildren()
                .setAll(
                        controls.heading(Phrase.of("home.tasks")),
                        tasks,
                        controls.heading(Phrase.of("home.devices")),
                        devices);
    }

    private void showDevices(List<Check> all) {
        devices.getChildren()
                .setAll(
                        all.stream()
                                .map(c -> controls.line(c.tone(), c.what(), c.below()))
                                .toList());
    }

    private void show(HomeViewModel.State state) {
        switch (state) {
            case HomeViewModel.State.Loading _ ->
                    work.getChildren().setAll(controls.label(Phrase.of("home.loading"), "muted"));
            case HomeViewModel.State.Failed(var code) ->
                    work.getChildren()
                            .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
            case HomeViewModel.State.Loaded(var today) -> {
                var list = list(today);
                VBox.setVgrow(list, Priority.ALWAYS);
                work.getChildren().setAll(figures(today), list);
                showTasks(today);
                places.count(Places.APPROVALS, today.approvals(), true);
                places.count(Places.EXPORT, today.waiting(), false);
            }
        }
    }

    private Node figures(Today today) {
        var share = today.captures() == 0 ? 0.0 : (double) today.retaken() / today.captures();
        var row =
                new HBox(
                        figure("home.today", Phrase.of("home.number", today.done()), "home.done"),
                        figure(
                                "home.unfinished",
                                Phrase.of("home.number", today.unfinished().size()),
                                "home.sessions"),
                        figure("home.retaken", Phrase.of("home.share", share), "home.captures"));
        row.getStyleClass().add("figures");
        return row;
    }

    private Node figure(String head, Phrase number, String below) {
        var card =
                controls.card(
                        controls.paragraph(Phrase.of(head), "bold"),
                        controls.label(number, "figure"),
                        controls.paragraph(Phrase.of(below), "muted"));
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(1); // three of the same width
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Region list(Today today) {
        var hidden = controls.label(Phrase.of("home.masked"), "state", "unknown");
        hidden.setGraphic(controls.icon(Material2OutlinedMZ.VISIBILITY_OFF));
        var head = new HBox(controls.heading(Phrase.of("home.list")), Controls.gap(), hidden);
        head.getStyleClass().add("list-head");
        var rows = new VBox();
        rows.getStyleClass().add("rows");
        var first = today.interrupted();
        for (var session : today.unfinished()) {
            rows.getChildren().add(row(session, first.equals(Optional.of(session))));
        }
        if (today.unfinished().isEmpty()) {
            rows.getChildren().add(controls.paragraph(Phrase.of("home.empty"), "muted", "empty"));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var card = controls.card(head, scroll);
        card.getStyleClass().add("list-card");
        return card;
    }

    private Node row(Unfinished session, boolean first) {
        var number = controls.label(number(session.number()), "row-number");
        var name =
                controls.label(
                        session.name().map(Phrase::asIs).orElse(Phrase.of("home.nobody")), "bold");
        var digits =
                controls.label(
                        session.lastDigits()
                                .map(d -> Phrase.of("home.digits", d))
                                .orElse(Phrase.asIs("")),
                        "muted");
        var state = controls.state(tone(session.stage()), Phrase.of("stage." + session.stage()));
        name.getStyleClass().add("row-name");
        digits.getStyleClass().add("row-digits");
        var content = new HBox(number, name, digits, Controls.gap(), state);
        content.getStyleClass().add("row-content");
        var row = new Button();
        row.setGraphic(content);
        row.getStyleClass().add("row");
        if (first) {
            row.getStyleClass().add("here");
        }
        row.setMaxWidth(Double.MAX_VALUE);
        row.accessibleTextProperty()
                .bind(kit.texts().bind(Phrase.of("home.resume", padded(session.number()))));
        row.setOnAction(_ -> resume(session));
        return row;
    }

    private static Tone tone(Stage stage) {
        return switch (stage) {
            case OPEN -> Tone.HERE;
            case PARKED, SIGNED_OFF, AWAITING_APPROVAL -> Tone.PARKED;
            case SEALED,
                    BATCHED,
                    DELIVERED,
                    ACCEPTED,
                    REJECTED,
                    RECAPTURE_WANTED,
                    PURGED,
                    CANCELLED ->
                    Tone.UNKNOWN;
        };
    }

    private static Phrase number(int number) {
        return Phrase.asIs(padded(number));
    }

    private static String padded(int number) {
        return "%03d".formatted(number);
    }

    private void resume(Unfinished session) {
        kit.navigator().go(new Intent.Resume(session.id().value()));
    }

    private void showTasks(Today today) {
        var todo = new ArrayList<Node>();
        if (today.approvals() > 0) {
            todo.add(
                    task(
                            Tone.WARN,
                            Material2OutlinedAL.ASSIGNMENT_LATE,
                            Phrase.of("home.task.approvals", today.approvals()),
                            Phrase.of("home.task.approvals.note"),
                            Places.APPROVALS));
        }
        if (today.waiting() > 0) {
            todo.add(
                    task(
                            Tone.UNKNOWN,
                            Material2OutlinedMZ.SD_CARD,
                            Phrase.of("home.task.waiting", today.waiting()),
                            lastBatch(today),
                            Places.EXPORT));
        }
        if (today.recaptures() > 0) {
            todo.add(
                    task(
                            Tone.INFO,
                            Material2OutlinedMZ.REPLAY,
                            Phrase.of("home.task.recaptures", today.recaptures()),
                            Phrase.of("home.task.recaptures.note"),
                            Places.EXPORT));
        }
        if (todo.isEmpty()) {
            todo.add(controls.paragraph(Phrase.of("home.tasks.none"), "muted"));
        }
        tasks.getChildren().setAll(todo);
    }

    private Phrase lastBatch(Today today) {
        return today.lastBatch()
                .map(at -> Phrase.of("home.last-batch", MOMENT.format(at.atZone(zone()))))
                .orElse(Phrase.of("home.no-batch"));
    }

    private ZoneId zone() {
        return about.clock().getZone();
    }

    /// A line that leads to a place, where the station has that place.
    private Node task(
            Tone tone, org.kordamp.ikonli.Ikon icon, Phrase what, Phrase note, String place) {
        return places.has(place)
                ? controls.task(
                        tone, icon, what, note, () -> kit.navigator().go(new Intent.Open(place)))
                : controls.line(tone, what, note);
    }

    @Override
    public ObservableValue<Phrase> title() {
        int hour = LocalTime.now(about.clock()).getHour();
        var time = hour < 11 ? "morning" : hour < 13 ? "noon" : hour < 18 ? "afternoon" : "evening";
        return new SimpleObjectProperty<>(Phrase.of("home.greeting." + time, about.officer()));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.HOME);
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
    public ObservableValue<List<Action>> actions() {
        return model.stateProperty().map(this::actions);
    }

    private List<Action> actions(HomeViewModel.State state) {
        return List.of(
                Action.of(
                        Key.F3,
                        Material2OutlinedMZ.SEARCH,
                        Phrase.of("home.find"),
                        () -> kit.navigator().go(new Intent.Call())),
                Action.of(
                        Key.F5,
                        Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE,
                        Phrase.of("home.parked"),
                        () -> resumeParked(state)),
                Action.of(
                        Key.F9,
                        Material2OutlinedMZ.VISIBILITY_OFF,
                        Phrase.of("kit.cover"),
                        kit.shell()::cover),
                Action.of(
                        Key.F12,
                        Material2OutlinedAL.LOCK,
                        Phrase.of("kit.lock"),
                        () -> kit.navigator().go(new Intent.Lock())));
    }

    private void resumeParked(HomeViewModel.State state) {
        var parked =
                state instanceof HomeViewModel.State.Loaded(var today)
                        ? today.parked()
                        : Optional.<Unfinished>empty();
        parked.ifPresentOrElse(
                this::resume, () -> kit.shell().toast(Tone.INFO, Phrase.of("home.parked.none")));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case HomeViewModel.State.Loading _ ->
                                    Primary.working(Phrase.of("home.loading"));
                            case HomeViewModel.State.Failed _ ->
                                    Primary.ready(Phrase.of("home.again"), model::load);
                            case HomeViewModel.State.Loaded(var today) -> next(today);
                        });
    }

    private Primary next(Today today) {
        return today.interrupted()
                .map(open ->
                        Primary.ready(
                                Phrase.of("home.resume", padded(open.number())),
                                Material2OutlinedAL.HOW_TO_REG,
                                () -> resume(open)))
                .orElseGet(() ->
                        Primary.ready(
                                Phrase.of("home.call", padded(today.nextNumber())),
                                Material2OutlinedAL.HOW_TO_REG,
                                () -> kit.navigator().go(new Intent.Call())));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("place.home"),
                List.of(
                        Phrase.of("home.help.1"),
                        Phrase.of("home.help.2"),
                        Phrase.of("home.help.3"),
                        Phrase.of("home.help.4")));
    }

    @Override
    public void shown() {
        // the devices outlive the screen
        watching =
                Subscription.combine(
                        about.devices().subscribe(this::showDevices),
                        model.stateProperty().subscribe(this::show));
        model.load();
    }

    @Override
    public void hidden() {
        watching.unsubscribe();
    }
}
