package vn.tram.ui.kit;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the station. A key means the same on every screen.
public enum Key {
    ENTER("Enter"),
    SPACE("Space"),
    ESC("Esc"),
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    CTRL_1("Ctrl+1"),
    CTRL_2("Ctrl+2"),
    CTRL_3("Ctrl+3"),
    CTRL_4("Ctrl+4"),
    CTRL_5("Ctrl+5"),
    CTRL_6("Ctrl+6"),
    CTRL_7("Ctrl+7"),
    CTRL_D("Ctrl+D"),
    CTRL_E("Ctrl+E"),
    CTRL_K("Ctrl+K"),
    CTRL_Q("Ctrl+Q"),
    DIGIT_1("1"),
    DIGIT_2("2"),
    DIGIT_3("3"),
    DIGIT_4("4"),
    DIGIT_5("5"),
    DELETE("Delete"),
    UP("↑"),
    DOWN("↓"),
    LEFT("←"),
    RIGHT("→");

    private final String cap;

    Key() {
        this.cap = name();
    }

    Key(String cap) {
        this.cap = cap;
    }

    /// What stands on the key.
    public String cap() {
        return cap;
    }

    /// Which step `Ctrl+1` … `Ctrl+7` names; empty for other keys.
    Optional<Integer> step() {
        return ordinal() >= CTRL_1.ordinal() && ordinal() <= CTRL_7.ordinal()
                ? Optional.of(ordinal() - CTRL_1.ordinal() + 1)
                : Optional.empty();
    }

    /// Which key was pressed. `Alt` with a digit is the function key of that number (0 is F10), for
    /// laptops whose top row plays music. Letters and plain digits are no keys here: they may be
    /// typing.
    static Optional<Key> of(KeyEvent event) {
        var code = event.getCode();
        if (event.isControlDown() && !event.isAltDown()) {
            return named("CTRL_" + bare(code));
        }
        if (event.isAltDown() && !event.isControlDown()) {
            var digit = bare(code);
            return digit.length() == 1 && Character.isDigit(digit.charAt(0))
                    ? named("F" + (digit.equals("0") ? "10" : digit))
                    : Optional.empty();
        }
        return switch (code) {
            case ENTER -> Optional.of(ENTER);
            case SPACE -> Optional.of(SPACE);
            case ESCAPE -> Optional.of(ESC);
            case DELETE -> Optional.of(DELETE);
            case UP, KP_UP -> Optional.of(UP);
            case DOWN, KP_DOWN -> Optional.of(DOWN);
            case LEFT, KP_LEFT -> Optional.of(LEFT);
            case RIGHT, KP_RIGHT -> Optional.of(RIGHT);
            default -> code.isFunctionKey() ? named(code.name()) : Optional.empty();
        };
    }

    private static String bare(KeyCode code) {
        return code.name().replaceFirst("^(DIGIT|NUMPAD)", "");
    }

    private static Optional<Key> named(String name) {
        for (var key : values()) {
            if (key.name().equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
