package vn.tram.ui.slip;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.enroll.Step;
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
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// Step 7: the slip as it comes out, and at the right what to say to the citizen.
public final class SlipView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final SlipViewModel model;
    private final StackPane work = new StackPane();
    private final VBox panel = new VBox();
    private final LivePicture page;

    public SlipView(Kit kit, SlipViewModel model) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        page = new LivePicture(kit.background());
        page.getStyleClass().add("slip-page");
        work.getStyleClass().addAll("card", "tinted", "slip-desk");
        VBox.setVgrow(work, Priority.ALWAYS);
        panel.getStyleClass().add("panel");
        model.stateProperty().subscribe(this::show);
    }

    private void show(SlipViewModel.State state) {
        switch (state) {
            case SlipViewModel.State.Making _ -> {
                work.getChildren().setAll(controls.label(Phrase.of("slip.making"), "muted"));
                panel.getChildren().setAll(hint(Optional.empty()));
            }
            case SlipViewModel.State.Made made -> {
                if (!work.getChildren().contains(page)) {
                    work.getChildren().setAll(page);
                    page.show(made.picture());
                }
                panel.getChildren()
                        .setAll(
                                hint(Optional.of(made.due())),
                                controls.heading(Phrase.of("slip.paper")),
                                paper(made),
                                Controls.gap());
                if (!model.awaitsApproval()) {
                    panel.getChildren().add(took());
                }
            }
            case SlipViewModel.State.None _ -> {
                work.getChildren().setAll(controls.paragraph(Phrase.of("slip.none"), "muted"));
                panel.getChildren().setAll(hint(Optional.empty()));
            }
            case SlipViewModel.State.Failed(var code) -> {
                work.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                panel.getChildren().setAll(hint(Optional.empty()));
            }
        }
    }

    private Node hint(Optional<LocalDate> due) {
        boolean waits = model.awaitsApproval();
        var order = Phrase.of(waits ? "slip.give.waits" : "slip.give");
        var why =
                due.map(d ->
                        Phrase.of("slip.due", Phrase.of("slip.weekday." + d.getDayOfWeek()), d));
        var number = due.map(_ -> Phrase.of("slip.working-days", model.workingDays()));
        return new HintPanel(
                controls,
                new HintWords(
                        waits ? Tone.INFO : Tone.GOOD,
                        HintWords.Who.READ_ALOUD,
                        order,
                        why,
                        number));
    }

    private Node paper(SlipViewModel.State.Made made) {
        var line =
                switch (made.printing()) {
                    case UNDER_WAY ->
                            controls.line(
                                    Tone.HERE,
                                    Phrase.of("slip.printing"),
                                    Phrase.of("slip.number", made.number()));
                    case OUT ->
                            controls.line(
                                    Tone.GOOD,
                                    Phrase.of("slip.out"),
                                    Phrase.of("slip.number", made.number()));
                    case LATER ->
                            controls.line(
                                    Tone.WARN,
                                    Phrase.of("slip.later"),
                                    Phrase.of("slip.later.aloud", made.number()));
                };
        var card = controls.card(line);
        card.getStyleClass().add("slip-paper");
        card.setMinHeight(Region.USE_PREF_SIZE);
        if (model.awaitsApproval()) {
            card.getChildren()
                    .add(
                            controls.line(
                                    Tone.PARKED,
                                    Phrase.of("slip.waits"),
                                    Phrase.of("slip.waits.calm")));
        }
        return card;
    }

    /// How long the session took, from the first step to the signature.
    private Node took() {
        var session = model.visit().session();
        var took =
                session.signOff()
                        .map(s -> Duration.between(session.openedAt(), s.at()))
                        .orElse(Duration.ZERO);
        var card =
                controls.card(
                        controls.label(Phrase.of("slip.took"), "muted"),
                        controls.label(
                                Phrase.of("slip.minutes", took.toMinutes(), took.toSecondsPart()),
                                "value"));
        card.getStyleClass().add("tinted");
        return card;
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("slip.title"));
    }

    @Override
    public Optional<Node> aside() {
        return Optional.of(
                model.awaitsApproval()
                        ? controls.state(Tone.PARKED, Phrase.of("slip.waits"))
                        : controls.state(
                                Tone.GOOD, Phrase.of("stage." + model.visit().session().stage())));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return model.visit().rail(Step.SLIP);
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
        var home =
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("slip.home"),
                        () -> kit.navigator().go(new Intent.Open(Places.HOME)));
        var again =
                Action.of(Key.F7, Material2OutlinedMZ.PRINT, Phrase.of("slip.again"), model::print);
        return model.stateProperty()
                .map(state ->
                        state instanceof SlipViewModel.State.Made
                                ? List.of(home, again)
                                : List.of(home));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return new SimpleObjectProperty<>(Primary.ready(Phrase.of("slip.call"), model::call));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("slip.title"),
                List.of(
                        Phrase.of("slip.help.1"),
                        Phrase.of("slip.help.2"),
                        Phrase.of("slip.help.3")));
    }

    @Override
    public void shown() {
        model.load();
    }
}
