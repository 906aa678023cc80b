package vn.tram.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.identity.Names.Problem;

class NamesTest {
    @Test
    void shownIsComposedCapitalsWithSingleSpaces() {
        var typed = Normalizer.normalize("  nguyễn \u00a0thị\tmẫu ", Normalizer.Form.NFD);
        assertEquals("NGUYỄN THỊ MẪU", Names.shown(typed));
    }

    @ParameterizedTest
    @CsvSource({"hoà,hòa", "thuý,thúy", "HOÀ BÌNH,hòa bình", "loã,lõa", "khoẻ,khỏe", "uỷ,ủy"})
    void bothPlacesOfAToneAreOneKey(String old, String now) {
        assertEquals(Names.key(old), Names.key(now));
    }

    @ParameterizedTest
    @CsvSource({"hòa,hóa", "an,ân", "đan,dan", "mơ,mo", "thu,thư", "má,mạ"})
    void otherNamesKeepTheirOwnKey(String one, String other) {
        assertThat(Names.key(one)).isNotEqualTo(Names.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ĐẶNG THỊ MẪU,dang thi mau",
        "Ẫ Ỗ Ẳ,a o a",
        "Nguyễn Ước,nguyen uoc",
        "H’Hen Niê,h'hen nie",
        "Y Moan-Êban,y moan-eban"
    })
    void plainHasNoMarks(String name, String plain) {
        assertEquals(plain, Names.plain(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NGUYỄN THỊ MẪU",
                "H'HEN NIÊ",
                "H’HEN NIÊ",
                "Y",
                "K'SOR H'BƠ LAN",
                "Một Hai Ba Bốn Năm Sáu Bảy Tám",
                "Êban-Niê",
                "Y Bhŏk Čil"
            })
    void peoplesNamesAreNames(String name) {
        assertThat(Names.problems(name)).isEmpty();
        assertThat(Names.problems(Normalizer.normalize(name, Normalizer.Form.NFD))).isEmpty();
    }

    @Test
    void eachProblemIsNamed() {
        assertThat(Names.problems("  ")).containsExactly(Problem.EMPTY);
        assertThat(Names.problems("a b c d e f g h i")).containsExactly(Problem.TOO_LONG);
        assertThat(Names.problems("TRẦN VĂN 2")).containsExactly(Problem.DIGIT);
        assertThat(Names.problems("TRẦN\u200bVĂN")).containsExactly(Problem.INVISIBLE);
        assertThat(Names.problems("TRẦN\u202eVĂN")).containsExactly(Problem.INVISIBLE);
        assertThat(Names.problems("ТРАН")).containsExactly(Problem.FOREIGN);
        assertThat(Names.problems("NGUY\u00a4N TH¸")).containsExactly(Problem.FOREIGN);
        assertThat(Names.problems("TRẦN; VĂN")).containsExactly(Problem.FOREIGN);
    }

    @Test
    void listsInPublicShortenNames() {
        assertEquals("NGUYỄN T. M.", Names.shortened("Nguyễn Thị Mẫu"));
        assertEquals("Y", Names.shortened("Y"));
    }

    @Test
    void peopleAreSortedByGivenNameInVietnameseOrder() {
        assertThat(
                        Stream.of("BÙI VĂN ĐỊNH", "AN VĂN ƯỚM", "LÊ VĂN DỤ", "HỒ THỊ DỤ", "VÕ A")
                                .sorted(Names.byGivenName()))
                .containsExactly("VÕ A", "HỒ THỊ DỤ", "LÊ VĂN DỤ", "BÙI VĂN ĐỊNH", "AN VĂN ƯỚM");
    }
}
