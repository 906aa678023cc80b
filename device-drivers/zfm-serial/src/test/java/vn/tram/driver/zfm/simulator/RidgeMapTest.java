package vn.tram.driver.zfm.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.image.Gray8;

class RidgeMapTest {
    private static RidgeMap map(Gray8 picture) {
        return RidgeMap.of(picture).orElseThrow();
    }

    @Test
    void aPrintIsFullyLikeItself() {
        assertEquals(300, map(Bench.print(1, 256, 288)).score(map(Bench.print(1, 256, 288))));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "10, 0", "-12, 14", "20, -20"})
    void aMovedPrintIsFoundAgain(int right, int down) {
        var large = Bench.print(3, 400, 400);
        var here = map(large.crop(72, 56, 256, 288));
        var moved = map(large.crop(72 + right, 56 + down, 256, 288));
        assertTrue(here.score(moved) >= RidgeMap.least(5), () -> "score " + here.score(moved));
    }

    @Test
    void otherPrintsAreNoMatchAtTheLowestLevel() {
        int most = 0;
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < i; j++) {
                var one = map(Bench.print(i, 256, 288));
                most = Math.max(most, one.score(map(Bench.print(j, 256, 288))));
            }
        }
        assertTrue(most < RidgeMap.least(1) - 2, "score " + most);
    }

    @Test
    void aTemplateReadsBack() {
        var map = map(Bench.print(1, 192, 192));
        assertEquals(Optional.of(map), RidgeMap.of(map.toBytes(1536)));
    }

    @Test
    void foreignBytesAreNoTemplate() {
        assertEquals(Optional.empty(), RidgeMap.of(new byte[512]));
        assertEquals(Optional.empty(), RidgeMap.of(new byte[12]));
    }
}
