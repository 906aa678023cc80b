package vn.tram.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tram.enroll.Step;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Position;
import vn.tram.ui.kit.CitizenSide.Answer;
import vn.tram.ui.kit.CitizenSide.Shown;
import vn.tram.ui.kit.Texts;

class CitizenWordsTest {
    /// All that a citizen may be shown.
    static List<Shown> everything() {
        var all = new ArrayList<Shown>();
        all.add(new Shown.Greeting());
        for (var step : Step.values()) {
            all.add(new Shown.Waiting(step));
        }
        for (var answer : Answer.values()) {
            all.add(new Shown.Answered(Step.CHECK, answer));
        }
        all.add(new Shown.Data(Step.CHECK, new TrainingPeople(7).person(0)));
        Position.fingers().forEach(p -> all.add(new Shown.Fingers(p)));
        Position.rolled().forEach(p -> all.add(new Shown.Fingers(p)));
        Position.slaps().forEach(p -> all.add(new Shown.Fingers(p)));
        CitizenWords.ORDERS.forEach(a -> all.add(new Shown.Face(Optional.of(a), false)));
        all.add(new Shown.Face(Optional.empty(), true));
        return all;
    }

    @Test
    void everyOrderHasAtMostEightWords() {
        for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
            var texts = new Texts(language);
            for (var shown : everything()) {
                var order = texts.of(CitizenWords.of(Optional.of(40)).order(shown));
                assertThat(order.split(" ").length).as(order).isLessThanOrEqualTo(8);
            }
        }
    }

    @Test
    void onlyChildrenUnderFourteenAreSpokenToAsChildren() {
        assertThat(greeted(13)).isEqualTo("Xin cháu nhìn vào chấm xanh");
        assertThat(greeted(14)).isEqualTo("Xin ông/bà nhìn vào chấm xanh");
    }

    private static String greeted(int age) {
        return new Texts(Locale.of("vi"))
                .of(
                        CitizenWords.of(Optional.of(age))
                                .order(new Shown.Face(Optional.empty(), false)));
    }

    @Test
    void whatTheOfficerMustDoIsNoOrderForTheCitizen() {
        var words = CitizenWords.of(Optional.empty());
        assertThat(words.order(new Shown.Face(Optional.of("more-light"), false)))
                .isEqualTo(words.order(new Shown.Face(Optional.of("look-at-camera"), false)));
    }
}
