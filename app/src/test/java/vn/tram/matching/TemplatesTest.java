package vn.tram.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.tram.image.Gray8;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

class TemplatesTest {
    private static final Path REAL = Path.of("../../shared/data/fingerprints/fvc2002_db1_b");

    private final Templates templates = new Templates();

    @Test
    void anEmptyPictureHasATemplateThatIsLikeNothing() {
        var blank = templates.extract(Gray8.wrap(200, 200, new byte[200 * 200]), 500);
        assertThat(templates.similarity(blank, blank)).isZero();
    }

    @Test
    void aTemplateTellsNothingOfThePrint() {
        assertThat(Template.of(new byte[] {1, 2, 3})).hasToString("Template[3 bytes]");
    }

    @Test
    void twoImpressionsOfOneFingerAreAlikeAndOthersAreNot() {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "the public sets are not here");
        var one = template("101_1.png");
        var again = template("101_2.png");
        var other = template("105_1.png");
        assertThat(templates.similarity(one, again)).isGreaterThan(Templates.SAME_FINGER);
        assertThat(templates.similarity(one, other)).isLessThan(Templates.SAME_FINGER);
        var stored = Template.of(one.toBytes());
        assertThat(stored).isEqualTo(one);
        assertThat(templates.similarity(stored, again)).isEqualTo(templates.similarity(one, again));
    }

    private Template template(String file) {
        var decoded = (Decoding.Decoded) Images.read(REAL.resolve(file));
        return templates.extract(decoded.pixels().toGray(), 500);
    }
}
