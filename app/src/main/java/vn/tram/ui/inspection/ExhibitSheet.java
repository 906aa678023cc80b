package vn.tram.ui.inspection;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.OmissionTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// Draws what there is of one session: who signed, exceptions, every attempt with its scores;
/// scrolls when there is much of it.
final class ExhibitSheet extends VBox {
    private final Kit kit;
    private final Controls controls;

    ExhibitSheet(Kit kit, Exhibit exhibit) {
        this.kit = kit;
        this.controls = kit.controls();
        var parts = new VBox();
        parts.getStyleClass().add("evidence");
        parts.getChildren().add(controls.paragraph(signed(exhibit.session())));
        if (!exhibit.session().stage().holdsImages()) {
            parts.getChildren()
                    .add(
                            controls.line(
                                    Tone.HERE,
                                    Phrase.of("inspection.sealed"),
                                    Phrase.of("inspection.sealed.why")));
        }
        var shots = new FlowPane();
        shots.getStyleClass().add("evidence-tries");
        exhibit.shots().forEach(s -> shots.getChildren().add(shot(s)));
        parts.getChildren().add(shots);
        exhibit.session()
                .omissions()
                .forEach(o ->
                        parts.getChildren()
                                .add(
                                        controls.line(
                                                Tone.EXCEPTION,
                                                OmissionTexts.line(o),
                                                Phrase.of("inspection.recorded-by", o.by()))));
        exhibit.session()
                .acceptances()
                .forEach(a ->
                        parts.getChildren()
                                .add(
                                        controls.line(
                                                Tone.EXCEPTION,
                                                Phrase.of(
                                                        "inspection.accepted",
                                                        FingerTexts.title(a.position()),
                                                        a.attempt()),
                                                Phrase.of("inspection.recorded-by", a.by()))));
        var scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        getStyleClass().addAll("card", "evidence-card");
    }

    private static Phrase signed(Session session) {
        return session.signOff()
                .map(s ->
                        session.approval()
                                .map(a -> Phrase.of("inspection.approved", s.by(), a.by()))
                                .orElse(Phrase.of("inspection.signed", s.by())))
                .orElse(Phrase.of("inspection.unsigned", session.openedBy()));
    }

    private Node shot(Exhibit.Shot shot) {
        var attempt = shot.attempt();
        var lines = new VBox();
        lines.getChildren()
                .add(
                        controls.label(
                                Phrase.of(
                                        "inspection.attempt",
                                        FingerTexts.title(attempt.position()),
                                        attempt.number()),
                                "bold"));
        for (var judgement : attempt.judgements()) {
            lines.getChildren().add(controls.label(score(judgement), "muted"));
        }
        if (shot.kept()) {
            lines.getChildren().add(controls.state(Tone.HERE, Phrase.of("inspection.kept")));
        }
        var tile = new VBox();
        shot.picture()
                .ifPresent(pixels -> {
                    var picture = new LivePicture(kit.background());
                    picture.getStyleClass().add("evidence-picture");
                    picture.show(pixels);
                    tile.getChildren().add(picture);
                });
        tile.getChildren().add(lines);
        tile.getStyleClass().add("evidence-try");
        if (shot.kept()) {
            tile.getStyleClass().add("kept");
        }
        return tile;
    }

    private static Phrase score(Judgement judgement) {
        var score = judgement.score();
        var number =
                score.isPresent()
                        ? Phrase.asIs(Integer.toString(score.getAsInt()))
                        : Phrase.of("inspection.not-judged");
        return judgement.position() == Position.FACE
                ? Phrase.of("inspection.score", number)
                : Phrase.of(
                        "inspection.score-of", FingerTexts.onCard(judgement.position()), number);
    }
}
