package vn.tram.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// The scene's filter over all keys: turns them into [Key]s, ignores auto-repeat, and takes what a
/// keyboard-wedge reader types out of the stream.
///
/// Characters are held back up to 30 ms before they reach a field, until it is clear that a hand
/// typed them; nobody notices, and no code ever leaks into a field.
final class Keyboard {
    private final Scene scene;
    private final LongSupplier nanos;
    private final Predicate<Key> pressed;
    private final Consumer<String> scanned;
    private final Wedge wedge = new Wedge();
    private final Deque<KeyEvent> held = new ArrayDeque<>();
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private final PauseTransition hold = new PauseTransition(Duration.millis(Wedge.GAP.toMillis()));
    private boolean redelivering;

    /// @param pressed told of every key pressed once; answers whether it was taken
    /// @param scanned told of every code read
    Keyboard(Scene scene, LongSupplier nanos, Predicate<Key> pressed, Consumer<String> scanned) {
        this.scene = scene;
        this.nanos = nanos;
        this.pressed = pressed;
        this.scanned = scanned;
        hold.setOnFinished(_ -> release());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> down.remove(e.getCode()));
        // keys that go up while another window has the focus are never told
        scene.windowProperty().flatMap(w -> w.focusedProperty()).subscribe(_ -> down.clear());
    }

    private void onPressed(KeyEvent event) {
        boolean repeated = !down.add(event.getCode());
        if (event.getCode() == KeyCode.ENTER && enterOfReader()) {
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.SPACE && wedge.bursting(nanos.getAsLong())) {
            event.consume(); // a space inside a code must not press what has the focus
            return;
        }
        if (typesNothing(event.getCode())) {
            release(); // what was typed before it must reach the field before it
        }
        var key = Key.of(event);
        if (key.isEmpty()) {
            return;
        }
        release();
        if (left(key.get())) {
            return;
        }
        boolean moves = isMove(key.get());
        if (repeated && !moves) {
            event.consume();
            return;
        }
        if (pressed.test(key.get())) {
            event.consume();
        }
    }

    /// Keys that act in a field without typing; modifiers are part of a character.
    private static boolean typesNothing(KeyCode code) {
        return code.isNavigationKey() || code == KeyCode.BACK_SPACE || code == KeyCode.TAB;
    }

    private boolean enterOfReader() {
        return switch (wedge.enter(nanos.getAsLong())) {
            case Wedge.Enter.Code(var text) -> {
                hold.stop();
                held.clear();
                scanned.accept(text);
                yield true;
            }
            case Wedge.Enter.Stray _ -> {
                release();
                yield true;
            }
            case Wedge.Enter.Pressed _ -> false;
        };
    }

    /// Whether the key belongs to what has the focus: a field's cursor keys, a focused button's
    /// Space.
    private boolean left(Key key) {
        var owner = scene.getFocusOwner();
        return switch (key) {
            case LEFT, RIGHT, DELETE -> owner instanceof TextInputControl;
            case SPACE -> owner instanceof TextInputControl || focusedByKey(owner);
            default -> false;
        };
    }

    private static boolean focusedByKey(Node owner) {
        return owner instanceof ButtonBase button && button.isFocusVisible();
    }

    private static boolean isMove(Key key) {
        return switch (key) {
            case UP, DOWN, LEFT, RIGHT, DELETE -> true;
            default -> false;
        };
    }

    private void onTyped(KeyEvent event) {
        if (redelivering || !isCharacter(event)) {
            return;
        }
        long now = nanos.getAsLong();
        if (!wedge.bursting(now)) {
            release();
        }
        wedge.character(event.getCharacter(), now);
        held.addLast(event);
        hold.playFromStart();
        event.consume();
    }

    private static boolean isCharacter(KeyEvent event) {
        return !event.getCharacter().isEmpty()
                && !event.isControlDown()
                && !event.isMetaDown()
                && event.getCharacter().chars().noneMatch(Character::isISOControl);
    }

    /// Gives the held characters to what has the focus; digits may be choices.
    private void release() {
        hold.stop();
        wedge.released();
        while (!held.isEmpty()) {
            deliver(held.removeFirst());
        }
    }

    private void deliver(KeyEvent event) {
        var owner = scene.getFocusOwner();
        if (!(owner instanceof TextInputControl)) {
            var digit =
                    switch (event.getCharacter()) {
                        case "1" -> Key.DIGIT_1;
                        case "2" -> Key.DIGIT_2;
                        case "3" -> Key.DIGIT_3;
                        case "4" -> Key.DIGIT_4;
                        case "5" -> Key.DIGIT_5;
                        default -> null;
                    };
            if (digit != null && pressed.test(digit)) {
                return;
            }
        }
        if (owner != null) {
            redelivering = true;
            try {
                Event.fireEvent(owner, event.copyFor(owner, owner));
            } finally {
                redelivering = false;
            }
        }
    }
}
