package vn.tram.ui.export;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.domain.Stage;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// The batches, newest first, each with its state or the registry's answer.
final class BatchList extends VBox {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private final Controls controls;
    private final ZoneId zone;
    private final VBox rows = new VBox();

    BatchList(Controls controls, ZoneId zone) {
        this.controls = controls;
        this.zone = zone;
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        getStyleClass().addAll("card", "batch-list");
    }

    void show(List<ExportViewModel.Line> lines) {
        rows.getChildren().clear();
        if (lines.isEmpty()) {
            rows.getChildren().add(controls.paragraph(Phrase.of("export.no-batch"), "muted"));
        }
        for (var line : lines) {
            rows.getChildren().add(row(line));
        }
        rows.getChildren().add(controls.paragraph(Phrase.of("export.kept"), "note"));
    }

    private Node row(ExportViewModel.Line line) {
        var batch = line.batch();
        var number = controls.label(Phrase.asIs("%04d".formatted(batch.number())), "row-number");
        var at = controls.label(Phrase.asIs(MOMENT.format(batch.at().atZone(zone))), "muted");
        var size = controls.label(Phrase.of("export.dossiers", batch.entries().size()));
        var row = new HBox(number, at, size, Controls.gap(), state(line));
        row.getStyleClass().addAll("row-content", "batch-row");
        return row;
    }

    private Node state(ExportViewModel.Line line) {
        return switch (line.batch().state()) {
            case MADE -> controls.state(Tone.TO_DO, Phrase.of("export.batch.made"));
            case DELIVERED -> controls.state(Tone.HERE, Phrase.of("export.batch.delivered"));
            case RECEIPTED -> answered(line.answers());
        };
    }

    private Node answered(Map<Stage, Integer> answers) {
        int again = answers.getOrDefault(Stage.RECAPTURE_WANTED, 0);
        int rejected = answers.getOrDefault(Stage.REJECTED, 0);
        int accepted =
                answers.getOrDefault(Stage.ACCEPTED, 0) + answers.getOrDefault(Stage.PURGED, 0);
        return again + rejected == 0
                ? controls.state(Tone.GOOD, Phrase.of("export.batch.accepted", accepted))
                : controls.state(
                        Tone.WARN, Phrase.of("export.batch.answered", accepted, again, rejected));
    }
}
