package vn.tram.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.tram.identity.CardQr;
import vn.tram.identity.TrainingPeople;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.imaging.QrPicture;

class CardPictureTest {
    @Test
    void theCodeReadsAsTheCardOfItsOwner() throws IOException {
        var citizen = new TrainingPeople(3).person(5);
        var picture = (Decoding.Decoded) Images.decode(CardPicture.png(citizen));
        assertThat(QrPicture.read(picture.pixels())).contains(CardQr.written(citizen));
    }
}
