package vn.tram.ui.export;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.ScoreBar;
import vn.tram.ui.kit.Tone;

/// Choose, pack and sign, write, read back, remove: which station the export has reached.
final class StationLine extends VBox {
    private static final List<String> NAMES =
            List.of("choose", "pack", "write", "read-back", "remove");
    private static final int REMOVE = 4;
    private static final double MEGA = 1_000_000;

    private final Controls controls;
    private final ScoreBar bar = new ScoreBar();

    StationLine(Controls controls) {
        this.controls = controls;
        getStyleClass().addAll("card", "station-line");
    }

    /// Nothing runs.
    ///
    /// @param delivered whether everything was just delivered
    void show(boolean delivered, ExportViewModel.Books books) {
        if (delivered) {
            draw(REMOVE, Tone.GOOD, Phrase.of("export.at.done"));
        } else {
            draw(-1, Tone.TO_DO, Phrase.of("export.at.idle", books.toExport()));
        }
    }

    /// An export or import runs.
    void show(Optional<Exports.Station> at) {
        draw(at.map(StationLine::reached).orElse(0), Tone.HERE, words(at));
        getChildren().add(1, bar);
        bar.show(at.map(StationLine::share).orElse(0.0), Double.NaN, Tone.HERE);
    }

    private static int reached(Exports.Station station) {
        return switch (station) {
            case Exports.Station.Choosing _ -> 0;
            case Exports.Station.Packing _ -> 1;
            case Exports.Station.Writing _ -> 2;
            case Exports.Station.ReadingBack _, Exports.Station.Delivered _ -> 3;
        };
    }

    /// How much of the station is done, 0 to 1.
    private static double share(Exports.Station station) {
        return switch (station) {
            case Exports.Station.Choosing _, Exports.Station.ReadingBack _ -> 0;
            case Exports.Station.Packing(int done, int of) -> of == 0 ? 1 : (double) done / of;
            case Exports.Station.Writing(_, long bytes, long of) ->
                    of == 0 ? 1 : (double) bytes / of;
            case Exports.Station.Delivered _ -> 1;
        };
    }

    /// What the machine works on, for the grey primary too.
    static Phrase words(Optional<Exports.Station> at) {
        return at.map(station ->
                        switch (station) {
                            case Exports.Station.Choosing(int waiting) ->
                                    Phrase.of("export.at.choosing", waiting);
                            case Exports.Station.Packing(int done, int of) ->
                                    Phrase.of("export.at.packing", done, of);
                            case Exports.Station.Writing(long number, long bytes, long of) ->
                                    Phrase.of(
                                            "export.at.writing",
                                            number,
                                            Math.round(bytes / MEGA),
                                            Math.round(of / MEGA));
                            case Exports.Station.ReadingBack(long number) ->
                                    Phrase.of("export.at.reading-back", number);
                            case Exports.Station.Delivered(long number) ->
                                    Phrase.of("export.at.delivered", number);
                        })
                .orElseGet(() -> Phrase.of("export.at.starting"));
    }

    private void draw(int reached, Tone tone, Phrase words) {
        var row = new GridPane();
        row.getStyleClass().add("stations");
        for (int i = 0; i < NAMES.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / NAMES.size());
            row.getColumnConstraints().add(column);
            var stand = i < reached ? Tone.GOOD : i == reached ? tone : Tone.TO_DO;
            row.add(station(NAMES.get(i), stand), i, 0);
        }
        getChildren().setAll(row, controls.paragraph(words));
    }

    private Node station(String name, Tone tone) {
        var sign = controls.state(tone, Phrase.asIs(""));
        var words = controls.paragraph(Phrase.of("export.station." + name), "bold", "centred");
        var station = new VBox(sign, words);
        station.getStyleClass().addAll("station", tone.styleClass());
        station.setAlignment(Pos.TOP_CENTER);
        return station;
    }
}
