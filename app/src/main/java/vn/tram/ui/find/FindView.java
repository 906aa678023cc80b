package vn.tram.ui.find;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.identity.Writing;
import vn.tram.ui.find.FindViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Told;
import vn.tram.ui.kit.Tone;

/// The search with its results, or the form of a new person; at the right who is chosen.
public final class FindView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final FindViewModel model;
    private final ObservableValue<Rail> rail;
    private final SearchPane search;
    private final PersonForm form;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final HintPanel hint;
    private final LivePicture picture;

    /// @param rail of the session, with this step open
    /// @param listed how a name stands in a list: whole, or shortened where strangers can see it
    public FindView(
            Kit kit,
            FindViewModel model,
            ObservableValue<Rail> rail,
            UnaryOperator<String> listed) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.rail = rail;
        hint = new HintPanel(controls);
        picture = new LivePicture(kit.background());
        search = new SearchPane(controls, model, listed);
        form = new PersonForm(controls, model::needsRepresentative);
        work.getStyleClass().add("panel");
        panel.getStyleClass().add("panel");
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Entering(var entry) -> {
                put(form);
                form.show(entry);
            }
            case State.Failed(var code) ->
                    put(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
            case State.Watching _ -> {
                picture.clear();
                put(picture);
            }
            case State.Blank _,
                    State.Results _,
                    State.Nobody _,
                    State.CardRead _,
                    State.NotACard _,
                    State.Unseen _,
                    State.Refused _,
                    State.Storing _ -> {
                if (!isStoringForm(state)) {
                    search.show(state);
                    if (put(search)) {
                        search.focus();
                    }
                }
            }
        }
        hint.show(words(state));
        showPanel(state);
    }

    /// The form stays in sight while what it says is stored.
    private boolean isStoringForm(State state) {
        return state instanceof State.Storing && work.getChildren().contains(form);
    }

    /// Whether it did not stand there before.
    private boolean put(Node node) {
        boolean other = !work.getChildren().equals(List.of(node));
        if (other) {
            VBox.setVgrow(node, Priority.ALWAYS);
            work.getChildren().setAll(node);
        }
        return other;
    }

    private HintWords words(State state) {
        return switch (state) {
            case State.Blank _ ->
                    HintWords.of(
                            Tone.INFO,
                            HintWords.Who.ASK,
                            Phrase.of("find.hint.blank"),
                            Phrase.of("find.hint.blank.why"));
            case State.Results _ -> results();
            case State.Nobody _ ->
                    HintWords.of(
                            Tone.INFO,
                            HintWords.Who.ASK,
                            Phrase.of("find.hint.nobody"),
                            Phrase.of("find.hint.nobody.why"));
            case State.CardRead(_, var unread) -> card(unread);
            case State.NotACard _ ->
                    HintWords.of(
                            Tone.WARN,
                            HintWords.Who.OFFICER,
                            Phrase.of("find.hint.not-a-card"),
                            Phrase.of("find.hint.not-a-card.why"));
            case State.Watching _ ->
                    HintWords.of(
                            Tone.INFO,
                            HintWords.Who.OFFICER,
                            Phrase.of("find.hint.watching"),
                            Phrase.of("find.hint.watching.why"));
            case State.Unseen(var fault) -> unseen(fault);
            case State.Refused(_, var reason) -> ReasonTexts.of(reason).hint();
            case State.Entering(var entry) -> form(entry);
            case State.Storing _ ->
                    HintWords.of(Tone.INFO, HintWords.Who.OFFICER, Phrase.of("find.storing"));
            case State.Failed _ ->
                    HintWords.of(Tone.WARN, HintWords.Who.OFFICER, Phrase.of("find.hint.failed"));
        };
    }

    private HintWords results() {
        long same = model.namesakes();
        return same > 1
                ? HintWords.of(
                        Tone.INFO,
                        HintWords.Who.ASK,
                        Phrase.of("find.hint.namesakes"),
                        Phrase.of("find.hint.namesakes.why", same))
                : HintWords.of(
                        Tone.INFO,
                        HintWords.Who.OFFICER,
                        Phrase.of("find.hint.one"),
                        Phrase.of("find.hint.one.why"));
    }

    private static HintWords unseen(Optional<Fault> fault) {
        var told = fault.map(f -> FaultTexts.of(f, Kind.CAMERA));
        return HintWords.of(
                Tone.WARN,
                HintWords.Who.OFFICER,
                told.map(Told::what).orElse(Phrase.of("find.hint.unseen")),
                told.map(Told::todo).orElse(Phrase.of("find.hint.unseen.why")));
    }

    private static HintWords card(Set<Field> unread) {
        return unread.isEmpty()
                ? HintWords.of(
                        Tone.GOOD,
                        HintWords.Who.OFFICER,
                        Phrase.of("find.hint.card"),
                        Phrase.of("find.hint.card.why"))
                : HintWords.of(
                        Tone.WARN,
                        HintWords.Who.OFFICER,
                        Phrase.of("find.hint.card"),
                        Phrase.of(
                                "find.hint.unread.why",
                                unread.stream()
                                        .sorted()
                                        .map(FieldTexts::inSentence)
                                        .reduce((a, b) -> Phrase.of("reason.list", a, b))
                                        .orElseThrow()));
    }

    private static HintWords form(Entry entry) {
        return entry.wrong().isEmpty()
                ? HintWords.of(
                        Tone.INFO,
                        HintWords.Who.ASK,
                        Phrase.of("find.hint.form"),
                        Phrase.of("find.hint.form.why"))
                : HintWords.of(
                        Tone.WARN,
                        HintWords.Who.OFFICER,
                        Phrase.of("find.hint.wrong", entry.wrong().size()),
                        entry.wrong().values().iterator().next());
    }

    private void showPanel(State state) {
        panel.getChildren().setAll(hint);
        model.pointed()
                .ifPresent(c ->
                        panel.getChildren()
                                .addAll(
                                        controls.heading(Phrase.of("find.chosen")),
                                        person(c, state instanceof State.CardRead)));
    }

    private Node person(Citizen citizen, boolean fromCard) {
        var card = controls.card();
        card.getStyleClass().add("person");
        var lines = card.getChildren();
        lines.add(controls.paragraph(Phrase.asIs(value(citizen, Field.NAME)), "strong"));
        citizen.value(Field.BIRTH_DATE)
                .ifPresent(b ->
                        lines.add(
                                controls.paragraph(
                                        born(citizen, Writing.shown(Field.BIRTH_DATE, b)),
                                        "muted")));
        citizen.value(Field.RESIDENCE)
                .ifPresent(r -> lines.add(controls.paragraph(Phrase.asIs(r), "muted")));
        citizen.value(Field.PERSONAL_NUMBER)
                .ifPresent(n ->
                        lines.add(controls.label(Phrase.asIs(SearchPane.lastDigits(n)), "muted")));
        lines.add(
                fromCard
                        ? controls.state(Tone.GOOD, Phrase.of("find.from-card"))
                        : controls.label(
                                citizen.items().values().stream()
                                        .findFirst()
                                        .map(i -> FieldTexts.source(i.source()))
                                        .orElse(Phrase.asIs("")),
                                "note"));
        return card;
    }

    private static Phrase born(Citizen citizen, String date) {
        return citizen.value(Field.SEX)
                .map(s -> Phrase.of("find.born-sex", date, FieldTexts.sex(s)))
                .orElse(Phrase.of("find.born", date));
    }

    private static String value(Citizen citizen, Field field) {
        return citizen.value(field).orElse("");
    }

    @Override
    public ObservableValue<Phrase> title() {
        return model.stateProperty()
                .map(s -> Phrase.of(s instanceof State.Entering ? "find.new" : "find.title"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return rail;
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
        return model.stateProperty().map(this::actions);
    }

    private List<Action> actions(State state) {
        var back =
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("find.back"),
                        () -> model.back(form.answers()));
        var cover =
                Action.of(
                        Key.F9,
                        Material2OutlinedMZ.VISIBILITY_OFF,
                        Phrase.of("kit.cover"),
                        kit.shell()::cover);
        return state instanceof State.Entering
                ? List.of(back, cover)
                : List.of(
                        back,
                        Action.of(
                                Key.F3,
                                Material2OutlinedMZ.QR_CODE_SCANNER,
                                Phrase.of("find.by-camera"),
                                this::watch),
                        Action.of(
                                Key.F8,
                                Material2OutlinedMZ.PERSON_ADD,
                                Phrase.of("find.new"),
                                model::enter),
                        cover);
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Blank _, State.NotACard _ ->
                                    Primary.ready(Phrase.of("find.type"), search::focus);
                            case State.Results _, State.CardRead _ ->
                                    Primary.ready(Phrase.of("find.choose"), model::choose);
                            case State.Refused _ ->
                                    Primary.ready(Phrase.of("find.another"), this::another);
                            case State.Watching _ ->
                                    Primary.ready(Phrase.of("find.stop-watching"), model::again);
                            case State.Unseen _ ->
                                    Primary.ready(Phrase.of("find.again"), this::watch);
                            case State.Nobody _ ->
                                    Primary.ready(Phrase.of("find.new"), model::enter);
                            case State.Entering _ ->
                                    Primary.ready(
                                            Phrase.of("find.take"),
                                            () -> model.submit(form.answers()));
                            case State.Storing _ -> Primary.working(Phrase.of("find.storing"));
                            case State.Failed _ ->
                                    Primary.ready(Phrase.of("find.again"), model::again);
                        });
    }

    private void watch() {
        model.watch(picture::offer);
    }

    private void another() {
        search.clear();
        model.again();
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(Key.UP, () -> model.move(-1), Key.DOWN, () -> model.move(1));
    }

    @Override
    public void scanned(String code) {
        search.clear();
        model.scanned(code);
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("find.title"),
                List.of(
                        Phrase.of("find.help.1"),
                        Phrase.of("find.help.2"),
                        Phrase.of("find.help.3"),
                        Phrase.of("find.help.4"),
                        Phrase.of("find.help.5")));
    }

    @Override
    public void shown() {
        search.focus();
        model.listen(this::scanned);
    }

    @Override
    public void hidden() {
        model.leave();
        picture.clear();
    }
}
