package vn.tram.ui.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Kind;
import vn.tram.enroll.Devices.Seat;
import vn.tram.ui.devices.DevicesViewModel.Sight;
import vn.tram.ui.devices.DevicesViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// A card for each seat: how its device is, and what else could have it.
public final class DevicesView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final DevicesViewModel model;
    private final Places places;
    private final boolean workbench;
    private final VBox seats = new VBox();
    private final ScrollPane work = new ScrollPane(seats);
    private final VBox panel = new VBox();

    /// @param workbench whether the officer may look into devices
    public DevicesView(Kit kit, DevicesViewModel model, Places places, boolean workbench) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        this.workbench = workbench;
        seats.getStyleClass().addAll("panel", "device-seats");
        work.setFitToWidth(true);
        work.getStyleClass().add("list-scroll");
        panel.getStyleClass().add("panel");
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Looking _ -> {
                seats.getChildren().setAll(controls.label(Phrase.of("devices.looking"), "muted"));
                panel.getChildren().clear();
            }
            case State.Seen(var sight) -> fill(sight, Optional.empty());
            case State.Choosing(var sight, _, _) -> fill(sight, Optional.empty());
            case State.Failed(var sight, var code) ->
                    fill(
                            sight,
                            Optional.of(
                                    new FaultCard(
                                            controls, FaultTexts.of(code), Optional.empty())));
        }
    }

    private void fill(Sight sight, Optional<Node> fault) {
        var cards = new ArrayList<Node>();
        fault.ifPresent(cards::add);
        for (var seat : Seat.values()) {
            cards.add(card(sight, seat));
        }
        seats.getChildren().setAll(cards);
        panel.getChildren().setAll(new HintPanel(controls, hint(sight)));
        if (!sight.leftOut().isEmpty()) {
            panel.getChildren().add(leftOut(sight));
        }
    }

    private Node card(Sight sight, Seat seat) {
        var card =
                controls.card(
                        controls.heading(Phrase.of("devices.seat." + seat)),
                        status(sight.status(seat), seat));
        var fitting = sight.fitting(seat);
        for (var device : fitting) {
            card.getChildren().add(row(sight, seat, device));
        }
        if (fitting.isEmpty()) {
            card.getChildren().add(controls.paragraph(Phrase.of("devices.none"), "muted"));
        }
        card.getStyleClass().add("device-seat");
        return card;
    }

    private Node status(DeviceStatus status, Seat seat) {
        return switch (status) {
            case DeviceStatus.Absent _ ->
                    seat.optional()
                            ? controls.state(Tone.INFO, Phrase.of("devices.optional"))
                            : controls.state(Tone.WARN, Phrase.of("devices.absent"));
            case DeviceStatus.Opening _ -> controls.state(Tone.HERE, Phrase.of("devices.opening"));
            case DeviceStatus.Ready _ -> controls.state(Tone.GOOD, Phrase.of("devices.ready"));
            case DeviceStatus.Lost(var address, var fault) ->
                    controls.line(
                            Tone.BAD,
                            FaultTexts.of(fault, seat.kind()).what(),
                            Phrase.of("devices.lost", address.toString()));
        };
    }

    private Node row(Sight sight, Seat seat, DeviceInfo device) {
        var name = Phrase.of("devices.name", device.make(), device.model());
        var words =
                new VBox(
                        controls.paragraph(name, "bold"),
                        controls.paragraph(details(device), "note"));
        if (device.kind() != Kind.CODE_READER && device.certification().isEmpty()) {
            words.getChildren().add(controls.state(Tone.WARN, Phrase.of("devices.not-certified")));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words);
        row.getStyleClass().add("device-row");
        if (workbench) {
            row.getChildren().add(looksInto(device));
        }
        if (sight.used(seat, device)) {
            var used = controls.state(Tone.GOOD, Phrase.of("devices.used"));
            used.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(used);
        } else {
            var use =
                    controls.button(
                            Action.withoutKey(
                                    Material2OutlinedMZ.SWAP_HORIZ,
                                    Phrase.of("devices.use"),
                                    () -> model.choose(seat, device)));
            name(use, "devices.use.device", device);
            row.getChildren().add(use);
        }
        return row;
    }

    private Node looksInto(DeviceInfo device) {
        var look =
                controls.button(
                        Action.withoutKey(
                                Material2OutlinedAL.INSERT_CHART,
                                Phrase.of("devices.look-into"),
                                () ->
                                        kit.navigator()
                                                .go(
                                                        new Intent.Workbench(
                                                                device,
                                                                Intent.Workbench.Page.HISTORY))));
        name(look, "devices.look-into.device", device);
        return look;
    }

    /// What a screen reader says of a button whose words stand in every row.
    private void name(Node button, String key, DeviceInfo device) {
        button.accessibleTextProperty()
                .bind(kit.texts().bind(Phrase.of(key, device.make(), device.model())));
    }

    private static Phrase details(DeviceInfo device) {
        var address = device.address().toString();
        return device.serial().isEmpty()
                ? Phrase.of("devices.details.no-serial", address, device.firmware())
                : Phrase.of("devices.details", device.serial(), address, device.firmware());
    }

    private static HintWords hint(Sight sight) {
        if (sight.complete()) {
            return say(
                    Tone.GOOD,
                    Phrase.of("devices.hint.complete"),
                    Phrase.of("devices.hint.complete.why"));
        }
        return sight.choice()
                ? say(
                        Tone.WARN,
                        Phrase.of("devices.hint.choose"),
                        Phrase.of("devices.hint.choose.why"))
                : say(
                        Tone.WARN,
                        Phrase.of("devices.hint.plug"),
                        Phrase.of("devices.hint.plug.why"));
    }

    private static HintWords say(Tone tone, Phrase order, Phrase why) {
        return HintWords.of(tone, HintWords.Who.OFFICER, order, why);
    }

    private Node leftOut(Sight sight) {
        var card =
                controls.card(
                        controls.paragraph(Phrase.of("devices.left-out"), "bold"),
                        controls.paragraph(Phrase.of("devices.left-out.todo"), "note"));
        for (var out : sight.leftOut()) {
            card.getChildren().add(controls.paragraph(Phrase.asIs(out.name()), "bold"));
            card.getChildren().add(controls.paragraph(Phrase.asIs(out.why()), "note"));
        }
        card.getStyleClass().add("warn");
        return card;
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("place.devices"));
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
    public ObservableValue<List<Action>> actions() {
        return new SimpleObjectProperty<>(
                List.of(
                        Action.of(
                                Key.ESC,
                                Material2OutlinedAL.ARROW_BACK,
                                Phrase.of("devices.back"),
                                () -> kit.navigator().go(new Intent.Back()))));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Looking _ -> Primary.working(Phrase.of("devices.looking"));
                            case State.Choosing _ -> Primary.working(Phrase.of("devices.opening"));
                            case State.Seen _, State.Failed _ ->
                                    Primary.ready(Phrase.of("devices.look"), model::look);
                        });
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("place.devices"),
                List.of(
                        Phrase.of("devices.help.1"),
                        Phrase.of("devices.help.2"),
                        Phrase.of("devices.help.3")));
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void hidden() {
        model.leave();
    }
}
