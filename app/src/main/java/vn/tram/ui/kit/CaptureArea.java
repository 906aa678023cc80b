package vn.tram.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.device.Kind;
import vn.tram.enroll.DeviceFitness;
import vn.tram.image.Pixels;

/// Where the picture of a capture screen stands: live, or the stored one, or in its place what went
/// wrong.
public final class CaptureArea extends StackPane {
    private final Controls controls;
    private final Kind kind;
    private final LivePicture picture;
    private final StackPane frame = new StackPane();
    private final VBox trouble = new VBox();
    private final Label live;
    private final Label stored;
    private final Label dropped;
    private final SimpleObjectProperty<Phrase> droppedWords =
            new SimpleObjectProperty<>(Phrase.asIs(""));
    private final Label unfit;
    private final SimpleObjectProperty<Phrase> unfitWords =
            new SimpleObjectProperty<>(Phrase.asIs(""));
    private final VBox waiting;

    /// @param kind of the device: scanners and cameras want different hands when they fail
    public CaptureArea(Controls controls, Background background, Kind kind) {
        this.controls = controls;
        this.kind = kind;
        picture = new LivePicture(background);
        live = tag(Phrase.of("capture.live"), Material2AL.FIBER_MANUAL_RECORD);
        live.getStyleClass().add("recording");
        stored = tag(Phrase.of("capture.stored"), Material2OutlinedMZ.SAVE);
        dropped = controls.label(droppedWords, "live-tag");
        dropped.setVisible(false);
        StackPane.setAlignment(dropped, Pos.TOP_CENTER);
        unfit = controls.label(unfitWords, "live-tag", "unfit");
        unfit.setGraphic(controls.icon(Material2OutlinedAL.INFO));
        unfit.setVisible(false);
        StackPane.setAlignment(unfit, Pos.TOP_RIGHT);
        waiting = new VBox(controls.paragraph(Phrase.of("capture.waiting"), "strong", "muted"));
        waiting.getStyleClass().add("capture-waiting");
        frame.getStyleClass().add("live-frame");
        frame.getChildren().setAll(picture, waiting, live, stored, dropped, unfit);
        trouble.getStyleClass().add("capture-trouble");
        getChildren().setAll(frame, trouble);
        setMinSize(0, 0);
    }

    private Label tag(Phrase words, Ikon icon) {
        var tag = controls.label(words, "live-tag");
        tag.setGraphic(controls.icon(icon));
        StackPane.setAlignment(tag, Pos.TOP_LEFT);
        return tag;
    }

    /// Shows where the fingers lie on a large platen, or all of the picture.
    public void closeUp(boolean wanted) {
        picture.closeUp(wanted);
    }

    /// Where live frames go, from any thread.
    public void offer(Pixels pixels) {
        picture.offer(pixels);
    }

    /// How many live pictures the device dropped; nothing is said of none.
    public void dropped(long frames) {
        droppedWords.set(Phrase.of("capture.dropped", frames));
        dropped.setVisible(frames > 0 && live.isVisible());
    }

    /// What is wrong with the proof of a device that may be used all the same; a calm word in the
    /// corner of the live picture.
    public void unfit(Optional<DeviceFitness.Lack> lack) {
        lack.ifPresent(l -> unfitWords.set(Phrase.of("capture.unfit." + l)));
        unfit.setVisible(lack.isPresent() && live.isVisible());
    }

    /// @param tone of the frame
    /// @param marks over the picture
    /// @param still the stored picture, where one is to be seen
    public void show(CaptureState state, Tone tone, List<Mark> marks, Optional<Pixels> still) {
        for (var other : List.of(Tone.GOOD, Tone.WARN, Tone.BAD)) {
            frame.getStyleClass().remove(other.styleClass());
        }
        frame.getStyleClass().add(tone.styleClass());
        boolean looking = state instanceof CaptureState.Live;
        live.setVisible(looking);
        stored.setVisible(still.isPresent() && !looking);
        still.ifPresent(picture::show);
        boolean seen = looking || still.isPresent();
        picture.setVisible(seen);
        picture.mark(seen ? marks : List.of());
        waiting.setVisible(!seen);
        var card = trouble(state);
        trouble.getChildren().setAll(card.stream().toList());
        trouble.setVisible(card.isPresent());
        frame.setVisible(card.isEmpty());
    }

    private Optional<Node> trouble(CaptureState state) {
        return switch (state) {
            case CaptureState.Lost(var fault) -> card(FaultTexts.of(fault, kind));
            case CaptureState.Missed(var fault) -> card(FaultTexts.of(fault, kind));
            case CaptureState.Failed(var fault) -> card(FaultTexts.of(fault));
            case CaptureState.Opening _,
                    CaptureState.Absent _,
                    CaptureState.Live _,
                    CaptureState.Blind _,
                    CaptureState.Judged _,
                    CaptureState.Done _,
                    CaptureState.Excepted _,
                    CaptureState.UsedUp _,
                    CaptureState.Deciding _,
                    CaptureState.Refused _ ->
                    Optional.empty();
        };
    }

    private Optional<Node> card(Told told) {
        var card = new FaultCard(controls, told, Optional.empty());
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setMaxHeight(Double.MAX_VALUE);
        return Optional.of(card);
    }

    /// The screen goes: no picture stays.
    public void clear() {
        picture.clear();
    }
}
