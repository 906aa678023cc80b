package vn.tram.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeviceQueryTest {
    private static DeviceQuery query(String text) throws FaultException {
        return DeviceQuery.of(URI.create("test://one" + text), "number", "kind", "text");
    }

    @Test
    void valuesAreReadByName() throws Exception {
        var query = query("?number=7&kind=slap-scanner&text=%C4%90%E1%BB%8F%26");
        assertThat(query.number("number", 0, 9)).isEqualTo(OptionalLong.of(7));
        assertThat(query.choice("kind", Kind.class)).contains(Kind.SLAP_SCANNER);
        assertThat(query.text("text")).contains("Đỏ&");
    }

    @Test
    void whatIsNotGivenIsEmpty() throws Exception {
        for (var text : new String[] {"", "?"}) {
            assertThat(query(text).text("text")).isEmpty();
            assertThat(query(text).number("number", 0, 9)).isEmpty();
            assertThat(query(text).choice("kind", Kind.class)).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedByName() throws Exception {
        assertThatThrownBy(() -> query("?other=1")).hasMessageContaining("'other'");
        assertThatThrownBy(() -> query("?text")).hasMessageContaining("'text'");
        assertThatThrownBy(() -> query("?text=")).hasMessageContaining("'text'");
        assertThatThrownBy(() -> query("?text=a&text=b")).hasMessageContaining("twice");
        var query = query("?number=10&kind=SLAP_SCANNER");
        assertThatThrownBy(() -> query.number("number", 0, 9)).hasMessageContaining("0 to 9");
        assertThatThrownBy(() -> query.choice("kind", Kind.class))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e ->
                                assertThat(e.fault())
                                        .isInstanceOfSatisfying(
                                                Fault.Refused.class,
                                                refused ->
                                                        assertThat(refused.vendorCode()).isZero()));
    }
}
