package vn.tram.ui.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.PasswordBox;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// Step 6: the whole session on one page, the citizen's confirmation, the operator's signature.
public final class ReviewView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final ReviewViewModel model;
    private final ReviewSheet sheet;
    private final VBox panel = new VBox();
    private final VBox refusal = new VBox();
    private final Choice confirm;
    private final PasswordBox password;

    public ReviewView(Kit kit, ReviewViewModel model) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        sheet = new ReviewSheet(kit, model);
        password = new PasswordBox(controls, Phrase.of("review.password"));
        confirm =
                controls.choice(
                        Phrase.of("review.confirmed"),
                        Optional.of(Key.DIGIT_1),
                        () -> model.confirm(!model.confirmedProperty().get()));
        confirm.setMaxWidth(Double.MAX_VALUE);
        panel.getStyleClass().add("panel");
        refusal.getStyleClass().add("refusal");
        model.shownProperty().subscribe(this::showPictures);
        model.confirmedProperty().subscribe(this::showConfirmed);
        model.stateProperty().subscribe(this::show);
    }

    private void showPictures(ReviewViewModel.Shown shown) {
        switch (shown) {
            case ReviewViewModel.Shown.Loading _ -> {}
            case ReviewViewModel.Shown.Loaded(var pictures) -> sheet.show(pictures);
            case ReviewViewModel.Shown.Failed(var code) ->
                    sheet.getChildren()
                            .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
        }
    }

    private void showConfirmed(boolean yes) {
        confirm.setChosen(yes);
        if (yes) {
            password.focus();
        }
    }

    private void show(ReviewViewModel.State state) {
        switch (state) {
            case ReviewViewModel.State.Missing(var why, _) ->
                    panel.getChildren()
                            .setAll(new HintPanel(controls, ReasonTexts.of(why).hint()), seal());
            case ReviewViewModel.State.Signable(var refused) -> {
                if (!panel.getChildren().contains(confirm)) {
                    showSigning();
                }
                refusal.getChildren().clear();
                refused.ifPresent(this::showRefused);
            }
            case ReviewViewModel.State.Signing _ -> refusal.getChildren().clear();
            case ReviewViewModel.State.Unsealed(var code) ->
                    panel.getChildren()
                            .setAll(
                                    code.<Node>map(this::fault)
                                            .orElseGet(() -> hint("review.unsealed")));
            case ReviewViewModel.State.Failed(var code) -> panel.getChildren().setAll(fault(code));
            case ReviewViewModel.State.Over _ -> panel.getChildren().setAll(hint("review.over"));
        }
    }

    private Node fault(StationFault.Code code) {
        return new FaultCard(controls, FaultTexts.of(code), Optional.empty());
    }

    private HintPanel hint(String key) {
        return new HintPanel(
                controls,
                HintWords.of(
                        Tone.INFO,
                        HintWords.Who.OFFICER,
                        Phrase.of(key),
                        Phrase.of(key + ".note")));
    }

    private void showSigning() {
        var officer = model.visit().officer();
        var field =
                new VBox(
                        controls.paragraph(Phrase.of("review.password-of", officer.name()), "bold"),
                        password,
                        refusal);
        field.getStyleClass().add("field");
        panel.getChildren()
                .setAll(
                        controls.heading(Phrase.of("review.citizen")),
                        controls.paragraph(Phrase.of("review.citizen.ask"), "muted"),
                        confirm,
                        controls.heading(Phrase.of("review.officer")),
                        controls.paragraph(Phrase.of("review.statement")),
                        field,
                        Controls.gap(),
                        seal());
    }

    private Node seal() {
        boolean approval = model.session().needsApproval();
        var card =
                controls.card(
                        controls.paragraph(
                                Phrase.of(approval ? "review.passes" : "review.seals"), "bold"),
                        controls.paragraph(
                                Phrase.of(approval ? "review.passes.why" : "review.seals.why"),
                                "muted"));
        card.getStyleClass().add("tinted");
        return card;
    }

    private void showRefused(ReviewViewModel.Refused refused) {
        var words =
                switch (refused) {
                    case ReviewViewModel.Refused.NotConfirmed _ ->
                            ReasonTexts.of(new Reason.CitizenNotConfirmed()).whole();
                    case ReviewViewModel.Refused.NoPassword _ -> Phrase.of("review.no-password");
                    case ReviewViewModel.Refused.ByWorkflow(var reason) ->
                            ReasonTexts.of(reason).whole();
                };
        refusal.getChildren().add(controls.paragraph(words, "field-fault"));
        if (refused instanceof ReviewViewModel.Refused.NotConfirmed) {
            confirm.requestFocus();
        } else {
            password.focus();
        }
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("review.title"));
    }

    @Override
    public Optional<Node> aside() {
        var standing = model.visit().standing();
        int missing = standing.missing().size();
        return Optional.of(
                missing == 0
                        ? controls.state(Tone.GOOD, Phrase.of("review.complete", standing.wanted()))
                        : controls.state(
                                Tone.BAD,
                                Phrase.of("review.incomplete", missing, standing.wanted())));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return model.visit().rail(Step.REVIEW);
    }

    @Override
    public Node work() {
        return sheet;
    }

    @Override
    public Node panel() {
        return panel;
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case ReviewViewModel.State.Missing _,
                                    ReviewViewModel.State.Signable _,
                                    ReviewViewModel.State.Failed _ ->
                                    List.of(
                                            go("review.back", Key.ESC, new Intent.Back()),
                                            Action.of(
                                                    Key.F5,
                                                    Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE,
                                                    Phrase.of("review.park"),
                                                    () -> kit.navigator().go(new Intent.Park())));
                            case ReviewViewModel.State.Signing _ -> List.of();
                            case ReviewViewModel.State.Unsealed _, ReviewViewModel.State.Over _ ->
                                    List.of(
                                            go(
                                                    "review.home",
                                                    Key.ESC,
                                                    new Intent.Open(Places.HOME)));
                        });
    }

    private Action go(String words, Key key, Intent intent) {
        return Action.of(
                key,
                Material2OutlinedAL.ARROW_BACK,
                Phrase.of(words),
                () -> kit.navigator().go(intent));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return Bindings.createObjectBinding(
                this::next, model.stateProperty(), model.confirmedProperty());
    }

    private Primary next() {
        return switch (model.stateProperty().get()) {
            case ReviewViewModel.State.Missing(_, var where) ->
                    Primary.ready(Phrase.of("review.lead." + where), model::mend);
            case ReviewViewModel.State.Signable _ ->
                    model.confirmedProperty().get()
                            ? Primary.ready(
                                    Phrase.of(
                                            model.session().needsApproval()
                                                    ? "review.sign-pass"
                                                    : "review.sign"),
                                    () -> model.sign(password.take()))
                            : Primary.ready(
                                    Phrase.of("review.ask"), () -> model.sign(password.take()));
            case ReviewViewModel.State.Signing _ -> Primary.working(Phrase.of("review.signing"));
            case ReviewViewModel.State.Unsealed _ ->
                    Primary.ready(Phrase.of("review.seal-again"), model::sealAgain);
            case ReviewViewModel.State.Failed _ ->
                    Primary.ready(Phrase.of("review.again"), model::again);
            case ReviewViewModel.State.Over _ ->
                    Primary.ready(Phrase.of("review.to-slip"), model::next);
        };
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(Key.DIGIT_1, () -> model.confirm(!model.confirmedProperty().get()));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("review.title"),
                List.of(
                        Phrase.of("review.help.1"),
                        Phrase.of("review.help.2"),
                        Phrase.of("review.help.3"),
                        Phrase.of("review.help.4")));
    }

    @Override
    public void shown() {
        confirm.requestFocus();
        model.load();
    }
}
