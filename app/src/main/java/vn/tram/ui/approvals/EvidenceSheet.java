package vn.tram.ui.approvals;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.domain.Judgement;
import vn.tram.domain.Omission;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.OmissionTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.TriedTexts;

/// Draws the evidence of one session; scrolls when there is much of it.
final class EvidenceSheet extends VBox {
    private final Kit kit;
    private final Controls controls;
    private final Session session;

    EvidenceSheet(Kit kit, Evidence evidence) {
        session = evidence.session();
        this.kit = kit;
        this.controls = kit.controls();
        var parts = new VBox();
        parts.getStyleClass().add("evidence");
        evidence.overrides().forEach(o -> parts.getChildren().add(override(o)));
        evidence.omissions().forEach(o -> parts.getChildren().add(omission(o)));
        evidence.session()
                .specialCases()
                .forEach(c ->
                        parts.getChildren()
                                .add(
                                        controls.line(
                                                Tone.EXCEPTION,
                                                OmissionTexts.line(c),
                                                Phrase.of("approvals.words", c.by(), c.reason()))));
        var scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        getStyleClass().addAll("card", "evidence-card");
    }

    private Node override(Evidence.Override override) {
        var acceptance = override.acceptance();
        var tries = new FlowPane();
        tries.getStyleClass().add("evidence-tries");
        override.tried().forEach(t -> tries.getChildren().add(tried(t)));
        var part =
                new VBox(
                        controls.heading(
                                Phrase.of(
                                        "approvals.attempts",
                                        FingerTexts.title(acceptance.position()),
                                        override.tried().size())),
                        tries,
                        controls.paragraph(
                                Phrase.of(
                                        "approvals.words", acceptance.by(), acceptance.reason())));
        part.getChildren().addAll(tips(acceptance.position()));
        return part;
    }

    /// What was tried at a position, each with what became of it.
    private List<Node> tips(Position position) {
        return session.triedAdvice(position).stream()
                .<Node>map(t ->
                        controls.paragraph(
                                Phrase.of(
                                        "approvals.tried", t.attempt(), TriedTexts.of(t, session)),
                                "muted"))
                .toList();
    }

    private Node tried(Evidence.Tried tried) {
        var attempt = tried.attempt();
        var picture = new LivePicture(kit.background());
        picture.getStyleClass().add("evidence-picture");
        picture.show(tried.picture());
        var lines = new VBox();
        lines.getChildren()
                .add(controls.label(Phrase.of("approvals.attempt", attempt.number()), "bold"));
        for (var judgement : attempt.judgements()) {
            lines.getChildren().add(controls.label(score(judgement), "muted"));
        }
        if (attempt.judgements().isEmpty()) {
            lines.getChildren().add(controls.label(Phrase.of("approvals.nothing-found"), "muted"));
        }
        if (tried.kept()) {
            lines.getChildren().add(controls.state(Tone.HERE, Phrase.of("approvals.kept")));
        }
        var tile = new VBox(picture, lines);
        tile.getStyleClass().add("evidence-try");
        if (tried.kept()) {
            tile.getStyleClass().add("kept");
        }
        return tile;
    }

    private static Phrase score(Judgement judgement) {
        OptionalInt score = judgement.score();
        var number =
                score.isPresent()
                        ? Phrase.asIs(Integer.toString(score.getAsInt()))
                        : Phrase.of("approvals.not-judged");
        return judgement.position() == Position.FACE
                ? Phrase.of("approvals.score", number)
                : Phrase.of("approvals.score-of", FingerTexts.onCard(judgement.position()), number);
    }

    private Node omission(Omission omission) {
        var finger = omission.position();
        var part =
                new VBox(
                        controls.line(
                                Tone.EXCEPTION,
                                OmissionTexts.line(omission),
                                omission.note().isBlank()
                                        ? Phrase.of("approvals.no-words", omission.by())
                                        : Phrase.of(
                                                "approvals.words",
                                                omission.by(),
                                                omission.note())));
        part.getChildren().addAll(tips(finger));
        if (finger.slap() != finger) {
            part.getChildren().addAll(tips(finger.slap()));
        }
        return part;
    }
}
