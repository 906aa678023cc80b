package vn.tram.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionTest {
    @Test
    void everyCodeNamesOnePosition() {
        for (var position : Position.values()) {
            assertEquals(Optional.of(position), Position.ofCode(position.code()));
        }
        assertEquals(
                Position.values().length,
                Arrays.stream(Position.values()).mapToInt(Position::code).distinct().count());
    }

    @Test
    void aRolledFingerIsTheFingerOfItsName() {
        assertEquals(10, Position.rolled().size());
        for (var rolled : Position.rolled()) {
            assertEquals("ROLLED_" + rolled.finger().name(), rolled.name());
            assertSame(rolled, rolled.finger().otherPrint());
            assertSame(rolled.finger(), rolled.otherPrint());
            assertEquals(rolled.isThumb(), rolled.finger().isThumb());
            assertEquals(List.of(rolled), rolled.members());
            assertSame(rolled, rolled.slap());
            assertTrue(rolled.isFinger());
        }
        assertEquals(Position.fingers(), Position.rolled().stream().map(Position::finger).toList());
    }

    @Test
    void slapsAndFacesAreNoRolledFingers() {
        for (var position : List.of(Position.RIGHT_FOUR, Position.TWO_THUMBS, Position.FACE)) {
            assertFalse(position.isRolled());
            assertFalse(position.isFinger());
            assertSame(position, position.finger());
            assertSame(position, position.otherPrint());
        }
        assertFalse(Position.LEFT_INDEX.isRolled());
    }
}
