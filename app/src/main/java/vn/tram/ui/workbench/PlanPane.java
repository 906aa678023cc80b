package vn.tram.ui.workbench;

import java.time.ZoneId;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.calibration.Aspect;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Entry;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// What is measured with which target, and what was issued for the device until now.
final class PlanPane extends VBox {
    private final Controls controls;
    private final CalibrationViewModel model;
    private final ZoneId zone;

    PlanPane(
            Controls controls, CalibrationViewModel model, Certification.Sight sight, ZoneId zone) {
        this.controls = controls;
        this.model = model;
        this.zone = zone;
        getStyleClass().add("panel");
        var chain = chain(sight.chain());
        VBox.setVgrow(this, Priority.ALWAYS);
        VBox.setVgrow(chain, Priority.ALWAYS);
        getChildren().setAll(plan(sight), chain);
    }

    private Node plan(Certification.Sight sight) {
        var card = controls.card(controls.paragraph(Phrase.of("calibration.targets"), "bold"));
        card.getStyleClass().add("target-plan");
        card.setMinHeight(USE_PREF_SIZE);
        Stream.of(Aspect.values())
                .filter(a -> a.isOf(model.device().kind()))
                .forEach(a -> card.getChildren().add(row(a, sight)));
        return card;
    }

    private Node row(Aspect aspect, Certification.Sight sight) {
        boolean needed = sight.needed().contains(aspect);
        var words =
                new VBox(
                        controls.paragraph(Phrase.of("calibration.aspect." + aspect)),
                        controls.paragraph(
                                Phrase.of(needed ? "calibration.needed" : "calibration.not-needed"),
                                "note"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var choices = new FlowPane();
        choices.getStyleClass().add("target-choices");
        if (aspect.wantsPeople()) {
            choices.getChildren().add(people(aspect));
        }
        for (var target : sight.targets()) {
            if (Aspect.of(target) == aspect) {
                var choice =
                        controls.choice(
                                Phrase.of(
                                        model.ended(target)
                                                ? "calibration.target.ended"
                                                : "calibration.target",
                                        target.id(),
                                        target.validUntil()),
                                java.util.Optional.empty(),
                                () -> model.choose(target));
                model.planProperty().subscribe(plan -> choice.setChosen(plan.has(target)));
                choices.getChildren().add(choice);
            }
        }
        if (choices.getChildren().isEmpty()) {
            choices.getChildren().add(controls.label(Phrase.of("calibration.no-target"), "muted"));
        }
        var row = new HBox(words, choices);
        row.getStyleClass().add("device-event");
        return row;
    }

    private Node people(Aspect aspect) {
        var choice =
                controls.choice(
                        Phrase.of("calibration.people." + aspect),
                        java.util.Optional.empty(),
                        model::choosePeople);
        model.planProperty().subscribe(plan -> choice.setChosen(plan.people()));
        return choice;
    }

    private Node chain(Chain chain) {
        var rows = new VBox();
        switch (chain) {
            case Chain.Broken(var entry, _) ->
                    rows.getChildren()
                            .add(
                                    controls.line(
                                            Tone.BAD,
                                            Phrase.of("calibration.chain.broken", entry),
                                            Phrase.of("calibration.chain.broken.note")));
            case Chain.Whole(var links) -> {
                for (var link : links.reversed()) {
                    rows.getChildren().add(row(link));
                }
                if (links.isEmpty()) {
                    rows.getChildren()
                            .add(controls.paragraph(Phrase.of("calibration.chain.none"), "muted"));
                }
            }
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var card =
                controls.card(controls.paragraph(Phrase.of("calibration.chain"), "bold"), scroll);
        card.getStyleClass().add("device-events");
        return card;
    }

    private Node row(Chain.Link link) {
        return switch (link.entry()) {
            case Certificate certificate -> {
                var button = new Button();
                var words =
                        Phrase.of(
                                certificate.passed()
                                        ? "calibration.chain.passed"
                                        : "calibration.chain.failed",
                                certificate.number(),
                                CalibrationWords.day(certificate.until(), zone));
                button.setGraphic(
                        line(certificate.passed() ? Tone.GOOD : Tone.BAD, words, link.entry()));
                button.getStyleClass().add("row");
                button.setMaxWidth(Double.MAX_VALUE);
                button.accessibleTextProperty().bind(controls.texts().bind(words));
                button.setOnAction(_ -> model.show(certificate, link.digest()));
                yield button;
            }
            case Entry.Extension extension ->
                    controls.line(
                            Tone.WARN,
                            Phrase.of(
                                    "calibration.chain.extended",
                                    extension.number(),
                                    CalibrationWords.day(extension.until(), zone),
                                    extension.by()),
                            Phrase.asIs(extension.reason()));
        };
    }

    private HBox line(Tone tone, Phrase words, Entry entry) {
        var what = controls.state(tone, words);
        var time = controls.label(DeviceWords.time(entry.at(), zone), "muted");
        time.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(what, Controls.gap(), time);
        line.getStyleClass().add("row-content");
        return line;
    }
}
