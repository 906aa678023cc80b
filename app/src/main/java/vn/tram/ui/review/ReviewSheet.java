package vn.tram.ui.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.domain.Citizen;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Field;
import vn.tram.domain.Judgement;
import vn.tram.domain.Service;
import vn.tram.domain.Session;
import vn.tram.domain.Verdict;
import vn.tram.identity.PersonalNumbers;
import vn.tram.image.Position;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.OmissionTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// The work area of the review: face and data, ten fingers, exceptions.
final class ReviewSheet extends VBox {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// As the citizen's own left hand lies before the operator: little finger outside.
    private static final List<Position> LEFT =
            List.of(
                    Position.LEFT_LITTLE,
                    Position.LEFT_RING,
                    Position.LEFT_MIDDLE,
                    Position.LEFT_INDEX,
                    Position.LEFT_THUMB);

    private static final List<Position> RIGHT =
            List.of(
                    Position.RIGHT_THUMB,
                    Position.RIGHT_INDEX,
                    Position.RIGHT_MIDDLE,
                    Position.RIGHT_RING,
                    Position.RIGHT_LITTLE);

    private final Kit kit;
    private final Controls controls;
    private final ReviewViewModel model;
    private final Map<Position, LivePicture> pictures = new EnumMap<>(Position.class);

    ReviewSheet(Kit kit, ReviewViewModel model) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        getStyleClass().add("panel");
        var face = picture(Position.FACE);
        face.getStyleClass().add("review-face");
        var data = data(model.session());
        HBox.setHgrow(data, Priority.ALWAYS);
        var person = new HBox(face, data);
        person.getStyleClass().add("review-row");
        boolean rolled = Position.rolled().stream().anyMatch(model::wanted);
        var hands =
                new HBox(
                        hand(rolled ? "review.left.rolled" : "review.left", LEFT),
                        hand(rolled ? "review.right.rolled" : "review.right", RIGHT));
        hands.getStyleClass().add("review-row");
        getChildren().setAll(person, hands, notes(model.session()));
    }

    void show(Pictures shown) {
        shown.all()
                .forEach((position, pixels) -> {
                    var picture = pictures.get(position);
                    if (picture != null) {
                        picture.show(pixels);
                    }
                });
    }

    private LivePicture picture(Position position) {
        var picture = new LivePicture(kit.background());
        pictures.put(position, picture);
        return picture;
    }

    private Node data(Session session) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("card", "review-data");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        session.citizen().ifPresent(citizen -> person(grid, citizen));
        row(grid, "review.services", services(model.granted()));
        if (!model.declined().isEmpty()) {
            row(grid, "review.declined", services(model.declined()));
        }
        session.citizenAnswer().ifPresent(a -> row(grid, "review.answer", answer(a)));
        return grid;
    }

    /// What the citizen said of the data.
    private Label answer(CitizenAnswer answer) {
        var time = TIME.format(answer.at().atZone(model.visit().clock().getZone()));
        if (answer.right()) {
            return controls.label(Phrase.of("review.answer.right", time), "bold");
        }
        var items =
                answer.disputed().stream()
                        .sorted()
                        .map(FieldTexts::inSentence)
                        .reduce((all, next) -> Phrase.of("review.answer.list", all, next));
        return controls.paragraph(
                items.map(all -> Phrase.of("review.answer.wrong", time, all))
                        .orElse(Phrase.of("review.answer.wrong.unnamed", time)),
                "state",
                Tone.WARN.styleClass());
    }

    private void person(GridPane grid, Citizen citizen) {
        row(grid, "review.name", value(citizen, Field.NAME, "strong"));
        var birth =
                citizen.value(Field.BIRTH_DATE).map(b -> DAY.format(LocalDate.parse(b))).orElse("");
        var sex = citizen.value(Field.SEX).map(FieldTexts::sex).orElse(Phrase.asIs(""));
        row(
                grid,
                "review.birth",
                controls.label(Phrase.of("review.birth.sex", birth, sex), "bold"));
        var number = citizen.value(Field.PERSONAL_NUMBER).map(PersonalNumbers::grouped).orElse("");
        row(grid, "review.number", controls.label(Phrase.asIs(number), "bold"));
        row(grid, "review.residence", value(citizen, Field.RESIDENCE, "bold"));
    }

    private Label value(Citizen citizen, Field field, String style) {
        return controls.paragraph(Phrase.asIs(citizen.value(field).orElse("")), style);
    }

    private void row(GridPane grid, String name, Label value) {
        grid.addRow(grid.getRowCount(), controls.label(Phrase.of(name), "muted"), value);
    }

    /// Names of services in the language that is set.
    private Label services(List<Service> services) {
        var label = controls.paragraph(Phrase.asIs(""), "bold");
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        services.stream()
                                                .map(this::name)
                                                .collect(Collectors.joining(" · ")),
                                kit.texts().localeProperty()));
        return label;
    }

    private String name(Service service) {
        return service.names().getOrDefault(kit.texts().locale().getLanguage(), service.code());
    }

    /// @param title where fingers are rolled too, it tells the order of the two scores
    private Node hand(String title, List<Position> fingers) {
        var row = new GridPane();
        row.getStyleClass().add("review-fingers");
        for (var finger : fingers) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / fingers.size());
            row.getColumnConstraints().add(column);
            row.addColumn(row.getColumnCount() - 1, finger(finger));
        }
        var card = controls.card(controls.heading(Phrase.of(title)), row);
        card.getStyleClass().add("review-hand");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private VBox finger(Position finger) {
        var session = model.session();
        var tile = new VBox();
        tile.getStyleClass().add("review-finger");
        var name = controls.label(FingerTexts.onCard(finger), "review-finger-name");
        var stand = stand(session, finger);
        var scores = new VBox(score(session, finger));
        scores.getStyleClass().add("review-scores");
        var worst = stand;
        if (model.wanted(finger.otherPrint())) {
            scores.getChildren().add(score(session, finger.otherPrint()));
            worst = stand.tone() == Tone.GOOD ? stand(session, finger.otherPrint()) : stand;
        }
        var word = controls.paragraph(worst.word(), "review-word", worst.tone().styleClass());
        if (session.capturedIn(finger).isPresent()) {
            var picture = picture(finger);
            picture.getStyleClass().add("review-print");
            tile.getChildren().add(picture);
        } else {
            tile.getStyleClass().add("not-taken");
            tile.getChildren().add(Controls.gap());
        }
        tile.getChildren().addAll(name, scores, word);
        return tile;
    }

    /// Sign and score of one print; of what is not captured the sign alone.
    private Label score(Session session, Position print) {
        var tone = stand(session, print).tone();
        var text =
                session.capturedIn(print)
                        .flatMap(a -> a.of(print))
                        .map(Judgement::score)
                        .map(s -> s.isPresent() ? Integer.toString(s.getAsInt()) : "–")
                        .orElse("");
        var score = controls.label(Phrase.asIs(text), "state", tone.styleClass(), "review-score");
        score.setGraphic(controls.icon(tone.icon()));
        return score;
    }

    /// How one finger stands.
    private record Stand(Tone tone, Phrase word) {}

    private Stand stand(Session session, Position finger) {
        if (session.omission(finger).isPresent()) {
            return new Stand(Tone.EXCEPTION, Phrase.of("review.finger.exception"));
        }
        var attempt = session.capturedIn(finger);
        if (attempt.isPresent()) {
            boolean refused =
                    attempt.get()
                            .of(finger)
                            .map(j -> j.verdict().outcome() == Verdict.Outcome.REFUSED)
                            .orElse(true);
            return refused
                    ? new Stand(Tone.WARN, Phrase.of("review.finger.reason"))
                    : new Stand(Tone.GOOD, Phrase.of("review.finger.good"));
        }
        return model.wanted(finger)
                ? new Stand(Tone.BAD, Phrase.of("review.finger.missing"))
                : new Stand(Tone.TO_DO, Phrase.of("review.finger.not-asked"));
    }

    /// Exceptions and overrides, each with its reason and who must approve it.
    private Node notes(Session session) {
        var lines = new ArrayList<Node>();
        session.omissions()
                .forEach(o ->
                        lines.add(
                                note(
                                        OmissionTexts.line(o),
                                        o.note().isBlank()
                                                ? Phrase.of("review.approval")
                                                : Phrase.of("review.approval.words", o.note()))));
        session.specialCases()
                .forEach(c ->
                        lines.add(
                                note(
                                        OmissionTexts.line(c),
                                        c.approval()
                                                ? Phrase.of("review.approval.words", c.reason())
                                                : Phrase.asIs(c.reason()))));
        session.acceptances()
                .forEach(a ->
                        lines.add(
                                note(
                                        OmissionTexts.line(a),
                                        Phrase.of("review.approval.words", a.reason()))));
        if (lines.isEmpty()) {
            lines.add(
                    controls.line(
                            Tone.GOOD, Phrase.of("review.none"), Phrase.of("review.none.seal")));
        }
        var box = new VBox();
        box.getStyleClass().add("review-notes");
        box.getChildren().setAll(lines);
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var card = controls.card(scroll);
        card.getStyleClass().add("review-notes-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node note(Phrase what, Phrase below) {
        return controls.line(Tone.EXCEPTION, what, below);
    }
}
