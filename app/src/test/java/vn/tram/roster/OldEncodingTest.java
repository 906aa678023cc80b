package vn.tram.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.roster.RawRow.Encoding;

class OldEncodingTest {
    private static final List<Person> PEOPLE = new InventedCommunes(11).people(20_000);

    private static Encoding of(String text) {
        return OldEncoding.of(List.of(text));
    }

    @Test
    void noNameInUnicodeIsSuspected() {
        for (var person : PEOPLE) {
            assertThat(of(person.name())).isIn(Encoding.UNICODE, Encoding.EITHER);
            assertThat(of(person.name().toUpperCase(java.util.Locale.ROOT)))
                    .isIn(Encoding.UNICODE, Encoding.EITHER);
            assertThat(of(Normalizer.normalize(person.name(), Normalizer.Form.NFD)))
                    .isIn(Encoding.UNICODE, Encoding.EITHER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Quý", "Trần Khuê", "Lê Quốc Trí", "Hà Thuý", "Cao Hoài", "Lý Hoè",
                        "Bá Yên",
                "Tô Hoàn", "Mã Lai", "Ông Ích Khiêm", "Lê Khoái", "Lò Văn Ún", "Triệu Quyên",
                        "Giàng A Páo",
                "Quách Huýnh", "Kiều Oánh", "Bùi Xoài", "Hoàng Giác", "Đèo Nàng Tỏi", "Lê Quýnh",
                        "Y Blôk Niê"
            })
    void namesOfEverydayAreNotSuspected(String name) {
        assertThat(of(name)).isIn(Encoding.UNICODE, Encoding.EITHER);
    }

    @Test
    void aRowInAnOldEncodingIsNeverTakenForUnicodeWhenItHasMarks() {
        int vni = 0;
        int tcvn3 = 0;
        for (var person : PEOPLE) {
            var asVni = OldEncodings.vni(person.name());
            var asTcvn3 = OldEncodings.tcvn3(person.name());
            if (!isAscii(asVni) && !person.name().matches(".*[ŏĕŭ].*")) {
                assertThat(of(asVni)).as("a name in VNI").isNotEqualTo(Encoding.UNICODE);
                vni += of(asVni) == Encoding.EITHER ? 0 : 1;
            }
            if (!isAscii(asTcvn3) && !person.name().matches(".*[ŏĕŭ].*")) {
                assertThat(of(asTcvn3)).as("a name in TCVN3").isNotEqualTo(Encoding.UNICODE);
                tcvn3 += of(asTcvn3) == Encoding.EITHER ? 0 : 1;
            }
        }
        assertThat(vni).isGreaterThan(PEOPLE.size() * 8 / 10);
        assertThat(tcvn3).isGreaterThan(PEOPLE.size() * 9 / 10);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    @Test
    void theEncodingIsNamed() {
        assertThat(of(OldEncodings.vni("Nguyễn Đức Hạnh"))).isEqualTo(Encoding.VNI);
        assertThat(of(OldEncodings.tcvn3("Nguyễn Văn Hạnh"))).isEqualTo(Encoding.TCVN3);
    }
}
