package vn.tram.driver.sbi;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.tram.image.Position;

/// The interface's words for positions.
public final class Fingers {
    private Fingers() {}

    /// `bioSubType` of a finger, such as `Right IndexFinger` or `Left Thumb`.
    ///
    /// @throws IllegalArgumentException when the position is no finger
    public static String subType(Position finger) {
        if (!finger.isFinger()) {
            throw new IllegalArgumentException(finger + " is no finger");
        }
        var words = finger.name().split("_");
        return title(words[0]) + " " + title(words[1]) + (words[1].equals("THUMB") ? "" : "Finger");
    }

    private static String title(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    static List<String> subTypes(Collection<Position> fingers) {
        return fingers.stream().sorted().map(Fingers::subType).toList();
    }

    /// The finger of a `bioSubType`, if it names one.
    public static Optional<Position> ofSubType(String subType) {
        return Position.fingers().stream().filter(f -> subType(f).equals(subType)).findFirst();
    }

    /// `deviceSubId` of the part of a scanner that shows the position: 1 left four, 2 right four, 3
    /// thumbs, 0 the face.
    public static int subId(Position position) {
        return switch (position.slap()) {
            case LEFT_FOUR -> 1;
            case RIGHT_FOUR -> 2;
            case TWO_THUMBS -> 3;
            default -> 0;
        };
    }
}
