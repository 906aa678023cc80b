package vn.tram.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CitizenAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Citizen BEFORE =
            new Citizen(Map.of())
                    .with(Field.NAME, "NGUYỄN THỊ MẪU", Source.CARD_QR)
                    .with(Field.RESIDENCE, "Thôn 1", Source.CARD_QR)
                    .with(Field.PHONE, "0912345678", Source.TYPED);
    private static final Citizen MOVED = BEFORE.with(Field.RESIDENCE, "Thôn 2", Source.TYPED);

    private static CitizenAnswer wrong(CitizenAnswer before, Field item) {
        return CitizenAnswer.wrong(Optional.of(before), Optional.of(item), NOW);
    }

    @Test
    void itemsThatAreWrongAddUpUntilAllIsRight() {
        var one = CitizenAnswer.wrong(Optional.empty(), Optional.of(Field.NAME), NOW);
        assertThat(wrong(one, Field.PHONE).disputed()).isEqualTo(Set.of(Field.NAME, Field.PHONE));
        assertThat(wrong(CitizenAnswer.allRight(NOW), Field.PHONE).disputed())
                .isEqualTo(Set.of(Field.PHONE));
    }

    @Test
    void aYesIsOfTheDataAsTheyWere() {
        var yes = CitizenAnswer.allRight(NOW);
        assertThat(yes.after(BEFORE, BEFORE)).contains(yes);
        assertThat(yes.after(BEFORE, MOVED)).isEmpty();
    }

    @Test
    void anItemStaysDisputedUntilItIsWrittenAnew() {
        var both =
                wrong(
                        CitizenAnswer.wrong(Optional.empty(), Optional.of(Field.NAME), NOW),
                        Field.RESIDENCE);
        assertThat(both.after(BEFORE, MOVED).map(CitizenAnswer::disputed))
                .contains(Set.of(Field.NAME));
        var residence = wrong(CitizenAnswer.allRight(NOW), Field.RESIDENCE);
        assertThat(residence.after(BEFORE, MOVED)).isEmpty();
        assertThat(residence.after(BEFORE, BEFORE.with(Field.PHONE, "0987654321", Source.TYPED)))
                .contains(residence);
    }

    /// Written as it was, by the operator who has asked: the source is another.
    @Test
    void whatTheOperatorTypesAsItWasCountsAsWrittenAnew() {
        var name = CitizenAnswer.wrong(Optional.empty(), Optional.of(Field.NAME), NOW);
        var typed = BEFORE.with(Field.NAME, "NGUYỄN THỊ MẪU", Source.TYPED);
        assertThat(name.after(BEFORE, typed)).isEmpty();
    }
}
