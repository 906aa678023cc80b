package vn.tram.ui.fingerprints;

import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.ui.fingerprints.AdviceModel.Clock;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.CaptureWords;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;

/// Draws the open advice card beside the print: three pictures, the clock of the first, and what
/// was measured of the finger below.
final class AdviceCard extends VBox {
    private static final double RING = 30;

    /// Shares of the width, in a hundred.
    private static final double WHOLE = 100;

    private static final double PRINT = 40;

    private final Controls controls;
    private final VBox card = new VBox();
    private final HBox measured = new HBox();
    private final GridPane beside = new GridPane();

    AdviceCard(Controls controls) {
        this.controls = controls;
        getStyleClass().add("capture-work");
        card.getStyleClass().addAll("card", "warn", "advice-card");
        measured.getStyleClass().addAll("card", "advice-measured");
        beside.getStyleClass().add("advice-beside");
        VBox.setVgrow(this, Priority.ALWAYS);
        VBox.setVgrow(beside, Priority.ALWAYS);
        setMinHeight(0); // what wraps asks for more than it needs before it knows its width
        beside.setMinHeight(0);
        card.setMinHeight(0);
        getChildren().setAll(beside, measured);
    }

    /// @param print where the picture of the last attempt stands; it becomes a part of this
    void show(AdviceModel.Shown shown, Optional<Region> print) {
        beside.getChildren().clear();
        beside.getColumnConstraints().clear();
        print.ifPresent(p -> beside(p, PRINT));
        beside(card, print.isPresent() ? WHOLE - PRINT : WHOLE);
        card.getChildren().setAll(head(shown), steps(shown), Controls.gap(), clock(shown.clock()));
        VBox.setVgrow(card.getChildren().get(2), Priority.ALWAYS);
        measured.getChildren().setAll(figures(shown));
    }

    private void beside(Region part, double percent) {
        beside.addColumn(beside.getColumnCount(), part);
        GridPane.setVgrow(part, Priority.ALWAYS);
        beside.getColumnConstraints().add(share(percent));
    }

    private static ColumnConstraints share(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private Node head(AdviceModel.Shown shown) {
        var title = controls.paragraph(title(shown), "strong", "advice-title");
        title.setGraphic(controls.icon(Material2MZ.OPACITY));
        var count =
                controls.label(
                        Phrase.of("tips.count", shown.at() + 1, shown.cards().size()), "note");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title, Controls.gap(), count);
        head.getStyleClass().add("advice-head");
        return head;
    }

    private static Phrase title(AdviceModel.Shown shown) {
        var name = Phrase.of("advice." + shown.card().advice() + ".name");
        return shown.state() != PrintState.GOOD
                ? Phrase.of("tips.title", Phrase.of("state." + shown.state().name()), name)
                : Phrase.of("tips.title-any", name);
    }

    private Node steps(AdviceModel.Shown shown) {
        var row = new GridPane();
        row.getStyleClass().add("advice-steps");
        var open = shown.card();
        for (int i = 0; i < open.pictures().size(); i++) {
            var picture = new AdvicePicture(open.pictures().get(i));
            picture.getStyleClass().add(i == 0 ? "now" : "later");
            var words =
                    controls.paragraph(
                            Phrase.of(
                                    "tips.step",
                                    i + 1,
                                    Phrase.of("advice." + open.advice() + ".step." + (i + 1))),
                            "bold",
                            "advice-words");
            var step = new VBox(picture, words);
            if (i == 0 && open.seconds() > 0) {
                step.getChildren()
                        .add(controls.label(Phrase.of("tips.seconds", open.seconds()), "note"));
            }
            step.getStyleClass().add("advice-step");
            row.getColumnConstraints().add(share(WHOLE / open.pictures().size()));
            row.add(step, i, 0);
        }
        return row;
    }

    private Node clock(Clock clock) {
        return switch (clock) {
            case Clock.None _ -> strip(Optional.empty(), "tips.untimed", "tips.untimed-why");
            case Clock.Ready(int seconds) ->
                    strip(Optional.of(ring(seconds, seconds)), "tips.ready", "tips.ready-why");
            case Clock.Running(int seconds, int left) ->
                    strip(
                            Optional.of(ring(seconds, left)),
                            Phrase.of("tips.running", left),
                            "tips.running-why");
            case Clock.Over() ->
                    strip(
                            Optional.of(controls.icon(Material2OutlinedMZ.TIMER_OFF)),
                            "tips.over",
                            "tips.over-why");
        };
    }

    private Node strip(Optional<Node> sign, String order, String why) {
        return strip(sign, Phrase.of(order), why);
    }

    private Node strip(Optional<Node> sign, Phrase order, String why) {
        var words =
                new VBox(
                        controls.paragraph(order, "strong"),
                        controls.paragraph(Phrase.of(why), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var strip = new HBox(words);
        sign.ifPresent(s -> strip.getChildren().addFirst(s));
        strip.getStyleClass().add("advice-clock");
        return strip;
    }

    private Node ring(int seconds, int left) {
        var track = new Circle(RING);
        track.getStyleClass().add("advice-track");
        var rest = new Arc(0, 0, RING, RING, 90, 360.0 * left / seconds);
        rest.getStyleClass().add("advice-rest");
        var number = controls.label(Phrase.of("capture.number", left), "value");
        var drawn = new StackPane(track, new Group(anchor(), rest), number);
        drawn.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return drawn;
    }

    /// Keeps the arc's middle where the circle's is, however much of it is drawn.
    private static Node anchor() {
        var whole = new Circle(RING);
        whole.getStyleClass().add("advice-anchor");
        return whole;
    }

    private List<Node> figures(AdviceModel.Shown shown) {
        if (shown.worst().isEmpty()) {
            return List.of(controls.paragraph(Phrase.of("tips.nothing-measured"), "muted"));
        }
        var finger = shown.worst().get();
        var least = CaptureWords.least(finger.verdict());
        var score =
                finger.score().isEmpty()
                        ? Phrase.of("tips.none")
                        : least.isPresent()
                                ? Phrase.of("tips.score-of", finger.score().getAsInt(), least.get())
                                : Phrase.of("capture.number", finger.score().getAsInt());
        return List.of(
                figure("tips.finger", FingerTexts.onCard(finger.position())),
                figure("tips.score", score),
                figure("tips.state", Phrase.of("state." + shown.state().name())),
                figure("tips.area", area(finger)));
    }

    private static Phrase area(Judgement finger) {
        return finger.readings().stream()
                .filter(r -> r.metric().equals("foreground-area"))
                .findFirst()
                .map(r ->
                        switch (r) {
                            case Reading.Measured(_, var mm2, _) ->
                                    Phrase.of("tips.mm2", Math.round(mm2));
                            case Reading.NotMeasurable _ -> Phrase.of("tips.none");
                        })
                .orElse(Phrase.of("tips.none"));
    }

    private Node figure(String name, Phrase value) {
        return new VBox(controls.label(Phrase.of(name), "muted"), controls.label(value, "strong"));
    }

    /// @param attempt number of the attempt that follows
    static Primary primary(AdviceModel model, AdviceModel.Shown shown, int attempt) {
        return shown.clock() instanceof Clock.Ready(int seconds)
                ? Primary.capture(
                        Phrase.of("tips.start", seconds), Material2OutlinedMZ.TIMER, model::start)
                : Primary.capture(
                        Phrase.of("tips.followed", attempt),
                        Material2OutlinedAL.FINGERPRINT,
                        model::followed);
    }

    static Action next(AdviceModel model) {
        return Action.of(
                Key.F6, Material2OutlinedMZ.SKIP_NEXT, Phrase.of("tips.next"), model::next);
    }
}
