package vn.tram.ui.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Curve;
import vn.tram.calibration.Limit;
import vn.tram.calibration.Measure;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Plot;
import vn.tram.ui.kit.Tone;

/// Every measure of a certificate beside its limit, what is beyond it first; below, its curves.
final class CertificatePane extends VBox {
    private final Controls controls;
    private final Certificate certificate;

    CertificatePane(Controls controls, Certificate certificate) {
        this.controls = controls;
        this.certificate = certificate;
        getStyleClass().add("panel");
        VBox.setVgrow(this, Priority.ALWAYS);
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        if (!certificate.curves().isEmpty()) {
            var curves = new HBox();
            curves.getStyleClass().add("curves");
            for (var curve : certificate.curves()) {
                var card = plot(curve);
                HBox.setHgrow(card, Priority.ALWAYS);
                curves.getChildren().add(card);
            }
            getChildren().add(curves);
        }
        getChildren().add(controls.paragraph(Phrase.of("calibration.no-certification"), "note"));
    }

    private Node table() {
        var rows = new VBox();
        certificate.measures().stream()
                .sorted(Comparator.comparing(Measure::passed))
                .forEach(m -> rows.getChildren().add(row(m)));
        int missing = (int) certificate.measures().stream().filter(m -> !m.passed()).count();
        for (var metric : certificate.missing()) {
            rows.getChildren()
                    .add(
                            missing++,
                            row(
                                    CalibrationWords.metric(metric),
                                    Phrase.asIs("–"),
                                    Phrase.asIs("–"),
                                    controls.state(
                                            Tone.UNKNOWN, Phrase.of("calibration.not-measured")),
                                    "unknown"));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var head =
                row(
                        Phrase.of("calibration.column.measure"),
                        Phrase.of("calibration.column.value"),
                        Phrase.of("calibration.column.limit"),
                        controls.label(Phrase.of("calibration.column.result")),
                        "head");
        head.getStyleClass().add("table-head");
        var card = controls.card(head, scroll);
        card.getStyleClass().add("device-events");
        return card;
    }

    private HBox row(Measure measure) {
        var limit = measure.limit();
        var reading = measure.reading();
        boolean recorded = limit.least().isEmpty() && limit.most().isEmpty();
        var result =
                recorded
                        ? controls.label(Phrase.asIs("–"), "muted")
                        : controls.state(
                                measure.passed() ? Tone.GOOD : Tone.BAD,
                                Phrase.of(
                                        measure.passed() ? "calibration.good" : "calibration.bad"));
        return row(
                CalibrationWords.metric(reading.metric()),
                CalibrationWords.value(reading.value(), reading.unit()),
                CalibrationWords.allowed(limit),
                result,
                measure.passed() ? "good" : "bad");
    }

    private HBox row(Phrase name, Phrase value, Phrase allowed, Label result, String styleClass) {
        var what = controls.paragraph(name);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var measured = controls.label(value, "bold", "measure-number");
        var limit = controls.label(allowed, "muted", "measure-limit");
        result.getStyleClass().add("measure-result");
        var row = new HBox(what, measured, limit, result);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("measure-row", styleClass);
        return row;
    }

    private VBox plot(Curve curve) {
        var title =
                controls.paragraph(Phrase.of("calibration.curve." + curve.name()), "bold", "note");
        var plot = new Plot(controls);
        VBox.setVgrow(plot, Priority.ALWAYS);
        double most = curve.points().stream().mapToDouble(Curve.Point::x).max().orElse(1);
        var across = new ArrayList<Plot.Tick>();
        for (int i = 0; i <= 2; i++) {
            double x = Math.round(10 * most * i / 2) / 10.0;
            across.add(new Plot.Tick(x / most, Phrase.of("home.number", x)));
        }
        var up = new ArrayList<Plot.Tick>();
        for (double y = 0; y <= 1; y += 0.5) {
            up.add(new Plot.Tick(y, Phrase.of("home.number", y)));
        }
        var courses = new ArrayList<Plot.Course>();
        courses.add(new Plot.Course("measured", shares(curve.points(), most)));
        var limits =
                curve.points().stream()
                        .map(p -> least(curve, p))
                        .flatMap(Optional::stream)
                        .toList();
        if (!limits.isEmpty()) {
            courses.add(new Plot.Course("limit", shares(limits, most)));
            title.textProperty().unbind();
            title.textProperty()
                    .bind(
                            controls.texts()
                                    .bind(
                                            Phrase.of(
                                                    "calibration.curve.limited",
                                                    Phrase.of(
                                                            "calibration.curve." + curve.name()))));
        }
        var last = curve.points().getLast();
        plot.show(
                across,
                up,
                courses,
                Phrase.of(
                        "calibration.curve.told",
                        Phrase.of("calibration.curve." + curve.name()),
                        last.x(),
                        last.y()));
        var card = controls.card(title, plot);
        card.getStyleClass().add("device-chart");
        return card;
    }

    private static List<Plot.Point> shares(List<Curve.Point> points, double most) {
        return points.stream()
                .map(p -> new Plot.Point(p.x() / most, Math.clamp(p.y(), 0.0, 1.05)))
                .toList();
    }

    /// The limit of the reading that stands for a point: `ctf-3` for 3 of the curve `ctf`.
    private Optional<Curve.Point> least(Curve curve, Curve.Point point) {
        if (point.x() != Math.rint(point.x())) {
            return Optional.empty();
        }
        var name = curve.name() + "-" + (int) point.x();
        return certificate.measures().stream()
                .filter(m -> Objects.equals(m.reading().metric(), name))
                .map(Measure::limit)
                .map(Limit::least)
                .filter(java.util.OptionalDouble::isPresent)
                .map(least -> new Curve.Point(point.x(), least.getAsDouble()))
                .findFirst();
    }
}
