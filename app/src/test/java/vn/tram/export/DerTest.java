package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
    @Test
    void aSignatureIsWithinBounds() throws Exception {
        var signature = Signed.detached(new byte[] {1}, Samples.STATION, Samples.NOW);
        assertThatCode(() -> Der.requireShallow(signature)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30", // no length
                "3080", // indefinite
                "0405ff", // longer than what is there
                "30020405", // longer than what holds it
                "1f2a00", // tag number above 30
                "0485ffffffffff", // five octets of length
                "0484ffffffff" // a negative length
            })
    void whatIsNoDerIsRefused(String hex) {
        var der = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> Der.requireShallow(der)).isInstanceOf(Unreadable.class);
    }

    @Test
    void hundredsOfThousandsOfLevelsAreRefused() {
        // each level claims six octets less than the one around it
        var der = new byte[1 << 22];
        for (int at = 0; at + 6 <= der.length; at += 6) {
            int length = der.length - at - 6;
            byte[] header = {
                0x30,
                (byte) 0x84,
                (byte) (length >>> 24),
                (byte) (length >>> 16),
                (byte) (length >>> 8),
                (byte) length
            };
            System.arraycopy(header, 0, der, at, header.length);
        }
        assertThatThrownBy(() -> Der.requireShallow(der)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> SignedCheck.enclosing(der, Samples.STATION.ca()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aMillionElementsAreRefused() {
        var nulls = new byte[2_000_000];
        for (int at = 0; at < nulls.length; at += 2) {
            nulls[at] = 5;
        }
        assertThatThrownBy(() -> Der.requireShallow(nulls)).isInstanceOf(Unreadable.class);
    }

    @Test
    void nothingIsWithinBounds() {
        assertThatCode(() -> Der.requireShallow(new byte[0])).doesNotThrowAnyException();
        assertThatCode(() -> Der.requireShallow(Arrays.copyOf(new byte[] {5}, 2)))
                .doesNotThrowAnyException();
    }
}
