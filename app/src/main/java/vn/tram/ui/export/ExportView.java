package vn.tram.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.ui.export.ExportViewModel.Books;
import vn.tram.ui.export.ExportViewModel.News;
import vn.tram.ui.export.ExportViewModel.State;
import vn.tram.ui.export.ExportViewModel.Task;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// The line of five stations, the batches with their receipts, and where they go.
public final class ExportView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final ExportViewModel model;
    private final Places places;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final VBox top = new VBox();
    private final VBox hint = new VBox();
    private final VBox news = new VBox();
    private final TextField destination = new TextField();
    private final StationLine line;
    private final BatchList batches;

    public ExportView(Kit kit, ExportViewModel model, Places places) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        line = new StationLine(controls);
        batches = new BatchList(controls, model.visit().clock().getZone());
        destination.textProperty().bindBidirectional(model.destinationProperty());
        destination
                .accessibleTextProperty()
                .bind(kit.texts().bind(Phrase.of("export.destination")));
        top.getStyleClass().add("panel");
        VBox.setVgrow(batches, Priority.ALWAYS);
        work.getStyleClass().add("panel");
        work.getChildren().setAll(top, batches);
        news.getStyleClass().add("tasks");
        panel.getStyleClass().add("panel");
        panel.getChildren().setAll(hint, where(), news);
        model.stateProperty().subscribe(this::show);
    }

    private Node where() {
        var browse =
                controls.button(
                        Action.withoutKey(
                                Material2OutlinedAL.FOLDER_OPEN,
                                Phrase.of("export.browse"),
                                this::browse));
        var field =
                new VBox(
                        controls.label(Phrase.of("export.destination"), "bold"),
                        destination,
                        controls.paragraph(Phrase.of("export.destination.help"), "note"),
                        browse);
        field.getStyleClass().add("field");
        return field;
    }

    private void browse() {
        var chosen = new DirectoryChooser().showDialog(destination.getScene().getWindow());
        if (chosen != null) {
            destination.setText(chosen.toString());
        }
    }

    private void show(State state) {
        destination.setDisable(state instanceof State.Working);
        switch (state) {
            case State.Loading _ -> top.getChildren().setAll(line);
            case State.Idle(var books, var last) -> {
                places.count(Places.EXPORT, books.waiting(), false);
                batches.show(books.lines());
                line.show(last instanceof News.Delivered, books);
                top.getChildren().setAll(line);
                hint(idle(books, last));
                news.getChildren().setAll(news(books, last));
                if (last instanceof News.NoDestination) {
                    destination.requestFocus();
                }
            }
            case State.Working(var books, var task, var at) -> {
                batches.show(books.lines());
                line.show(at);
                top.getChildren().setAll(line);
                hint(working(task));
                news.getChildren().clear();
            }
            case State.Failed(var code, _) -> {
                top.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                hint.getChildren().clear();
                news.getChildren().clear();
            }
        }
    }

    private void hint(HintWords words) {
        hint.getChildren().setAll(new HintPanel(controls, words));
    }

    private static HintWords working(Task task) {
        return switch (task) {
            case EXPORT ->
                    HintWords.of(
                            Tone.HERE,
                            HintWords.Who.OFFICER,
                            Phrase.of("export.hint.wait"),
                            Phrase.of("export.hint.wait.leave"));
            case RECEIPTS ->
                    HintWords.of(
                            Tone.HERE, HintWords.Who.OFFICER, Phrase.of("export.hint.receipts"));
        };
    }

    private static HintWords idle(Books books, News last) {
        if (last instanceof News.NoDestination) {
            return say(Tone.WARN, "export.hint.where");
        }
        if (last instanceof News.Delivered) {
            return say(Tone.GOOD, "export.hint.remove");
        }
        if (books.toExport() > 0) {
            return say(Tone.HERE, "export.hint.plug");
        }
        return books.awaitsReceipt()
                ? say(Tone.HERE, "export.hint.await")
                : say(Tone.GOOD, "export.hint.nothing");
    }

    /// An order with its reason in the key that ends in `.note`.
    private static HintWords say(Tone tone, String key) {
        return HintWords.of(tone, HintWords.Who.OFFICER, Phrase.of(key), Phrase.of(key + ".note"));
    }

    private List<Node> news(Books books, News last) {
        var lines = new ArrayList<Node>();
        if (last instanceof News.Received(var receipts)) {
            lines.add(
                    controls.line(
                            receipts.applied() > 0 ? Tone.GOOD : Tone.INFO,
                            Phrase.of("export.receipts", receipts.applied()),
                            Phrase.of(
                                    "export.receipts.other",
                                    receipts.unchanged(),
                                    receipts.foreign())));
            receipts.refused().stream()
                    .distinct()
                    .map(FaultTexts::of)
                    .forEach(told -> lines.add(controls.line(Tone.BAD, told.what(), told.todo())));
        }
        if (!books.recaptures().isEmpty()) {
            lines.add(
                    controls.line(
                            Tone.WARN,
                            Phrase.of("export.recaptures", books.recaptures().size()),
                            Phrase.of("export.recaptures.who", numbers(books))));
        }
        return lines;
    }

    private static String numbers(Books books) {
        return String.join(
                ", ", books.recaptures().stream().map("%03d"::formatted).sorted().toList());
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("export.title"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.EXPORT);
    }

    @Override
    public Node work() {
        return work;
    }

    @Override
    public Node panel() {
        return panel;
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        var home =
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("export.home"),
                        () -> kit.navigator().go(new Intent.Open(Places.HOME)));
        var receipts =
                Action.of(
                        Key.F8,
                        Material2OutlinedMZ.MOVE_TO_INBOX,
                        Phrase.of("export.import"),
                        model::applyReceipts);
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Loading _, State.Working _ -> List.of(home);
                            case State.Idle _, State.Failed _ -> List.of(home, receipts);
                        });
    }

    @Override
    public ObservableValue<Primary> primary() {
        return javafx.beans.binding.Bindings.createObjectBinding(
                this::next, model.stateProperty(), model.destinationProperty());
    }

    private Primary next() {
        return switch (model.stateProperty().get()) {
            case State.Loading _ -> Primary.working(Phrase.of("export.loading"));
            case State.Idle(var books, _) -> idle(books);
            case State.Working(_, var task, var at) ->
                    Primary.working(
                            task == Task.RECEIPTS
                                    ? Phrase.of("export.importing")
                                    : StationLine.words(at));
            case State.Failed(_, var interrupted) -> again(interrupted);
        };
    }

    private Primary idle(Books books) {
        if (books.toExport() == 0 && !books.awaitsReceipt()) {
            return Primary.ready(
                    Phrase.of("export.go-home"),
                    () -> kit.navigator().go(new Intent.Open(Places.HOME)));
        }
        if (destination.getText().isBlank()) {
            return Primary.ready(Phrase.of("export.where"), model::export);
        }
        return books.toExport() > 0
                ? Primary.ready(Phrase.of("export.export", books.toExport()), model::export)
                : Primary.ready(Phrase.of("export.import"), model::applyReceipts);
    }

    private Primary again(Optional<Task> interrupted) {
        var words = Phrase.of("export.again");
        return interrupted
                .map(task ->
                        switch (task) {
                            case EXPORT -> Primary.ready(words, model::export);
                            case RECEIPTS -> Primary.ready(words, model::applyReceipts);
                        })
                .orElseGet(() -> Primary.ready(words, model::load));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("export.title"),
                List.of(
                        Phrase.of("export.help.1"),
                        Phrase.of("export.help.2"),
                        Phrase.of("export.help.3")));
    }

    @Override
    public void shown() {
        model.load();
    }
}
