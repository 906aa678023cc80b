package vn.tram.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.enroll.Hint;
import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

/// A screen with one of everything the kit has, for the tests of the kit.
final class KitScreen implements Screen {
    final SimpleObjectProperty<Primary> primary = new SimpleObjectProperty<>();
    final TextField field = new TextField();
    final java.util.List<String> done = new java.util.ArrayList<>();
    private final Controls controls;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();

    KitScreen(Kit kit) {
        controls = kit.controls();
        primary.set(
                Primary.capture(
                        Phrase.asIs("Thu ngay"),
                        Material2OutlinedAL.FINGERPRINT,
                        () -> done.add("primary")));
        var tabs = new Tabs(controls);
        tabs.show(
                List.of(
                        new Tabs.Tab(
                                FingerTexts.title(Position.RIGHT_FOUR), Tone.HERE, true, () -> {}),
                        new Tabs.Tab(
                                FingerTexts.title(Position.LEFT_FOUR), Tone.TO_DO, false, () -> {}),
                        new Tabs.Tab(
                                FingerTexts.title(Position.TWO_THUMBS),
                                Tone.TO_DO,
                                false,
                                () -> {})));
        var picture = new LivePicture(kit.background());
        picture.show(ramp(400, 300));
        picture.mark(
                List.of(
                        new Mark.Outline(new Box(100, 150, 80, 120, -8), Tone.GOOD),
                        new Mark.Outline(new Box(300, 150, 80, 120, 8), Tone.WARN)));
        var frame = new StackPane(picture);
        frame.getStyleClass().add("live-frame");
        VBox.setVgrow(frame, Priority.ALWAYS);
        field.setText("NGUYỄN THỊ MẪU Ẫ Ỗ Ẳ");
        work.getStyleClass().add("panel");
        work.getChildren().setAll(tabs, frame, field, scores());
        panel.getStyleClass().add("panel");
        panel.getChildren()
                .setAll(
                        new HintPanel(
                                controls,
                                HintWords.of(
                                        Tone.WARN,
                                        new Hint(
                                                "place-deeper", Optional.of(Position.RIGHT_LITTLE)),
                                        Optional.empty())),
                        controls.heading(Phrase.asIs("Ẫ Ỗ Ẳ ĐỘNG")),
                        controls.line(Tone.GOOD, Phrase.asIs("Máy quét"), Phrase.asIs("Sẵn sàng")));
    }

    private Node scores() {
        var row = new HBox();
        row.getStyleClass().add("tabs");
        for (var finger : Position.RIGHT_FOUR.members()) {
            var bar = new ScoreBar();
            bar.show(0.7, 0.3, Tone.GOOD);
            var card =
                    controls.card(
                            controls.label(FingerTexts.onCard(finger), "strong"),
                            bar,
                            controls.state(Tone.GOOD, Phrase.asIs("Đạt")));
            HBox.setHgrow(card, Priority.ALWAYS);
            row.getChildren().add(card);
        }
        return row;
    }

    static Gray8 ramp(int width, int height) {
        var bytes = new byte[width * height];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % width * 255 / (width - 1));
        }
        return Gray8.wrap(width, height, bytes);
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.asIs("Thu nhận vân tay: bàn phải"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        var steps =
                List.of(
                        step("1. Tìm công dân", "Xong", Tone.GOOD, false),
                        step("2. Dịch vụ, đồng ý", "Xong", Tone.GOOD, false),
                        step("3. Đối chiếu", "Xong", Tone.GOOD, false),
                        step("4. Vân tay", "Bàn phải · lần thu 2/3", Tone.HERE, true),
                        step("5. Ảnh chân dung", "Chưa làm", Tone.TO_DO, false),
                        step("6. Soát lại và ký", "Chưa làm", Tone.TO_DO, false),
                        step("7. Giấy hẹn", "Chưa làm", Tone.TO_DO, false));
        return new SimpleObjectProperty<>(
                new Rail.Steps(
                        Phrase.asIs("NGUYỄN THỊ MẪU"),
                        Phrase.asIs("•••• •••• 0123"),
                        Phrase.asIs("04:12 · số 047"),
                        steps,
                        List.of(Phrase.asIs("Đang chờ: 12 người"))));
    }

    private static Rail.Step step(String words, String below, Tone tone, boolean here) {
        return new Rail.Step(Phrase.asIs(words), Phrase.asIs(below), tone, here);
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
        return new SimpleObjectProperty<>(
                List.of(
                        action(Key.ESC, Material2OutlinedAL.ARROW_BACK, "Quay lại"),
                        action(Key.F2, Material2OutlinedMZ.REPLAY, "Thu lại"),
                        action(Key.F4, Material2OutlinedMZ.REMOVE_CIRCLE_OUTLINE, "Ngoại lệ"),
                        action(Key.F5, Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE, "Gác lại"),
                        action(Key.F6, Material2OutlinedMZ.OPACITY, "Mẹo tay khô, ướt")));
    }

    private Action action(Key key, org.kordamp.ikonli.Ikon icon, String words) {
        return Action.of(key, icon, Phrase.asIs(words), () -> done.add(key.cap()));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return primary;
    }

    @Override
    public Help help() {
        return new Help(Phrase.asIs("Vân tay"), List.of(Phrase.asIs("Máy tự chụp khi ảnh đạt.")));
    }

    @Override
    public java.util.Map<Key, Runnable> keys() {
        return java.util.Map.of(
                Key.DIGIT_1, () -> done.add("1"),
                Key.DOWN, () -> done.add("down"));
    }

    @Override
    public void scanned(String code) {
        done.add("scanned " + code);
    }
}
