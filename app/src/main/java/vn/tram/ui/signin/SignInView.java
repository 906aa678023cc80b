package vn.tram.ui.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Officer;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.CardButton;
import vn.tram.ui.kit.Check;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.PasswordBox;
import vn.tram.ui.kit.Person;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.StationSign;
import vn.tram.ui.kit.Tone;

/// Cards of the officers, the password, and at the right whether the station is fit.
public final class SignInView implements Screen {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int COLUMNS = 4;

    /// What the screen is told besides its view-model.
    ///
    /// @param checks what the station looked at by itself
    /// @param trainingPasswords by officer's id, shown in training; empty in production
    public record About(
            StationSign sign,
            ObservableValue<List<Check>> checks,
            Map<String, String> trainingPasswords) {}

    private final Kit kit;
    private final Controls controls;
    private final SignInViewModel model;
    private final About about;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final VBox checks = new VBox();
    private final VBox leftover = new VBox();
    private final GridPane cards = new GridPane();
    private final VBox below = new VBox();
    private final PasswordBox password;
    private final SimpleObjectProperty<Phrase> asked =
            new SimpleObjectProperty<>(Phrase.of("signin.password"));
    private Subscription watching = Subscription.EMPTY;

    public SignInView(Kit kit, SignInViewModel model, About about) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.about = about;
        password = new PasswordBox(controls, Phrase.of("signin.password"));
        work.getStyleClass().add("sign-in");
        panel.getStyleClass().add("panel");
        checks.getStyleClass().add("checks");
        cards.getStyleClass().add("officers");
        below.getStyleClass().add("refusal");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            cards.getColumnConstraints().add(column);
        }
        panel.getChildren().setAll(controls.heading(Phrase.of("signin.fit")), checks, leftover);
        panel.getChildren().addAll(Controls.gap(), foot());
        model.leftoverProperty().subscribe(this::showLeftover);
        model.stateProperty().subscribe(this::show);
    }

    private Node foot() {
        return controls.paragraph(
                Phrase.of("kit.foot", about.sign().number(), about.sign().version()), "note");
    }

    private void showChecks(List<Check> all) {
        checks.getChildren()
                .setAll(
                        all.stream()
                                .map(c -> controls.line(c.tone(), c.what(), c.below()))
                                .toList());
    }

    private void showLeftover(SignInViewModel.Leftover left) {
        leftover.setVisible(!left.nothing());
        var card =
                controls.card(
                        controls.label(Phrase.of("signin.leftover"), "bold"),
                        controls.paragraph(
                                Phrase.of(
                                        "signin.leftover.sessions",
                                        left.parked(),
                                        left.approvals()),
                                "muted"),
                        controls.paragraph(
                                Phrase.of("signin.leftover.waiting", left.waiting()), "muted"));
        card.getStyleClass().add("tinted");
        leftover.getChildren().setAll(card);
    }

    private void show(SignInViewModel.State state) {
        switch (state) {
            case SignInViewModel.State.Loading _ ->
                    work.getChildren().setAll(controls.label(Phrase.of("signin.loading")));
            case SignInViewModel.State.Asking(var officers, var chosen, var refusal) -> {
                showCards(officers, chosen);
                showRefusal(refusal, chosen);
                work.getChildren().setAll(asking());
                password.focus();
            }
            case SignInViewModel.State.Checking(var officers, var chosen) -> {
                showCards(officers, chosen);
                showRefusal(Optional.empty(), chosen);
            }
            case SignInViewModel.State.Nobody _ ->
                    work.getChildren()
                            .setAll(
                                    controls.card(
                                            controls.line(
                                                    Tone.WARN,
                                                    Phrase.of("signin.nobody"),
                                                    Phrase.of("signin.nobody.todo"))));
            case SignInViewModel.State.Failed(var code) ->
                    work.getChildren()
                            .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
        }
    }

    private List<Node> asking() {
        var label = controls.label(asked, "bold");
        var field = new VBox(label, password, below);
        field.getStyleClass().add("field");
        var parts = new ArrayList<Node>();
        parts.add(controls.label(Phrase.of("signin.lead"), "muted"));
        parts.add(cards);
        parts.add(field);
        parts.add(Controls.gap());
        if (about.sign().training()) {
            var words = controls.paragraph(Phrase.of("signin.training"));
            HBox.setHgrow(words, Priority.ALWAYS);
            var tag = controls.label(Phrase.of("kit.training"), "tag-training");
            tag.setMinWidth(Region.USE_PREF_SIZE);
            var note = new HBox(tag, words);
            note.getStyleClass().addAll("card", "training-note");
            parts.add(note);
        }
        return parts;
    }

    private void showCards(List<Officer> officers, Officer chosen) {
        asked.set(Phrase.of("signin.password-of", chosen.name()));
        cards.getChildren().clear();
        for (int i = 0; i < officers.size(); i++) {
            cards.add(
                    card(officers.get(i), officers.get(i).equals(chosen)),
                    i % COLUMNS,
                    i / COLUMNS);
        }
    }

    private Node card(Officer officer, boolean chosen) {
        var role = Phrase.of("role." + officer.role());
        var avatar = new Label(new Person(officer.name(), role).letter());
        avatar.getStyleClass().add("big-avatar");
        var lines =
                new VBox(
                        avatar,
                        controls.paragraph(Phrase.asIs(officer.name()), "bold"),
                        controls.paragraph(role, "note"));
        lines.getStyleClass().add("officer-lines");
        var card = new CardButton(lines);
        card.getStyleClass().add("officer-card");
        card.pseudoClassStateChanged(CHOSEN, chosen);
        card.setAccessibleText(officer.name());
        card.setOnAction(_ -> model.choose(officer));
        return card;
    }

    private void showRefusal(Optional<SignInViewModel.Refusal> refusal, Officer chosen) {
        below.getChildren().clear();
        refusal.ifPresent(
                r -> below.getChildren().add(controls.paragraph(worded(r), "field-fault")));
        var known = about.trainingPasswords().get(chosen.id());
        if (known != null) {
            below.getChildren()
                    .add(controls.label(Phrase.of("signin.training-password", known), "note"));
        }
    }

    private static Phrase worded(SignInViewModel.Refusal refusal) {
        return switch (refusal) {
            case SignInViewModel.Refusal.Empty _ -> Phrase.of("signin.empty");
            case SignInViewModel.Refusal.Wrong(int left) -> Phrase.of("signin.wrong", left);
            case SignInViewModel.Refusal.Locked(var left) ->
                    Phrase.of("signin.locked", clock(left));
        };
    }

    private static String clock(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("signin.title"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return new SimpleObjectProperty<>(new Rail.None());
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
                        Action.withoutKey(
                                Material2OutlinedMZ.POWER_SETTINGS_NEW,
                                Phrase.of("signin.quit"),
                                () -> kit.navigator().go(new Intent.Quit())),
                        Action.of(
                                Key.CTRL_E,
                                Material2OutlinedAL.LANGUAGE,
                                Phrase.of("kit.other-language"),
                                kit.texts()::switchLanguage),
                        Action.of(
                                Key.CTRL_D,
                                Material2OutlinedAL.BRIGHTNESS_6,
                                Phrase.of("kit.other-look"),
                                kit.theme()::nextLook),
                        Action.of(
                                Key.F1,
                                Material2OutlinedAL.HELP_OUTLINE,
                                Phrase.of("kit.help"),
                                kit.shell()::help)));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case SignInViewModel.State.Loading _ ->
                                    Primary.working(Phrase.of("signin.loading"));
                            case SignInViewModel.State.Asking _ ->
                                    Primary.ready(
                                            Phrase.of("signin.title"),
                                            () -> model.signIn(password.take()));
                            case SignInViewModel.State.Checking _ ->
                                    Primary.working(Phrase.of("signin.checking"));
                            case SignInViewModel.State.Nobody _, SignInViewModel.State.Failed _ ->
                                    Primary.ready(Phrase.of("signin.reload"), model::load);
                        });
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(
                Key.UP, () -> model.move(-1),
                Key.LEFT, () -> model.move(-1),
                Key.DOWN, () -> model.move(1),
                Key.RIGHT, () -> model.move(1));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("signin.title"),
                List.of(
                        Phrase.of("signin.help.1"),
                        Phrase.of("signin.help.2"),
                        Phrase.of("signin.help.3")));
    }

    @Override
    public void shown() {
        watching = about.checks().subscribe(this::showChecks); // they outlive the screen
        model.load();
    }

    @Override
    public void hidden() {
        watching.unsubscribe();
    }
}
