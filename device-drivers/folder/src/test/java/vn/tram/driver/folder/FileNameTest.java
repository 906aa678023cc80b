package vn.tram.driver.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.image.Position;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "type-14-tpcard-nqm_r13_t14_fgp14.png, LEFT_FOUR",
        "type-14-tpcard-nqm_r14_t14_fgp12.png, LEFT_THUMB",
        "fgp1.bmp, RIGHT_THUMB",
        "00001000_plain_500_13.png, RIGHT_FOUR",
        "00002302_R_500_roll-02.tif, ROLLED_RIGHT_INDEX",
        "00001000_roll_500_06.png, ROLLED_LEFT_THUMB",
        "rolled-right-thumb.png, ROLLED_RIGHT_THUMB",
        "rolled/right-thumb.png, ROLLED_RIGHT_THUMB",
        "rolls/person 3/L_Little.png, ROLLED_LEFT_LITTLE",
        "rolled/fgp8.png, ROLLED_LEFT_MIDDLE",
        "rolled/right-four.png, RIGHT_FOUR",
        "rolled/plain/right-thumb.png, RIGHT_THUMB",
        "RolledLeftRing.bmp, ROLLED_LEFT_RING",
        "right-four.png, RIGHT_FOUR",
        "S7_Left_Ring_2.png, LEFT_RING",
        "two thumbs.jp2, TWO_THUMBS",
        "thumbs.png, TWO_THUMBS",
        "portrait 3.jpg, FACE",
        "document.jpg, DOCUMENT",
        "1__M_Left_index_finger.BMP, LEFT_INDEX",
        "S1 RightIndex.png, RIGHT_INDEX",
        "R_Thumb.png, RIGHT_THUMB",
        "slap_left.png, LEFT_FOUR",
        "person 3/right-four/2.png, RIGHT_FOUR",
        "left_four/right_four.png, RIGHT_FOUR"
    })
    void tellsThePosition(String name, Position position) {
        assertThat(FileName.position(name)).isEqualTo(Optional.of(position));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101_1.png",
                "a001.png",
                "scan_99.png",
                "surface.png",
                "fgp77.png",
                "prints/slaps/right hand/1.png"
            })
    void tellsNothing(String name) {
        assertThat(FileName.position(name)).isEmpty();
    }
}
