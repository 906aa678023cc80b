package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.export.BiometricRecords.FaceFacts;
import vn.tram.export.FingerRecordParser.Header;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

class BiometricRecordsTest {
    private static final Resolution.Ppi PPI_500 = Resolution.Ppi.of(500);

    @Test
    void theFingerHeaderTellsResolutionDepthAndCompression() throws IOException {
        var record = BiometricRecords.fingers(List.of(print(Position.LEFT_INDEX, 40, 50, 77)));

        assertThat(FingerRecordParser.parse(record).header())
                .isEqualTo(new Header(0, 30, 1, 500, 500, 500, 500, 8, 5));
    }

    @Test
    void everyPrintIsThereInOrderOfPositionWithItsPixels() throws IOException {
        var slap = Pictures.ridges(300, 200, 1);
        var index = Pictures.ridges(81, 101, 2);
        var thumb = Pictures.ridges(90, 120, 3);
        var record =
                BiometricRecords.fingers(
                        List.of(
                                encoded(Position.RIGHT_FOUR, slap, OptionalInt.empty()),
                                encoded(Position.LEFT_INDEX, index, OptionalInt.of(63)),
                                encoded(Position.RIGHT_THUMB, thumb, OptionalInt.of(100))));

        var views = FingerRecordParser.parse(record).views();

        assertThat(views).extracting(v -> v.position()).containsExactly(1, 7, 13);
        assertThat(views).extracting(v -> v.quality()).containsExactly(100, 63, 0);
        assertThat(views).extracting(v -> v.impression()).containsOnly(0);
        assertThat(views).extracting(v -> v.views() + "/" + v.number()).containsOnly("1/1");
        assertThat(Pictures.png(views.get(0).image().bytes())).isEqualTo(thumb);
        assertThat(Pictures.png(views.get(1).image().bytes())).isEqualTo(index);
        assertThat(Pictures.png(views.get(2).image().bytes())).isEqualTo(slap);
        assertThat(views.get(1).width()).isEqualTo(81);
        assertThat(views.get(1).height()).isEqualTo(101);
    }

    @Test
    void aFingerPlainAndRolledIsOnePositionWithTwoViews() throws IOException {
        var plain = Pictures.ridges(81, 101, 2);
        var rolled = Pictures.ridges(150, 120, 3);
        var record =
                BiometricRecords.fingers(
                        List.of(
                                encoded(Position.ROLLED_LEFT_INDEX, rolled, OptionalInt.of(44)),
                                encoded(Position.LEFT_INDEX, plain, OptionalInt.of(63)),
                                encoded(Position.ROLLED_LEFT_RING, rolled, OptionalInt.of(9))));

        var views = FingerRecordParser.parse(record).views();

        assertThat(views)
                .extracting(v -> v.position() + " " + v.views() + "/" + v.number())
                .containsExactly("7 2/1", "7 2/2", "9 1/1");
        assertThat(views).extracting(v -> v.impression()).containsExactly(0, 1, 1);
        assertThat(views).extracting(v -> v.quality()).containsExactly(63, 44, 9);
        assertThat(Pictures.png(views.get(0).image().bytes())).isEqualTo(plain);
        assertThat(Pictures.png(views.get(1).image().bytes())).isEqualTo(rolled);
    }

    @ParameterizedTest
    @CsvSource({"125,10", "250,20", "400,20", "499.99,30", "500,30", "996,40", "1000,40"})
    void theAcquisitionLevelIsTheHighestThatIsReached(double ppi, int level) throws IOException {
        var print =
                EncodedPrint.of(
                        Position.RIGHT_INDEX,
                        Pictures.ridges(20, 20, 1),
                        Resolution.Ppi.of(ppi),
                        OptionalInt.of(1));

        assertThat(FingerRecordParser.parse(BiometricRecords.fingers(List.of(print))).header())
                .extracting(Header::level)
                .isEqualTo(level);
    }

    @Test
    void resolutionsAreNotMixedInOneRecord() {
        var other =
                EncodedPrint.of(
                        Position.LEFT_THUMB,
                        Pictures.ridges(20, 20, 1),
                        Resolution.Ppi.of(1000),
                        OptionalInt.of(1));

        assertThatThrownBy(() ->
                        BiometricRecords.fingers(
                                List.of(print(Position.LEFT_INDEX, 20, 20, 1), other)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFaceIsNoPrint() {
        assertThatThrownBy(() -> print(Position.FACE, 20, 20, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFaceRecordHoldsTheFrameLossless() throws IOException {
        var pixels = Pictures.colours(160, 200, 5);
        var face =
                FaceRecordParser.parse(
                        BiometricRecords.face(EncodedFace.of(pixels), new FaceFacts("F", true)));

        assertThat(face.gender()).isEqualTo(2);
        assertThat(face.features()).isZero();
        assertThat(face.expression()).isZero();
        assertThat(face.imageType()).as("basic").isZero();
        assertThat(face.dataType()).as("JPEG 2000").isEqualTo(1);
        assertThat(face.width()).isEqualTo(160);
        assertThat(face.height()).isEqualTo(200);
        assertThat(face.colourSpace()).as("RGB, 24 bits").isEqualTo(1);
        assertThat(face.sourceType()).as("frame of a digital video camera").isEqualTo(6);
        assertThat(face.quality()).isZero();
        assertThat(pixels(face.image().bytes())).isEqualTo(pixels);
    }

    @Test
    void aGrayFaceOfUnknownSexAndSourceClaimsNothing() throws IOException {
        var pixels = Pictures.ridges(64, 80, 5);
        var face =
                FaceRecordParser.parse(
                        BiometricRecords.face(EncodedFace.of(pixels), new FaceFacts("", false)));

        assertThat(face.gender()).isZero();
        assertThat(face.colourSpace()).as("gray, 8 bits").isEqualTo(3);
        assertThat(face.sourceType()).isZero();
        assertThat(pixels(face.image().bytes())).isEqualTo(pixels);
    }

    @Test
    void theSamePrintsGiveTheSameBytes() {
        var print = print(Position.LEFT_INDEX, 40, 50, 77);

        assertThat(BiometricRecords.fingers(List.of(print)))
                .isEqualTo(
                        BiometricRecords.fingers(List.of(print(Position.LEFT_INDEX, 40, 50, 77))));
    }

    private static Pixels pixels(byte[] file) {
        return ((Decoding.Decoded) Images.decode(file)).pixels();
    }

    private static EncodedPrint print(Position position, int width, int height, int score) {
        return encoded(position, Pictures.ridges(width, height, 9), OptionalInt.of(score));
    }

    private static EncodedPrint encoded(Position position, Gray8 pixels, OptionalInt score) {
        return EncodedPrint.of(position, pixels, PPI_500, score);
    }
}
