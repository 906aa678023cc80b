package vn.tram.ui.citizen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.enroll.Step;
import vn.tram.identity.Writing;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.CardFrame;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.CitizenSide.Answer;
import vn.tram.ui.kit.CitizenSide.Shown;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.Phrase;

/// Draws what [CitizenSide] says, large, for eyes at two metres.
public final class CitizenView extends BorderPane {
    /// In the order of the card; what a citizen can judge without help.
    private static final List<Field> FIELDS =
            List.of(
                    Field.NAME,
                    Field.BIRTH_DATE,
                    Field.SEX,
                    Field.PERSONAL_NUMBER,
                    Field.RESIDENCE,
                    Field.PHONE);

    /// The steps that a citizen takes part in.
    private static final List<Step> STEPS =
            List.of(Step.CHECK, Step.FINGERPRINTS, Step.PORTRAIT, Step.REVIEW);

    private final Controls controls;
    private final Background background;
    private final CitizenSide side;
    private final boolean training;
    private final LivePicture picture;
    private final StackPane mirror = new StackPane();
    private Optional<Integer> age = Optional.empty();

    /// Width over height of the room for the camera's picture.
    private volatile double aspect = 1;

    private volatile CardFrame frame = CardFrame.of(1, 1);

    /// @param training whether nothing that is made here has value
    public CitizenView(
            Controls controls, Background background, CitizenSide side, boolean training) {
        this.controls = controls;
        this.background = background;
        this.side = side;
        this.training = training;
        getStyleClass().add("citizen");
        picture = new LivePicture(background);
        picture.setScaleX(-1); // as in a mirror
        picture.layoutBoundsProperty()
                .subscribe(b -> aspect = b.getWidth() / Math.max(1, b.getHeight()));
        mirror.getStyleClass().addAll("live-frame", "citizen-mirror");
        mirror.getChildren().setAll(picture);
        show(side.shownProperty().get());
    }

    /// Of whom there is to be spoken; empty when that is not known.
    public void speakTo(Optional<Integer> years) {
        age = years;
    }

    /// A live frame, from any thread.
    public void offer(Pixels pixels) {
        var shown = cut(pixels);
        var size = CardFrame.of(shown.width(), shown.height());
        if (!size.equals(frame)) {
            frame = size;
            background.post(() -> picture.mark(frame.face()));
        }
        picture.offer(shown);
    }

    /// The middle of a wide picture, where the face belongs.
    private Pixels cut(Pixels pixels) {
        int width = Math.max(1, (int) Math.round(pixels.height() * aspect));
        return pixels instanceof Rgb8 colour && width < colour.width()
                ? colour.crop((colour.width() - width) / 2, 0, width, colour.height())
                : pixels;
    }

    /// Shows this in the place of what stood there.
    public void show(Shown shown) {
        var words = CitizenWords.of(age);
        setTop(header(shown));
        setCenter(
                switch (shown) {
                    case Shown.Greeting _ -> greeting(words);
                    case Shown.Waiting _, Shown.Answered _ -> said(shown, words, Optional.empty());
                    case Shown.Data(_, var citizen) -> data(shown, words, citizen);
                    case Shown.Fingers(var position) ->
                            said(shown, words, Optional.of(Pictogram.hand(position)));
                    case Shown.Face face -> face(face, words);
                });
        setBottom(footer(shown));
        if (!(shown instanceof Shown.Face)) {
            picture.clear();
        }
    }

    private Node header(Shown shown) {
        var title = controls.label(Phrase.of("citizen.title"), "citizen-title");
        title.setGraphic(controls.icon(Material2OutlinedAL.FINGERPRINT));
        var header = new HBox(title);
        header.getStyleClass().addAll("citizen-bar", "citizen-header");
        if (training) {
            header.getChildren().add(controls.label(Phrase.of("kit.training"), "tag-training"));
        }
        header.getChildren().add(Controls.gap());
        step(shown).ifPresent(here -> STEPS.forEach(s -> header.getChildren().add(step(s, here))));
        return header;
    }

    private static Optional<Step> step(Shown shown) {
        return switch (shown) {
            case Shown.Greeting _ -> Optional.empty();
            case Shown.Waiting(var step) -> Optional.of(step);
            case Shown.Data(var step, _) -> Optional.of(step);
            case Shown.Answered(var step, _) -> Optional.of(step);
            case Shown.Fingers _ -> Optional.of(Step.FINGERPRINTS);
            case Shown.Face _ -> Optional.of(Step.PORTRAIT);
        };
    }

    private Node step(Step step, Step here) {
        boolean past = step.compareTo(here) < 0;
        var mark =
                past
                        ? controls.icon(Material2AL.CHECK_CIRCLE)
                        : controls.label(
                                Phrase.of("citizen.step-number", STEPS.indexOf(step) + 1),
                                "citizen-number");
        var words = new HBox(mark, controls.label(Phrase.of("citizen.step." + step)));
        words.getStyleClass().add("citizen-step");
        if (past) {
            words.getStyleClass().add("past");
        } else if (step == here) {
            words.getStyleClass().add("here");
        }
        return words;
    }

    private Node footer(Shown shown) {
        boolean face = shown instanceof Shown.Face;
        boolean data = shown instanceof Shown.Data;
        var calm =
                data
                        ? calm("citizen.foot.read", Material2OutlinedMZ.RECORD_VOICE_OVER)
                        : calm("citizen.foot.again", Material2OutlinedMZ.REPLAY);
        var footer = new HBox(calm, Controls.gap());
        footer.getStyleClass().addAll("citizen-bar", "citizen-footer");
        footer.getChildren()
                .add(
                        calm(
                                face ? "citizen.foot.photo" : "citizen.foot.use",
                                Material2OutlinedAL.LOCK));
        return footer;
    }

    private Node calm(String key, Ikon icon) {
        var line = controls.label(Phrase.of(key), "citizen-foot");
        line.setGraphic(controls.icon(icon));
        return line;
    }

    private Node greeting(CitizenWords words) {
        var cards =
                new HBox(
                        coming("citizen.coming.data", Material2OutlinedAL.ASSIGNMENT_IND),
                        coming("citizen.coming.fingers", Material2OutlinedAL.FINGERPRINT),
                        coming("citizen.coming.photo", Material2OutlinedMZ.PHOTO_CAMERA));
        cards.getStyleClass().add("citizen-cards");
        var shown = new Shown.Greeting();
        return centred(order(shown, words), line(shown, words), cards);
    }

    private Node coming(String key, Ikon icon) {
        var words = controls.paragraph(Phrase.of(key), "citizen-calm");
        var card = new VBox(controls.icon(icon, "citizen-picture"), words);
        card.getStyleClass().add("citizen-card");
        return card;
    }

    private Node said(Shown shown, CitizenWords words, Optional<Node> drawn) {
        var all = centred();
        drawn.ifPresent(d -> all.getChildren().add(sized(d)));
        all.getChildren().addAll(order(shown, words), line(shown, words));
        return all;
    }

    /// Grows and shrinks with the words, as what is drawn in em does.
    private Node sized(Node drawn) {
        var room = new StackPane(new Group(drawn));
        room.getStyleClass().add("citizen-drawn");
        room.heightProperty()
                .subscribe(h -> {
                    double scale =
                            h.doubleValue() / Math.max(1, drawn.getBoundsInLocal().getHeight());
                    drawn.setScaleX(Math.min(1.2, scale));
                    drawn.setScaleY(Math.min(1.2, scale));
                });
        return room;
    }

    private static VBox centred(Node... nodes) {
        var all = new VBox(nodes);
        all.getStyleClass().add("citizen-middle");
        all.setAlignment(Pos.CENTER);
        return all;
    }

    private Node order(Shown shown, CitizenWords words) {
        return controls.paragraph(words.order(shown), "citizen-order");
    }

    private Node line(Shown shown, CitizenWords words) {
        return controls.paragraph(words.calm(shown), "citizen-calm");
    }

    private Node face(Shown.Face face, CitizenWords words) {
        mirror.getStyleClass().removeAll("good", "warn");
        mirror.getStyleClass().add(face.good() ? "good" : "warn");
        picture.mark(frame.face());
        var said =
                new VBox(
                        sized(Pictogram.face(CitizenWords.known(face.advice()))),
                        order(face, words),
                        line(face, words));
        said.getStyleClass().add("citizen-said");
        said.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(said, Priority.ALWAYS);
        var middle = new HBox(mirror, said);
        middle.getStyleClass().add("citizen-face");
        middle.setAlignment(Pos.CENTER_LEFT);
        mirror.prefWidthProperty().bind(middle.widthProperty().multiply(0.47));
        mirror.minWidthProperty().bind(mirror.prefWidthProperty());
        return middle;
    }

    private Node data(Shown shown, CitizenWords words, Citizen citizen) {
        var table = new GridPane();
        table.getStyleClass().addAll("card", "citizen-data");
        for (var field : FIELDS) {
            citizen.value(field).filter(v -> !v.isBlank()).ifPresent(v -> addRow(table, field, v));
        }
        var wrong = answer(Answer.WRONG, Material2OutlinedAL.EDIT);
        var right = answer(Answer.RIGHT, Material2AL.CHECK_CIRCLE);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox.setHgrow(wrong, Priority.ALWAYS);
        var answers = new HBox(wrong, right);
        answers.getStyleClass().add("citizen-answers");
        var all = new VBox(order(shown, words), table, answers);
        all.getStyleClass().add("citizen-check");
        VBox.setVgrow(table, Priority.ALWAYS);
        return all;
    }

    /// A touch on either half of a row says that it is wrong.
    private void addRow(GridPane table, Field field, String value) {
        var label = controls.label(Phrase.of("citizen.field." + field), "citizen-label");
        var shown = controls.paragraph(written(field, value), "citizen-value");
        label.setOnMouseClicked(_ -> side.wrong(field));
        shown.setOnMouseClicked(_ -> side.wrong(field));
        table.addRow(table.getRowCount(), label, shown);
    }

    private Button answer(Answer answer, Ikon icon) {
        var button = new Button();
        button.textProperty().bind(controls.texts().bind(Phrase.of("citizen.answer." + answer)));
        button.setGraphic(controls.icon(icon));
        button.getStyleClass().addAll("citizen-answer", answer == Answer.RIGHT ? "right" : "wrong");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> side.answer(answer));
        return button;
    }

    private static Phrase written(Field field, String value) {
        return field == Field.SEX
                ? FieldTexts.sex(value)
                : Phrase.asIs(Writing.shown(field, value));
    }
}
