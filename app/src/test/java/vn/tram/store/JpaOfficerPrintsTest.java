package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.OfficerFinger;
import vn.tram.enroll.OfficerPrints;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.matching.Template;

class JpaOfficerPrintsTest {
    @TempDir Path state;

    private static OfficerPrints.Given given(String officer, Position finger, int seed) {
        var bytes = new byte[1500];
        new Random(seed).nextBytes(bytes);
        return new OfficerPrints.Given(
                new OfficerFinger(officer, finger), Template.of(bytes), "extractor 1", Given.AT);
    }

    @Test
    void whatIsGivenIsThereAfterARestart() throws StationFault {
        var index = given("canbo1", Position.RIGHT_INDEX, 1);
        var thumb = given("canbo1", Position.LEFT_THUMB, 2);
        var other = given("canbo2", Position.RIGHT_INDEX, 3);
        try (var database = Database.open(state, Given.PASSWORD)) {
            database.officerPrints().replace("canbo1", List.of(thumb, index));
            database.officerPrints().replace("canbo2", List.of(other));
        }
        try (var database = Database.open(state, Given.PASSWORD)) {
            assertThat(database.officerPrints().all()).containsExactly(index, thumb, other);
        }
    }

    @Test
    void givingAnewReplacesTheOfficersOwnOnly() throws StationFault {
        var before = given("canbo1", Position.RIGHT_INDEX, 1);
        var other = given("canbo2", Position.RIGHT_INDEX, 2);
        var now = given("canbo1", Position.RIGHT_INDEX, 3);
        try (var database = Database.open(state, Given.PASSWORD)) {
            var prints = database.officerPrints();
            prints.replace("canbo1", List.of(before, given("canbo1", Position.LEFT_THUMB, 4)));
            prints.replace("canbo2", List.of(other));
            prints.replace("canbo1", List.of(now));
            assertThat(prints.all()).containsExactly(now, other);
            prints.replace("canbo1", List.of());
            assertThat(prints.all()).containsExactly(other);
        }
    }

    @Test
    void aTemplateTellsItsSizeOnly() {
        assertThat(given("canbo1", Position.RIGHT_INDEX, 1).toString())
                .contains("Template[1500 bytes]");
    }
}
