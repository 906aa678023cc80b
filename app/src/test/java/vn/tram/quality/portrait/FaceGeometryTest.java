package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.image.Gray8;
import vn.tram.imaging.OpenCv;

class FaceGeometryTest {
    private static final CanonicalFace AVERAGE =
            CanonicalFace.parse(new Models().verified(Models.CANONICAL_FACE));

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    /// The average face turned by known angles (roll, then pitch, then yaw, about the camera's
    /// axes) and seen from afar.
    private static Landmarks turned(
            double yaw, double pitch, double roll, double scale, double shift) {
        double y = Math.toRadians(yaw);
        double p = Math.toRadians(pitch);
        double r = Math.toRadians(roll);
        var coordinates = new double[3 * Landmarks.COUNT];
        for (var a : AVERAGE.anchors()) {
            // the citizen tilts to the own right shoulder: anticlockwise on the screen
            double x1 = a.x() * Math.cos(r) - a.y() * Math.sin(r);
            double y1 = a.x() * Math.sin(r) + a.y() * Math.cos(r);
            // looks down: the nose, towards the camera, goes down
            double y2 = y1 * Math.cos(p) - a.z() * Math.sin(p);
            double z2 = y1 * Math.sin(p) + a.z() * Math.cos(p);
            // looks to the own left: the nose goes to the picture's right
            double x3 = x1 * Math.cos(y) + z2 * Math.sin(y);
            double z3 = -x1 * Math.sin(y) + z2 * Math.cos(y);
            coordinates[3 * a.landmark()] = scale * x3 + shift;
            coordinates[3 * a.landmark() + 1] = -scale * y2 + shift;
            coordinates[3 * a.landmark() + 2] = -scale * z3;
        }
        return new Landmarks(coordinates);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "20,0,0", "-35,0,0", "0,14,0", "0,-25,0", "0,0,15", "0,0,-9"})
    void aTurnedHeadIsMeasuredAsFarAsItTurned(double yaw, double pitch, double roll) {
        var pose = HeadPose.of(turned(yaw, pitch, roll, 20, 300), AVERAGE);
        assertThat(pose.yaw()).isEqualTo(yaw, within(0.01));
        assertThat(pose.pitch()).isEqualTo(pitch, within(0.01));
        assertThat(pose.roll()).isEqualTo(roll, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 100})
    void poseKnowsNeitherSizeNorPlace(double scale) {
        var near = HeadPose.of(turned(12, -7, 5, 1, 0), AVERAGE);
        var far = HeadPose.of(turned(12, -7, 5, scale, 1000 * scale), AVERAGE);
        assertThat(far.yaw()).isEqualTo(near.yaw(), within(0.01));
        assertThat(far.pitch()).isEqualTo(near.pitch(), within(0.01));
        assertThat(far.roll()).isEqualTo(near.roll(), within(0.01));
    }

    @Test
    void theAverageFaceHasItsAnchors() {
        assertThat(AVERAGE.anchors()).hasSize(33).allMatch(a -> a.weight() > 0);
        var corner = AVERAGE.anchors().stream().filter(a -> a.landmark() == 33).findFirst();
        assertThat(corner.orElseThrow().x()).isNegative();
    }

    @Test
    void aBrokenProtocolBufferIsRefused() {
        assertThatThrownBy(() -> CanonicalFace.parse(new byte[] {7}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overlappingDetectionsAreOneFace() {
        var a = moved(0);
        var b = moved(20);
        var apart = moved(500);
        var faces = FaceFinder.merged(List.of(a, b, apart));
        assertThat(faces).hasSize(2);
        assertThat(faces.getFirst().left()).isEqualTo(10);
        assertThat(faces.getFirst().width()).isEqualTo(100);
    }

    private static Found moved(double left) {
        var box = Faces.box(100);
        return new Found(left, 0, 100, 100, 0.9, box.keypoints());
    }

    @Test
    void overlapIsTheCommonShare() {
        assertThat(moved(0).overlap(moved(50))).isEqualTo(5000 / 15000.0, within(1e-9));
        assertThat(moved(0).overlap(moved(100))).isZero();
    }

    @Test
    void aSimilarityBringsTwoPointsWhereTheyBelong() {
        var s =
                Similarity.of(
                        new Point(10, 20), new Point(40, 60), Aligned.LEFT_EYE, Aligned.RIGHT_EYE);
        assertThat(s.scale()).isEqualTo(120 / 50.0, within(1e-9));
        assertThat(s.apply(new Point(10, 20)).distance(Aligned.LEFT_EYE)).isLessThan(1e-9);
        assertThat(s.apply(new Point(40, 60)).distance(Aligned.RIGHT_EYE)).isLessThan(1e-9);
    }

    @Test
    void aRectangleHoldsThePixelsWhoseCentresItHolds() {
        var corners = List.of(new Point(2, 1), new Point(7, 1), new Point(7, 4), new Point(2, 4));
        var region = Region.inside(corners, 10, 10);
        assertThat(region.size()).isEqualTo(15);
        assertThat(region.contains(2, 1)).isTrue();
        assertThat(region.contains(7, 3)).isFalse();
    }

    @Test
    void aRegionIsCutAtThePicture() {
        var corners =
                List.of(new Point(-5, -5), new Point(50, -5), new Point(50, 50), new Point(-5, 50));
        assertThat(Region.inside(corners, 10, 8).size()).isEqualTo(80);
    }

    @Test
    void aLargePictureIsReducedToTheMeansOfItsBlocks() {
        var picture = Faces.picture(4000, 2, (x, _) -> x % 2 == 0 ? 0x000000 : 0x646464);
        var reduced = Reduced.of(picture);
        assertThat(reduced.factor()).isEqualTo(3);
        assertThat(reduced.picture().width()).isEqualTo(1333);
        assertThat(reduced.picture().height()).isEqualTo(1);
        assertThat(reduced.picture().at(0, 0)).isEqualTo(0x212121); // 0, 100, 0: 33 and a third
        assertThat(reduced.picture().at(1, 0)).isEqualTo(0x434343); // 100, 0, 100
    }

    @Test
    void aGrayPictureBecomesColour() {
        var reduced = Reduced.of(Gray8.of(2, 1, new byte[] {10, (byte) 200}));
        assertThat(reduced.factor()).isEqualTo(1);
        assertThat(reduced.picture().at(1, 0)).isEqualTo(0xC8C8C8);
    }

    @Test
    void everyModelIsTheOneThatWasReleased() {
        var models = new Models();
        for (var name :
                List.of(
                        Models.SHORT_RANGE,
                        Models.MESH_BASE,
                        Models.MESH_LIPS,
                        Models.MESH_EYE_A,
                        Models.MESH_EYE_B,
                        Models.MESH_TABLES,
                        Models.CANONICAL_FACE,
                        Models.PERSON)) {
            assertThat(models.verified(name)).isNotEmpty();
        }
    }

    @Test
    void aModelThatIsNotTheReleasedOneIsRefusedByName() {
        var models = new Models("00".repeat(32) + "  " + Models.SHORT_RANGE + "\n");
        assertThatThrownBy(() -> models.verified(Models.SHORT_RANGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Models.SHORT_RANGE);
    }
}
