package vn.tram.driver.sbi.simulator;

import java.util.List;
import java.util.Optional;
import vn.tram.driver.sbi.Fingers;
import vn.tram.image.Position;

/// A device behind the simulated service.
public enum SimulatedDevice {
    SLAP("Finger", "Slap", "TRAMSIM-SLAP-1", List.of(1, 2, 3)),
    SINGLE("Finger", "Single", "TRAMSIM-SINGLE-1", List.of(0, 1, 2, 3)),
    FACE("Face", "Full face", "TRAMSIM-FACE-1", List.of(0));

    private final String type;
    private final String subType;
    private final String serial;
    private final List<Integer> subIds;

    SimulatedDevice(String type, String subType, String serial, List<Integer> subIds) {
        this.type = type;
        this.subType = subType;
        this.serial = serial;
        this.subIds = subIds;
    }

    String type() {
        return type;
    }

    String subType() {
        return subType;
    }

    /// Its serial number, and its code.
    public String serial() {
        return serial;
    }

    /// How 0.9.5 names it in requests.
    String id() {
        return "id-" + serial;
    }

    List<Integer> subIds() {
        return subIds;
    }

    /// What the part with that number shows.
    Position shown(int subId) {
        return switch (subId) {
            case 1 -> Position.LEFT_FOUR;
            case 2 -> Position.RIGHT_FOUR;
            case 3 -> Position.TWO_THUMBS;
            default -> this == FACE ? Position.FACE : Position.RIGHT_INDEX;
        };
    }

    /// The fingers that a word names, if it is one of this part.
    Optional<Position> finger(String word, int subId) {
        return Fingers.ofSubType(word)
                .filter(f -> this != SLAP || shown(subId).members().contains(f));
    }
}
