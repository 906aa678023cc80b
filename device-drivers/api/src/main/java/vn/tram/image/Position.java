package vn.tram.image;

import java.util.List;
import java.util.Optional;

/// What is captured. Fingers and slaps carry the codes of ISO/IEC 19794-4, table *finger position
/// codes*. That standard tells a rolled print by its impression type and gives it the finger's own
/// code; here each position has a code of its own, so that a number alone is never ambiguous.
public enum Position {
    RIGHT_THUMB(1),
    RIGHT_INDEX(2),
    RIGHT_MIDDLE(3),
    RIGHT_RING(4),
    RIGHT_LITTLE(5),
    LEFT_THUMB(6),
    LEFT_INDEX(7),
    LEFT_MIDDLE(8),
    LEFT_RING(9),
    LEFT_LITTLE(10),
    /// Four fingers of the right hand in one slap.
    RIGHT_FOUR(13),
    /// Four fingers of the left hand in one slap.
    LEFT_FOUR(14),
    /// Both thumbs side by side in one slap.
    TWO_THUMBS(15),
    /// One finger rolled from nail to nail, and so on.
    ROLLED_RIGHT_THUMB(201),
    ROLLED_RIGHT_INDEX(202),
    ROLLED_RIGHT_MIDDLE(203),
    ROLLED_RIGHT_RING(204),
    ROLLED_RIGHT_LITTLE(205),
    ROLLED_LEFT_THUMB(206),
    ROLLED_LEFT_INDEX(207),
    ROLLED_LEFT_MIDDLE(208),
    ROLLED_LEFT_RING(209),
    ROLLED_LEFT_LITTLE(210),
    FACE(100),
    /// Evidence of an exception: the hands or the paper, seen by the camera.
    DOCUMENT(101);

    private static final List<Position> FINGERS = List.of(values()).subList(0, 10);
    private static final List<Position> SLAPS = List.of(RIGHT_FOUR, LEFT_FOUR, TWO_THUMBS);
    private static final List<Position> ROLLED =
            List.of(values()).subList(ROLLED_RIGHT_THUMB.ordinal(), FACE.ordinal());

    /// The code of a rolled finger is this and the finger's own.
    private static final int ROLLED_CODES = 200;

    private final int code;

    Position(int code) {
        this.code = code;
    }

    /// The code of ISO/IEC 19794-4 for plain fingers (1–10) and slaps (13–15); our own from 100 on
    /// for the rest. In a record by that standard a rolled print has the code of its [#finger].
    public int code() {
        return code;
    }

    /// The position with that code, if there is one.
    public static Optional<Position> ofCode(int code) {
        return List.of(values()).stream().filter(p -> p.code == code).findFirst();
    }

    /// The ten plain fingers, right thumb first, left little finger last.
    public static List<Position> fingers() {
        return FINGERS;
    }

    /// The ten fingers rolled, in the order of capture: right thumb first, left little finger last.
    public static List<Position> rolled() {
        return ROLLED;
    }

    /// The three slaps in the order of capture: right four, left four, thumbs.
    public static List<Position> slaps() {
        return SLAPS;
    }

    /// Whether it is one finger, plain or rolled.
    public boolean isFinger() {
        return code <= 10 || isRolled();
    }

    /// Whether it is one finger rolled from nail to nail.
    public boolean isRolled() {
        return code > ROLLED_CODES;
    }

    /// The finger itself, however it is printed: of a rolled one the plain one, else itself.
    public Position finger() {
        return isRolled() ? FINGERS.get(code - ROLLED_CODES - 1) : this;
    }

    /// This finger rolled, or plain, so that two prints of it can be compared; itself when it is
    /// none.
    public Position otherPrint() {
        if (isRolled()) {
            return finger();
        }
        return isFinger() ? ROLLED.get(code - 1) : this;
    }

    public boolean isSlap() {
        return SLAPS.contains(this);
    }

    public boolean isThumb() {
        return finger() == RIGHT_THUMB || finger() == LEFT_THUMB;
    }

    /// The fingers that a slap shows, in order of merit: index, middle, ring, little; right thumb,
    /// left thumb. A single finger is its own list; anything else shows none.
    public List<Position> members() {
        return switch (this) {
            case RIGHT_FOUR -> List.of(RIGHT_INDEX, RIGHT_MIDDLE, RIGHT_RING, RIGHT_LITTLE);
            case LEFT_FOUR -> List.of(LEFT_INDEX, LEFT_MIDDLE, LEFT_RING, LEFT_LITTLE);
            case TWO_THUMBS -> List.of(RIGHT_THUMB, LEFT_THUMB);
            case FACE, DOCUMENT -> List.of();
            default -> List.of(this);
        };
    }

    /// The slap that shows this plain finger; itself when there is none.
    public Position slap() {
        return SLAPS.stream().filter(s -> s.members().contains(this)).findFirst().orElse(this);
    }
}
