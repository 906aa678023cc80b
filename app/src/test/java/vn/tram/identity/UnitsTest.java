package vn.tram.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.identity.Units.Address;

class UnitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    private static Units shipped() throws Exception {
        return new Units(
                List.of(
                        UnitPack.read(
                                Files.readString(Path.of("../config/units/2025-07-01.tsv")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thôn 3, xã Thạch Kênh, huyện Thạch Hà, tỉnh Hà Tĩnh | Thôn 3, Xã Đông Kinh, Hà Tĩnh",
                "Thạch Kênh, Thạch Hà, Hà Tĩnh | Xã Đông Kinh, Hà Tĩnh",
                "Xã Tam Đình, Huyện Tương Dương, Tỉnh Nghệ An | Xã Tam Quang, Nghệ An",
                "xã Thạch Hải, tp. Hà Tĩnh, t. Hà Tĩnh | Xã Thạch Khê, Hà Tĩnh",
                "số 5, ngõ 7, P. 12, Q. Gò Vấp, TP. Hồ Chí Minh | số 5, ngõ 7, Phường An Hội Tây, Thành phố Hồ Chí Minh"
            })
    void anOldAddressHasItsNewUnits(String old, String now) throws Exception {
        assertThat(shipped().on(DAY, old)).isEqualTo(new Address.Changed(now, FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã Đông Kinh, Hà Tĩnh",
                "Xã Tam Quang, Nghệ An",
                "Thôn 1, xã Mẫu, tỉnh Mẫu",
                "xã Thạch Kênh, huyện Thạch Hà, tỉnh Nghệ An",
                "Hà Tĩnh",
                ""
            })
    void whatNoPackKnowsIsLeftAsItIs(String address) throws Exception {
        assertThat(shipped().on(DAY, address)).isEqualTo(new Address.AsItIs());
    }

    @Test
    void beforeItsDayAPackChangesNothing() throws Exception {
        var old = "xã Thạch Kênh, huyện Thạch Hà, tỉnh Hà Tĩnh";
        assertThat(shipped().on(FIRST.minusDays(1), old)).isEqualTo(new Address.AsItIs());
        assertThat(shipped().on(FIRST, old)).isInstanceOf(Address.Changed.class);
    }

    private static final String PARTED =
            "from\t2025-07-01\nunit\t1\t-\tXã A\tTỉnh M\nunit\t2\t00002\tXã B\tTỉnh M\n"
                    + "was\tTỉnh M\tHuyện H\tXã C=1+2;Xã D=1;Thị trấn D=2;Xã Hoà=2\n";

    @Test
    void aPartedCommuneHasSeveralAnswersAndAKindDecidesBetweenTwoOfOneName() throws Exception {
        var units = new Units(List.of(UnitPack.read(PARTED)));
        assertThat(units.on(DAY, "Xóm 1, xã C, huyện H, tỉnh M"))
                .isEqualTo(
                        new Address.Parted(
                                List.of("Xóm 1, Xã A, Tỉnh M", "Xóm 1, Xã B, Tỉnh M"), FIRST));
        assertThat(units.on(DAY, "thị trấn D, H, M"))
                .isEqualTo(new Address.Changed("Xã B, Tỉnh M", FIRST));
        assertThat(units.on(DAY, "D, H, M")).isInstanceOf(Address.Parted.class);
        assertThat(units.on(DAY, "xã Hòa, H, M")).isInstanceOf(Address.Changed.class);
    }

    @Test
    void laterPacksGoOnFromEarlierOnes() throws Exception {
        var later = "from\t2026-09-20\nunit\t1\t-\tPhường A\tThành phố M\nwas\tTỉnh M\t-\tXã A=1\n";
        var units = new Units(List.of(UnitPack.read(later), UnitPack.read(PARTED)));
        assertThat(units.on(DAY, "Xã D, Huyện H, Tỉnh M"))
                .isEqualTo(new Address.Changed("Phường A, Thành phố M", LocalDate.of(2026, 9, 20)));
        assertThat(units.on(LocalDate.of(2026, 9, 19), "Xã D, Huyện H, Tỉnh M"))
                .isEqualTo(new Address.Changed("Xã A, Tỉnh M", FIRST));
        assertThat(units.on(DAY, "Xã A, Tỉnh M")).isInstanceOf(Address.Changed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unit\t1\t-\tXã A\tTỉnh M",
                "from\t2025-13-01",
                "from\t2025-07-01\nwas\tM\tH\tC=1",
                "from\t2025-07-01\nunit\t1\t-\tA\tM\nunit\t1\t-\tB\tM",
                "from\t2025-07-01\nunit\t1\t-\tA\tM\nwas\tM\tH\tC",
                "from\t2025-07-01\nunit\t1\t-\t\tM",
                "from\t2025-07-01\n<html>"
            })
    void aPackWithAMistakeIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> UnitPack.read(text))
                .isInstanceOf(UnitPack.Malformed.class)
                .hasMessageStartingWith("line ");
    }
}
