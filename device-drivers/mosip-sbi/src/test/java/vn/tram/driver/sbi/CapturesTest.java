package vn.tram.driver.sbi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SbiSimulator;
import vn.tram.driver.sbi.simulator.SimulatedDevice;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

class CapturesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Desk desk = new Desk();

    @AfterEach
    void end() {
        desk.close();
    }

    private static Device open(SbiSimulator service, String path) throws InterruptedException {
        var address = URI.create("sbi://127.0.0.1:" + service.port() + path);
        var opening = new SbiProvider().open(address, Desk.trust());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).device();
    }

    private static List<Sample> taken(Device device, Position position, Position... missing)
            throws InterruptedException {
        var request = new Request(position, Set.of(missing), PATIENCE, "session");
        var capture = device.capture(request, Progress.none());
        assertThat(capture).isInstanceOf(Capture.Taken.class);
        return ((Capture.Taken) capture).samples();
    }

    @ParameterizedTest
    @EnumSource(Spec.class)
    void aSlapIsOneSheetAndItsFingersEachSignedAndScored(Spec spec) throws Exception {
        var service = desk.serve(0, spec, Misdeed.NONE, SimulatedDevice.SLAP);
        try (var device = open(service, "/finger/TRAMSIM-SLAP-1")) {
            var samples = taken(device, Position.LEFT_FOUR);
            assertThat(samples)
                    .extracting(Sample::position)
                    .containsExactly(
                            Position.LEFT_FOUR,
                            Position.LEFT_INDEX,
                            Position.LEFT_MIDDLE,
                            Position.LEFT_RING,
                            Position.LEFT_LITTLE);
            for (var finger : samples.subList(1, 5)) {
                assertThat(finger.frame().pixels()).isEqualTo(Ridges.finger(finger.position()));
                assertThat(finger.frame().resolution()).isEqualTo(Resolution.Ppi.of(500));
                assertThat(finger.deviceScore()).isEqualTo(OptionalInt.of(80));
                assertThat(text(finger)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
            }
            assertThat(text(samples.getFirst()).lines()).hasSize(4);
        }
    }

    private static String text(Sample sample) {
        return new String(sample.evidence().orElseThrow().content(), UTF_8);
    }

    @Test
    void theSheetHoldsTheFingersAsTheyCameFromLittleToIndexOfTheLeftHand() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP);
        try (var device = open(service, "/finger")) {
            var sheet = (Gray8) taken(device, Position.LEFT_FOUR).getFirst().frame().pixels();
            int left = 40;
            for (var finger :
                    List.of(
                            Position.LEFT_LITTLE,
                            Position.LEFT_RING,
                            Position.LEFT_MIDDLE,
                            Position.LEFT_INDEX)) {
                var pixels = Ridges.finger(finger);
                int top = 40;
                while (sheet.at(left, top) == 255) {
                    top++;
                }
                assertThat(sheet.crop(left, top, pixels.width(), pixels.height()))
                        .isEqualTo(pixels);
                left += pixels.width() + 40;
            }
            assertThat(sheet.width()).isEqualTo(left);
        }
    }

    @Test
    void missingFingersAreExceptionsAndDoNotCome() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP);
        try (var device = open(service, "/finger")) {
            assertThat(
                            taken(
                                    device,
                                    Position.RIGHT_FOUR,
                                    Position.RIGHT_RING,
                                    Position.RIGHT_INDEX))
                    .extracting(Sample::position)
                    .containsExactly(
                            Position.RIGHT_FOUR, Position.RIGHT_MIDDLE, Position.RIGHT_LITTLE);
            assertThat(taken(device, Position.TWO_THUMBS))
                    .extracting(Sample::position)
                    .containsExactly(
                            Position.TWO_THUMBS, Position.RIGHT_THUMB, Position.LEFT_THUMB);
            assertThat(taken(device, Position.LEFT_THUMB))
                    .extracting(Sample::position)
                    .containsExactly(Position.LEFT_THUMB);
        }
    }

    @Test
    void aSingleFingerScannerShowsOneFinger() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SINGLE);
        try (var device = open(service, "")) {
            assertThat(device.info().kind()).isEqualTo(Kind.SINGLE_FINGER_SCANNER);
            assertThat(taken(device, Position.RIGHT_LITTLE).getFirst().frame().pixels())
                    .isEqualTo(Ridges.finger(Position.RIGHT_LITTLE));
        }
    }

    @Test
    void aFaceComesInColour() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP, SimulatedDevice.FACE);
        try (var device = open(service, "/face")) {
            assertThat(taken(device, Position.FACE).getFirst().frame().pixels())
                    .isEqualTo(Ridges.face());
            assertThat(device.info().model()).isEqualTo("Simulated Full face");
        }
    }

    @Test
    void aPictureBelowTheScoreAskedForComesAtTheTimeOut() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.FACE);
        try (var device = open(service, "/face?score=90")) {
            var request = Request.of(Position.FACE, Duration.ofSeconds(1), "session");
            assertThat(device.capture(request, Progress.none())).isInstanceOf(Capture.Taken.class);
        }
    }

    @Test
    void aServiceWithTwoDevicesWantsToKnowWhich() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP, SimulatedDevice.SINGLE);
        var address = URI.create("sbi://127.0.0.1:" + service.port() + "/finger");
        assertThat(new SbiProvider().open(address, Desk.trust()))
                .isEqualTo(
                        new Opening.NotOpened(
                                new Fault.Refused(
                                        0,
                                        address
                                                + ": the service has several such devices:"
                                                + " [TRAMSIM-SLAP-1, TRAMSIM-SINGLE-1]; name one as"
                                                + " /finger/SERIAL or /face/SERIAL")));
    }

    @Test
    void whatIsNoAddressIsRefusedByASentence() throws Exception {
        for (var address :
                List.of(
                        "sbi://localhost:4501/finger",
                        "sbi://10.0.0.1:4501/finger",
                        "sbi://127.0.0.1:4501/iris",
                        "sbi://127.0.0.1:4501/finger?score=101",
                        "sbi://127.0.0.1:99999/finger",
                        "sbi:finger",
                        "sbi://127.0.0.1:4501/face?trust=any")) {
            assertThat(new SbiProvider().open(URI.create(address), Desk.trust()))
                    .as(address)
                    .isInstanceOfSatisfying(
                            Opening.NotOpened.class,
                            not ->
                                    assertThat(not.fault())
                                            .isInstanceOfSatisfying(
                                                    Fault.Refused.class,
                                                    f ->
                                                            assertThat(f.meaning())
                                                                    .startsWith(address + ": ")));
        }
    }
}
