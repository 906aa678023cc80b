package vn.tram.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What happens to WSQ files that are none. (Right ones need an encoder, which the Java world has
/// not.)
class WsqFormatTest {
    /// Start, NIST's comment with 500 ppi, frame header of 60 x 80, one block, end.
    private static final String FILE =
            "ffa0"
                    + "ffa8 0016 4e4953545f434f4d20310a50504920353030 0a 0a"
                    + "ffa2 0011 00 ff 0050 003c 00 0000 00 0000 00 0000"
                    + "ffa3 0003 00 0123456789"
                    + "ffa1";

    private static byte[] file(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String why(byte[] file) {
        var decoding = Images.decode(file);
        assertThat(decoding).isInstanceOf(Decoding.Unreadable.class);
        return ((Decoding.Unreadable) decoding).why();
    }

    @Test
    void aFileWithoutItsTablesIsDamaged() {
        assertThat(why(file(FILE))).isEqualTo("is damaged");
    }

    @Test
    void aHugeSizeIsRefusedBeforeItIsMade() {
        assertThat(why(file(FILE.replace("0050 003c", "ffff ffff"))))
                .isEqualTo("has more than 50000000 pixels: 65535 x 65535");
        assertThat(why(file(FILE.replace("0050 003c", "0000 003c")))).isEqualTo("has no pixels");
    }

    @Test
    void anotherSizeThanAnnouncedIsRefusedBeforeItIsMade() {
        assertThat(Images.decode(file(FILE), 60, 81))
                .isEqualTo(
                        new Decoding.Unreadable(
                                "is 60 x 80 pixels and not, as announced, 60 x 81"));
    }

    @Test
    void aCutFileIsUnreadable() {
        assertThat(why(file(FILE.replace("0123456789ffa1", "0123456789"))))
                .isEqualTo("the file ends before the picture does");
    }

    @Test
    void anyDamageIsAnswered() {
        var random = new Random(20261123);
        for (int i = 0; i < 2_000; i++) {
            var file = file(FILE);
            for (int k = random.nextInt(4); k >= 0; k--) {
                file[3 + random.nextInt(file.length - 3)] = (byte) random.nextInt(256);
            }
            assertThat(Images.decode(file)).isNotNull();
        }
    }
}
